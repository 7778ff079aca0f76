/** Reading and changing answers: what the protocols share. */
import type { Json } from '../../contract/prepared.js';
import { asObjects, asText, type JsonObject } from './json.js';

/** The text of content that is one text or a list of parts. */
export const contentText = (content: Json | undefined): string =>
  typeof content === 'string'
    ? content
    : asObjects(content)
        .map((part) => asText(part.text))
        .join('');

/** How to tell the parts of an answer: content blocks (Messages), parts (Gemini) or output items (Responses). */
export interface PartKinds {
  isText(part: JsonObject): boolean;
  isCall(part: JsonObject): boolean;
}

/**
 * The parts without calls and with one text, in the place of the first or at the end.
 * @param create makes the text part from the one it replaces, if there is one
 */
export function replaceText(
  parts: JsonObject[],
  { isText, isCall }: PartKinds,
  create: (old: JsonObject | undefined) => JsonObject,
): Json[] {
  const old = parts.find(isText);
  if (!old) return [...parts.filter((part) => !isCall(part)), create(undefined)];
  return parts.flatMap((part) => {
    if (part === old) return [create(old)];
    return isText(part) || isCall(part) ? [] : [part];
  });
}

/** The parts with other calls. Text stays only where it led up to calls; else it was an answer, which calls do not follow. */
export function replaceCalls(parts: JsonObject[], { isText, isCall }: PartKinds, calls: JsonObject[]): Json[] {
  const keepText = parts.some(isCall);
  return [...parts.filter((part) => !isCall(part) && (keepText || !isText(part))), ...calls];
}

/** That many alternatives, numbered: the existing ones, then copies of the first. */
export const repeat = (alternatives: Json | undefined, count: number): Json[] => {
  const existing = asObjects(alternatives);
  if (existing.length === 0 || existing.length === count) return existing;
  return Array.from({ length: count }, (_, index) => ({ ...(existing[index] ?? existing[0]), index }));
};
