/** Both spellings of a member: proto3 JSON takes `function_declarations` for `functionDeclarations`. */
import type { Json } from '../../contract/prepared.js';
import { isObject } from '../parts/json.js';

/** Members that hold JSON of the caller's own, whose names are no members of the protocol. */
const opaque = new Set(['args', 'response', 'parametersJsonSchema', 'responseJsonSchema', 'labels', 'default', 'example', 'enum']);

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const isSnake = (name: string): boolean => name.includes('_') && !name.startsWith('_');

/** Members of requests are not as deep; deeper ones are left alone. */
const deepest = 200;

/** The value with its members in one spelling; the value itself where they are, as in most requests. */
function respell(value: Json, depth = 0): Json {
  if (depth > deepest) return value;
  let changed = false;
  const inside = (member: Json): Json => {
    const respelled = respell(member, depth + 1);
    changed ||= respelled !== member;
    return respelled;
  };
  const respellMember = ([name, member]: [string, Json]): [string, Json] => {
    const spelled = isSnake(name) ? camelCase(name) : name;
    changed ||= spelled !== name;
    // The members of a schema have names of the caller's, and schemas of the protocol.
    if (spelled === 'properties' && isObject(member))
      return [spelled, Object.fromEntries(Object.entries(member).map(([key, schema]) => [key, inside(schema)]))];
    return [spelled, opaque.has(spelled) ? member : inside(member)];
  };
  const respelled = Array.isArray(value)
    ? value.map(inside)
    : isObject(value)
      ? Object.fromEntries(Object.entries(value).map(respellMember))
      : value;
  return changed ? respelled : value;
}

/** Whether there is anything to respell: most requests are large and have nothing of the kind. */
function hasSnake(value: Json, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  if (Array.isArray(value)) return value.some((item) => hasSnake(item, depth + 1));
  for (const name in value) if (isSnake(name) || (!opaque.has(name) && hasSnake(value[name] as Json, depth + 1))) return true;
  return false;
}

/** The request with its members in the spelling of the protocol's documentation; the request itself where all are. */
export const canonical = (request: Json): Json => (hasSnake(request) ? respell(request) : request);
