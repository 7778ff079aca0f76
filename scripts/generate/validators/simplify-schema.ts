/** Says the same with fewer keywords, so that less code is generated for it. What is valid stays the same. */
import type { Json, Schema } from '../../lib/document.js';
import { jsonType } from '../../lib/schema-union.js';

/** Keywords whose value is data, not a schema. */
const data = new Set(['const', 'enum', 'default', 'required', 'discriminator']);
/** Keywords whose value holds schemas by name. */
const maps = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

const isOfType = (value: Json, types: readonly string[]): boolean => {
  const type = jsonType(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
};

/** A type beside listed values of that type adds nothing. */
function withoutNeedlessType(schema: Schema): Schema {
  const values: Json[] | undefined = 'const' in schema ? [schema.const] : schema.enum;
  const { type, ...rest } = schema;
  return type !== undefined && values?.every((value) => isOfType(value, [type].flat())) ? rest : schema;
}

const isPlainType = (schema: Schema): boolean => Object.keys(schema).length === 1 && schema.type !== undefined;

/**
 * Alternatives that are a type and no more are one list of types, and make the other alternatives of these types needless: this is
 * how open value lists are written.
 */
function withFewerAlternatives(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || !anyOf.some(isPlainType)) return schema;
  const types: string[] = anyOf.filter(isPlainType).flatMap(({ type }) => type);
  const others = anyOf.filter(
    (branch: Schema) => !(branch.type !== undefined && [branch.type].flat().every((type: string) => types.includes(type))),
  );
  const plain = { type: types.length === 1 ? types[0] : [...new Set(types)] };
  return others.length === 0 && rest.type === undefined ? { ...rest, ...plain } : { ...schema, anyOf: [plain, ...others] };
}

const isName = (schema: Schema): boolean =>
  schema.type === 'string' && Object.keys(schema).every((key) => ['type', 'minLength'].includes(key));

/** Listed names are needless beside any name that is no shorter than so: this is how open lists are written whose names cannot be empty. */
function withoutListedNames(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const lengths: number[] = anyOf.filter(isName).map(({ minLength = 0 }) => minLength);
  const isNeedless = ({ enum: values }: Schema) =>
    Array.isArray(values) && values.every((value) => typeof value === 'string' && lengths.some((length) => [...value].length >= length));
  const [first, ...others]: Schema[] = anyOf.filter((branch: Schema) => !isNeedless(branch));
  if (!first || others.length + 1 === anyOf.length) return schema;
  const isAlone = others.length === 0 && Object.keys(first).every((key) => !(key in rest));
  return isAlone ? { ...rest, ...first } : { ...schema, anyOf: [first, ...others] };
}

/** @param keepTypes whether types matter for more than validity: values that arrive as text are coerced to them, in their order */
export function simplifySchema(schema: Schema, keepTypes = false): Schema {
  const walk = (node: any, isAlternative = false): any => {
    if (Array.isArray(node)) return node.map((item) => walk(item));
    if (node === null || typeof node !== 'object') return node;
    // The types of alternatives tell the reader of an error which alternatives there are.
    const typed = keepTypes || isAlternative ? node : withoutNeedlessType(node);
    return Object.fromEntries(
      Object.entries<any>(keepTypes ? typed : withoutListedNames(withFewerAlternatives(typed))).map(([key, value]) => {
        if (data.has(key)) return [key, value];
        if (maps.has(key)) return [key, Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]))];
        return [key, key === 'anyOf' || key === 'oneOf' ? value.map((branch: Schema) => walk(branch, true)) : walk(value)];
      }),
    );
  };
  return walk(schema);
}
