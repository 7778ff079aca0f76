/** The text in a request that a model reads: messages, instructions, tool calls and their results, tool definitions. */
import type { Json } from '../../contract/prepared.js';
import { isObject, type JsonObject } from './json.js';

/** Members whose text is read. Addresses, ids, media and signatures are not. */
const textMembers = new Set([
  'content',
  'text',
  'input',
  'instructions',
  'system',
  'arguments',
  'name',
  'description',
  'thinking',
  'reasoning_content',
  'output',
  'refusal',
]);

/** Members whose objects are read as JSON: schemas, arguments and results of tools. */
const jsonMembers = new Set(['parameters', 'parametersJsonSchema', 'input_schema', 'input', 'args', 'response']);

/** What is deeper is read no more. */
const deepest = 200;

function readMember(key: string, value: Json, depth: number): string[] {
  if (typeof value === 'string') return textMembers.has(key) ? [value] : [];
  if (depth > deepest) return [];
  if (Array.isArray(value))
    return value.flatMap((item) => (isObject(item) ? readMembers(item, depth + 1) : readMember(key, item, depth + 1)));
  if (!isObject(value)) return [];
  return jsonMembers.has(key) ? [JSON.stringify(value)] : readMembers(value, depth + 1);
}

const readMembers = (object: JsonObject, depth: number): string[] =>
  Object.entries(object).flatMap(([key, value]) => readMember(key, value, depth));

/** The text in these members of a request, a line each. */
export const readText = (request: JsonObject): string => readMembers(request, 0).join('\n');
