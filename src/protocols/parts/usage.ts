/** Counts of tokens in an answer that is built. */
import type { Json } from '../../contract/prepared.js';
import { asObjects, isObject, type JsonObject } from './json.js';

type Counts = Record<string, number | undefined | Record<string, number | undefined>>;

/** The value with no tokens counted. */
function uncounted(value: Json): Json {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(uncounted);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, uncounted(member)])) : value;
}

/** A breakdown of a count says no more than it did: its kinds differ from vendor to vendor. */
const breakdown = (details: JsonObject, counts: Record<string, number | undefined>): JsonObject => ({
  ...details,
  ...Object.fromEntries(Object.entries(counts).flatMap(([kind, count]) => (kind in details && count !== undefined ? [[kind, count]] : []))),
});

/** The usage with these counts. All others are none, since they belong to another answer. A count of nothing that it does not have stays away. */
export function recount(usage: JsonObject, counts: Counts): JsonObject {
  const recounted = uncounted(usage) as JsonObject;
  for (const [member, count] of Object.entries(counts)) {
    const details = recounted[member];
    if (typeof count !== 'object') {
      if (count !== undefined && (count > 0 || member in usage)) recounted[member] = count;
    } else if (isObject(details)) recounted[member] = breakdown(details, count);
  }
  return recounted;
}

/** A list of counts by modality: that of text, which comes first whether there is any or not, and that of pictures where there are some. */
export function byModality(details: Json | undefined, text: number, image = 0): JsonObject[] {
  const [first = {}] = asObjects(details);
  return [
    { ...first, modality: 'TEXT', tokenCount: Math.max(0, text) },
    ...(image > 0 ? [{ ...first, modality: 'IMAGE', tokenCount: image }] : []),
  ];
}
