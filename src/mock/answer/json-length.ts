/** How long the JSON of a value is, without making it: that of a large schema takes as long as to parse it. */
import type { Json } from '../../contract/prepared/json.js';
import { namesOf } from '../../http/json/names-of.js';

/** Members of one object, or items of one list, that are measured: of more, these tell how long all of them are. */
const mostMeasured = 5000;

/** What JSON may write in more characters than one. */
const escaped = /["\\\p{Cc}\p{Cs}]/u;

const textLength = (text: string): number => (escaped.test(text) ? JSON.stringify(text).length : text.length + 2);

/** @returns characters; exact unless there are more than 5000 members or items in one place */
export function jsonLength(value: Json): number {
  if (typeof value === 'string') return textLength(value);
  if (value === null || typeof value !== 'object') return String(value).length;
  const names = Array.isArray(value) ? undefined : namesOf(value);
  const count = names?.length ?? (value as Json[]).length;
  const measured = Math.min(count, mostMeasured);
  let length = 0;
  for (let index = 0; index < measured; index++) {
    const name = names?.[index];
    length +=
      name === undefined
        ? jsonLength((value as Json[])[index] as Json)
        : textLength(name) + 1 + jsonLength((value as Record<string, Json>)[name] as Json);
  }
  const all = measured === count ? length : Math.round((length / measured) * count);
  return all + Math.max(0, count - 1) + 2;
}
