/** Content and alternatives: what the protocols share. */
import type { Json } from '../../contract/prepared/json.js';
import { asObjects, asText, type JsonObject } from './json.js';

/** The text of content that is one text or a list of parts. */
export const contentText = (content: Json | undefined): string =>
  typeof content === 'string'
    ? content
    : asObjects(content)
        .map((part) => asText(part.text))
        .join('');

/**
 * That many alternatives, numbered: the existing ones, then copies of the first.
 * @param renew gives a copy what no two alternatives share, such as the ids of its calls
 */
export const repeat = (alternatives: Json | undefined, count: number, renew: (copy: JsonObject) => JsonObject): Json[] => {
  const existing = asObjects(alternatives);
  const [first] = existing;
  if (first === undefined || existing.length === count) return existing;
  return Array.from({ length: count }, (_, index) => ({ ...(existing[index] ?? renew(first)), index }));
};
