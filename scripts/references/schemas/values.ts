/** Which values a schema allows: their types, and the words of its lists. */
import type { Document, Json } from '../../lib/document.js';
import { type Described, partsOf } from './schema-at.js';

export type Type = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

const typeOf = (value: Json): Type => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : (typeof value as Type);
};

/** Types of the values; nothing where any is legal. */
function typesOf(document: Document, described: Described): Set<Type> | undefined {
  if (described === 'anything') return undefined;
  const types = partsOf(document, described).flatMap((schema): Type[] => {
    if (schema.type) return [schema.type].flat();
    if ('const' in schema) return [typeOf(schema.const)];
    if (schema.enum) return schema.enum.map(typeOf);
    if (schema.properties) return ['object'];
    return schema.items ? ['array'] : [];
  });
  return types.length > 0 ? new Set(types) : undefined;
}

const isOf = (types: ReadonlySet<Type>, type: Type): boolean =>
  types.has(type) || (type === 'integer' && types.has('number')) || (type === 'number' && types.has('integer'));

/** Why the values are none of these types; nothing where they may be. */
export function otherType(document: Document, described: Described, wanted: readonly Type[]): string | undefined {
  const types = typesOf(document, described);
  return !types || wanted.some((type) => isOf(types, type)) ? undefined : [...types].join(' or ');
}

/** Why no value of one kind can be one of another; nothing where it may be. */
export function otherKind(document: Document, from: Described, to: Described): string | undefined {
  const [source, target] = [typesOf(document, from), typesOf(document, to)];
  if (!source || !target || [...source].some((type) => type !== 'null' && isOf(target, type))) return undefined;
  return `${[...source].join(' or ')} is not ${[...target].join(' or ')}`;
}

/** The values that are listed, be the list open or closed; nothing where there is no list. */
export function listedValues(document: Document, described: Described): Json[] | undefined {
  if (described === 'anything') return undefined;
  const lists = partsOf(document, described).flatMap((schema): Json[][] => {
    if ('const' in schema) return [[schema.const]];
    return schema.enum ? [schema.enum] : [];
  });
  return lists.length > 0 ? [...new Set(lists.flat())] : undefined;
}

/** Whether any text may stand beside what is listed; of an open list, its words are meant. */
const isFree = (document: Document, described: Described): boolean =>
  described === 'anything' ||
  partsOf(document, described).some((schema) => {
    const isText = [schema.type].flat().includes('string');
    return isText && !['const', 'enum', 'x-open-enum', 'allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in schema);
  });

/** Whether a value is legal by its type and, where values are listed, is a listed one. */
export function mayBe(document: Document, described: Described, value: Json): boolean {
  const listed = listedValues(document, described);
  if (listed?.includes(value) || (typeof value === 'string' && isFree(document, described))) return true;
  const types = typesOf(document, described);
  if (!listed) return !types || isOf(types, typeOf(value));
  // Of a union such as a list of words or a number, the list says nothing about numbers.
  return !listed.some((known) => typeOf(known) === typeOf(value)) && types !== undefined && isOf(types, typeOf(value));
}
