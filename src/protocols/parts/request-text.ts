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

function readMember(key: string, value: Json): string[] {
  if (typeof value === 'string') return textMembers.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => (isObject(item) ? readMembers(item) : readMember(key, item)));
  if (!isObject(value)) return [];
  return jsonMembers.has(key) ? [JSON.stringify(value)] : readMembers(value);
}

const readMembers = (object: JsonObject): string[] => Object.entries(object).flatMap(([key, value]) => readMember(key, value));

/** The text in these members of a request, a line each. */
export const readText = (request: JsonObject): string => readMembers(request).join('\n');
