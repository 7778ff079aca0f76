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

/** A text, or an object that is read as its JSON. */
export type ReadPart = string | JsonObject;

/** Members whose objects are read as JSON: schemas, arguments and results of tools. */
const jsonMembers = new Set(['parameters', 'parametersJsonSchema', 'input_schema', 'input', 'args', 'response']);

/** What is deeper is read no more. */
const deepest = 200;

function readMember(key: string, value: Json, depth: number): ReadPart[] {
  if (typeof value === 'string') return textMembers.has(key) ? [value] : [];
  if (depth > deepest) return [];
  if (Array.isArray(value))
    return value.flatMap((item) => (isObject(item) ? readMembers(item, depth + 1) : readMember(key, item, depth + 1)));
  if (!isObject(value)) return [];
  return jsonMembers.has(key) ? [value] : readMembers(value, depth + 1);
}

const readMembers = (object: JsonObject, depth: number): ReadPart[] =>
  Object.entries(object).flatMap(([key, value]) => readMember(key, value, depth));

/** What is read in these members of a request, in order. */
export const readParts = (request: JsonObject): ReadPart[] => readMembers(request, 0);
