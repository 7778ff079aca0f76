/** Content and alternatives: what the protocols share. */
import type { Json } from '../../contract/prepared.js';
import { asObjects, asText } from './json.js';

/** The text of content that is one text or a list of parts. */
export const contentText = (content: Json | undefined): string =>
  typeof content === 'string'
    ? content
    : asObjects(content)
        .map((part) => asText(part.text))
        .join('');

/** That many alternatives, numbered: the existing ones, then copies of the first. */
export const repeat = (alternatives: Json | undefined, count: number): Json[] => {
  const existing = asObjects(alternatives);
  if (existing.length === 0 || existing.length === count) return existing;
  return Array.from({ length: count }, (_, index) => ({ ...(existing[index] ?? existing[0]), index }));
};
