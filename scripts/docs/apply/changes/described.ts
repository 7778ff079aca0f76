/** A sentence on a value that says no more than the facts of it do: what it means is for a person to say, in words of their own. */

import type { Schema } from '../../../lib/document.js';
import { jsonType } from '../../../lib/schema-union.js';

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'an object',
  null: '`null`',
};

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const limits: Readonly<Record<string, (value: unknown) => string>> = {
  minimum: (value) => `at least ${value}`,
  exclusiveMinimum: (value) => `more than ${value}`,
  maximum: (value) => `at most ${value}`,
  exclusiveMaximum: (value) => `less than ${value}`,
  format: (value) => `in the format ${code(value)}`,
};

/** What a value may be. */
function kindOf(schema: Schema): string {
  const listed = 'const' in schema ? [schema.const] : schema.enum;
  if (listed) return listed.length === 1 ? code(listed[0]) : `one of ${listed.map(code).join(', ')}`;
  const types = [schema.type ?? []].flat().map((type) => words[type] ?? type);
  if (types.length > 0) return types.join(' or ');
  const branches = [schema.oneOf ?? schema.anyOf ?? []].flat().map(kindOf);
  return branches.length > 0
    ? [...new Set(branches)].join(' or ')
    : 'default' in schema
      ? (words[jsonType(schema.default)] ?? 'any')
      : 'any value';
}

/** As `A whole number, at least 1, at most 100; 20 by default.` */
export function sentenceOf(schema: Schema): string {
  const limited = Object.entries(limits).flatMap(([keyword, say]) => (keyword in schema ? [say(schema[keyword])] : []));
  const kind = kindOf(schema);
  const first = kind.startsWith('`') ? kind : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return `${[first, ...limited].join(', ')}${'default' in schema ? `; ${code(schema.default)} by default` : ''}.`;
}
