/** Both spellings of a member: proto3 JSON takes `function_declarations` for `functionDeclarations`. */
import type { Json } from '../../contract/prepared/json.js';
import { namesOf } from '../../http/json/names-of.js';
import { isObject, type JsonObject } from '../parts/json.js';

/** Members that hold JSON of the caller's own, whose names are no members of the protocol. */
const opaque = new Set(['args', 'response', 'parametersJsonSchema', 'responseJsonSchema', 'labels', 'default', 'example', 'enum']);

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const isSnake = (name: string): boolean => name.includes('_') && !name.startsWith('_');

/** Members of requests are not as deep; deeper ones are left alone. */
const deepest = 200;

/** Spellings of names that came before: there are few, and many members have them. */
const known = new Map<string, string>();
const mostKnown = 1000;

function spellingOf(name: string): string {
  if (!isSnake(name)) return name;
  let spelled = known.get(name);
  if (spelled === undefined) {
    spelled = camelCase(name);
    if (known.size < mostKnown) known.set(name, spelled);
  }
  return spelled;
}

/** The value with its members in one spelling; the value itself where they are, as in most requests. */
function respell(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (!Array.isArray(value)) return respellMembers(value, depth, spellingOf);
  let copy: Json[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const item = value[index] as Json;
    const respelled = respell(item, depth + 1);
    if (respelled === item) continue;
    copy ??= [...value];
    copy[index] = respelled;
  }
  return copy ?? value;
}

/** @param spell gives the names of its members their spelling; those of a schema are the caller's */
function respellMembers(object: JsonObject, depth: number, spell: (name: string) => string): JsonObject {
  let copy: [string, Json][] | undefined;
  const names = namesOf(object);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const member = object[name] as Json;
    const spelled = spell(name);
    const respelled =
      spell !== spellingOf
        ? respell(member, depth + 1)
        : spelled === 'properties' && isObject(member)
          ? respellMembers(member, depth + 1, asItIs)
          : opaque.has(spelled)
            ? member
            : respell(member, depth + 1);
    if (!copy && (respelled !== member || spelled !== name)) copy = names.slice(0, index).map((before) => [before, object[before] as Json]);
    copy?.push([spelled, respelled]);
  }
  return copy ? Object.fromEntries(copy) : object;
}

const asItIs = (name: string): string => name;

/** The request with its members in the spelling of the protocol's documentation; the request itself where all are. */
export const canonical = (request: Json): Json => respell(request, 0);
