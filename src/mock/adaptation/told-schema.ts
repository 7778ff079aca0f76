/** A JSON Schema, or an example, in the words of a prompt, where clients put it for models that take none beside them. */
import type { Json } from '../../contract/prepared/json.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { asObject, isObject, type JsonObject } from '../../protocols/parts/json.js';

/** Longer prompts are not searched, nor further objects in one. */
const most = { characters: 200_000, objects: 20 };

/** The end of the object that begins here, by its braces; -1 where it has none. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (isText) {
      if (character === '\\') at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

/** An example of an answer says nothing of properties. */
const isSchema = (value: JsonObject): boolean => isObject(value.properties) || isObject(value.$defs) || typeof value.$schema === 'string';

/** A schema may stand in the form of an answer, as in a request: `{ json_schema: { schema } }`. */
function contentOf(value: JsonObject): JsonObject {
  const { schema } = asObject(value.json_schema);
  return isObject(schema) ? schema : value;
}

/** The JSON objects in a text, one after the other, as far as it is searched. */
function* objectsIn(text: string): Generator<JsonObject> {
  if (text.length > most.characters) return;
  let left = most.objects;
  for (let start = text.indexOf('{'); start !== -1 && left-- > 0; start = text.indexOf('{', start)) {
    const end = endOf(text, start);
    const value = end === -1 ? null : parsed(text.slice(start, end));
    if (isObject(value)) yield contentOf(value);
    start = value === null ? start + 1 : end;
  }
}

function firstIn(text: string, isWanted: (value: JsonObject) => boolean): JsonObject | undefined {
  for (const value of objectsIn(text)) if (isWanted(value)) return value;
  return undefined;
}

/** The first schema in a text. */
export const schemaIn = (text: string): JsonObject | undefined => firstIn(text, isSchema);

/** The schema that the system or the user tells; the latest words count most. */
export const toldSchema = ({ user, system }: Conversation): JsonObject | undefined => schemaIn(user) ?? schemaIn(system);

const membersOf = (value: JsonObject): string => Object.keys(value).join();

/** Among words that ask for JSON, an object that is no schema is an example of the answer: the first, or the fullest of those that have the same members. */
export function toldExample(text: string): JsonObject | undefined {
  let best: JsonObject | undefined;
  for (const value of objectsIn(text)) {
    if (isSchema(value) || Object.keys(value).length === 0) continue;
    if (!best || (membersOf(value) === membersOf(best) && JSON.stringify(value).length > JSON.stringify(best).length)) best = value;
  }
  return best;
}
