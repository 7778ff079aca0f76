/** Compares an example of the documentation with the schema that the contract has for it. */
import { inWords } from '../../../src/contract/judge/explain.js';
import { formatPointer } from '../../../src/contract/pointer.js';
import { mostSimilar } from '../../../src/contract/similarity.js';
import type { Document, Json, Schema } from '../../lib/document.js';
import { isUndecided, itemsOf, jsonType, memberNames, memberOf, type Union, unionOf, valuesOf } from '../../lib/schema-union.js';
import type { Contract } from './contract.js';
import type { Difference } from './difference.js';

const isObject = (value: Json): value is { [name: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);

/** A member that the contract does not have, and the one that it may have been. */
function unknownMember(path: (string | number)[], known: string[], taken: Iterable<string>): Difference {
  const name = String(path.at(-1));
  const free = new Set(known);
  for (const other of taken) free.delete(other);
  const before = mostSimilar(name, free, 0.5);
  return {
    kind: 'unknown-field',
    pointer: formatPointer(path),
    message: `field \`${name}\` is not in the contract${before ? ` (which has \`${before}\`)` : ''}`,
    ...(before !== undefined && { before }),
    after: name,
  };
}

const show = (value: unknown) => JSON.stringify(value);

class Walk {
  readonly differences: Difference[] = [];
  /** An alternative is named that the contract does not have: nothing can be said about the rest. */
  undecided = false;

  constructor(private readonly document: Document) {}

  /** Reports unknown fields and values, and returns the value without them, so that what is left can be validated. */
  visit(value: Json, schemas: Schema[], path: (string | number)[]): Json {
    const union = schemas.flatMap((schema) => unionOf(this.document, schema, value));
    if (Array.isArray(value)) return value.map((item, index) => this.visit(item, itemsOf(union), [...path, index]));
    if (!isObject(value)) return this.scalar(value, union, path);
    if (schemas.some((schema) => isUndecided(this.document, schema, value))) this.undecided = true;
    const result: Record<string, Json> = {};
    for (const [name, member] of Object.entries(value)) {
      const known = memberOf(union, name);
      const here = [...path, name];
      if (known) result[name] = this.visit(member, known.union, here);
      else this.differences.push(unknownMember(here, memberNames(union), Object.keys(value)));
    }
    return result;
  }

  private scalar(value: Json, union: Union, path: (string | number)[]): Json {
    const { known, free } = valuesOf(union, typeof value === 'number' ? ['integer', 'number'] : [jsonType(value)]);
    if (known.length === 0 || free || known.includes(value) || !known.some((other) => typeof other === typeof value)) return value;
    const alike =
      typeof value === 'string'
        ? mostSimilar(
            value,
            known.filter((other) => typeof other === 'string'),
            0,
          )
        : undefined;
    this.differences.push({
      kind: 'unknown-value',
      pointer: formatPointer(path),
      message: `value ${show(value)} is not in the contract, which knows ${known.map(show).join(', ')}`,
    });
    return alike ?? known[0] ?? null;
  }
}

/** @param schemaOnly the example stands for a type: its values are placeholders */
export function comparePayload(
  { document, judgeOf, isDocumented }: Contract,
  schema: Schema,
  value: Json,
  schemaOnly = false,
): Difference[] {
  if (!schemaOnly && isDocumented(schema, value)) return [];
  const walk = new Walk(document);
  const known = walk.visit(value, [schema], []);
  if (schemaOnly) return walk.differences.filter(({ kind }) => kind === 'unknown-field');
  if (walk.undecided) return walk.differences;
  const violations = judgeOf(schema)(known, 'value').map(
    (violation): Difference => ({ kind: 'violation', pointer: violation.pointer, message: inWords(violation) }),
  );
  return [...walk.differences, ...violations];
}
