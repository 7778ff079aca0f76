/** The text in a request that a model reads: messages, instructions, tool calls and their results, tool definitions. */
import type { Json } from '../../contract/prepared/json.js';
import { namesOf } from '../../http/json/names-of.js';
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

function readMember(key: string, value: Json, depth: number, parts: ReadPart[]): void {
  if (typeof value === 'string') {
    if (textMembers.has(key)) parts.push(value);
  } else if (depth > deepest) return;
  else if (Array.isArray(value))
    for (const item of value)
      if (isObject(item)) readMembers(item, namesOf(item), depth + 1, parts);
      else readMember(key, item, depth + 1, parts);
  else if (isObject(value))
    if (jsonMembers.has(key)) parts.push(value);
    else readMembers(value, namesOf(value), depth + 1, parts);
}

function readMembers(object: JsonObject, names: readonly string[], depth: number, parts: ReadPart[]): void {
  for (const name of names) if (Object.hasOwn(object, name)) readMember(name, object[name] as Json, depth, parts);
}

/** What is read in these members of a request, in order. */
export function readParts(request: JsonObject, names: readonly string[]): ReadPart[] {
  const parts: ReadPart[] = [];
  readMembers(request, names, 0, parts);
  return parts;
}
