/** A schema as TypeScript writes it, in short. */

import type { Document, Schema } from '../contract/openapi.js';
import { componentName, resolve } from '../diff/model/document.js';

const longest = 80;

const names: Record<string, string> = {
  integer: 'number',
  array: 'unknown[]',
  object: 'object',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  null: 'null',
};

export function typeText(document: Document, schema: Schema | undefined): string {
  const text = written(document, schema, 0);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const union = (parts: string[]): string => [...new Set(parts)].join(' | ');
const enclosed = (text: string): string => (text.includes(' | ') ? `(${text})` : text);

function written(document: Document, schema: Schema | undefined, depth: number): string {
  if (typeof schema !== 'object' || depth > 3) return 'unknown';
  if (schema.$ref) {
    const target = resolve<Schema>(document, schema);
    // A name says less than the values themselves.
    return target.enum || 'const' in target ? written(document, target, depth) : componentName(schema.$ref);
  }
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map((value: unknown) => JSON.stringify(value)));
  const branches: Schema[] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (branches.length > 0) return union(branches.map((branch) => written(document, branch, depth + 1)));
  const types: string[] = [schema.type ?? []].flat();
  if (types.length === 0) return schema.properties ? 'object' : 'unknown';
  return union(
    types.map((type) =>
      type === 'array' && schema.items ? `${enclosed(written(document, schema.items, depth + 1))}[]` : (names[type] ?? 'unknown'),
    ),
  );
}
