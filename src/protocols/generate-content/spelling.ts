/** Both spellings of a member: proto3 JSON takes `function_declarations` for `functionDeclarations`. */
import type { Json } from '../../contract/prepared.js';
import { isObject } from '../parts/json.js';

/** Members that hold JSON of the caller's own, whose names are no members of the protocol. */
const opaque = new Set(['args', 'response', 'parametersJsonSchema', 'responseJsonSchema', 'labels', 'default', 'example', 'enum']);

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const isSnake = (name: string): boolean => name.includes('_') && !name.startsWith('_');

/** Members of requests are not as deep; deeper ones are left alone. */
const deepest = 200;

/** Whether any member that is read has the other spelling; most requests have none, and are not copied. */
function hasSnake(value: Json, depth = 0): boolean {
  if (depth > deepest) return false;
  const inside = (member: Json): boolean => hasSnake(member, depth + 1);
  if (Array.isArray(value)) return value.some(inside);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, member]) => isSnake(name) || (name === 'properties' ? anyOf(member, inside) : !opaque.has(name) && inside(member)),
  );
}

/** The members of a schema have names of the caller's, and schemas of the protocol. */
const anyOf = (members: Json, test: (member: Json) => boolean): boolean => isObject(members) && Object.values(members).some(test);

function respell(value: Json, depth = 0): Json {
  if (depth > deepest) return value;
  const inside = (member: Json): Json => respell(member, depth + 1);
  if (Array.isArray(value)) return value.map(inside);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const spelled = isSnake(name) ? camelCase(name) : name;
      if (spelled === 'properties' && isObject(member))
        return [spelled, Object.fromEntries(Object.entries(member).map(([key, schema]) => [key, inside(schema)]))];
      return [spelled, opaque.has(spelled) ? member : inside(member)];
    }),
  );
}

/** The request with its members in the spelling of the protocol's documentation; the request itself where all are. */
export const canonical = (request: Json): Json => (hasSnake(request) ? respell(request) : request);
