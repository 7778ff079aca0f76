/** A JSON Schema in the words of a prompt, where clients put it for models that take none beside them. */
import type { Json } from '../../contract/prepared.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { isObject, type JsonObject } from '../../protocols/parts/json.js';

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
const isSchema = (value: Json): value is JsonObject =>
  isObject(value) && (isObject(value.properties) || isObject(value.$defs) || typeof value.$schema === 'string');

function schemaIn(text: string): JsonObject | undefined {
  if (text.length > most.characters) return undefined;
  let left = most.objects;
  for (let start = text.indexOf('{'); start !== -1 && left-- > 0; start = text.indexOf('{', start)) {
    const end = endOf(text, start);
    const value = end === -1 ? null : parsed(text.slice(start, end));
    if (isSchema(value)) return value;
    start = value === null ? start + 1 : end;
  }
  return undefined;
}

/** The schema that the system or the user tells; the latest words count most. */
export const toldSchema = ({ user, system }: Conversation): JsonObject | undefined => schemaIn(user) ?? schemaIn(system);
