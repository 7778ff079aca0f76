/** Counts of tokens in an answer that is built. */
import type { Json } from '../../contract/prepared/json.js';
import { asObject, asObjects, isObject, type JsonObject } from './json.js';

interface Counts {
  [member: string]: number | undefined | Counts;
}

/** The value with no tokens counted. */
function uncounted(value: Json): Json {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(uncounted);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, uncounted(member)])) : value;
}

/** The usage with these counts. All others are none, since they belong to another answer. A count of nothing that it does not have stays away. */
export function recount(usage: JsonObject, counts: Counts): JsonObject {
  const recounted = uncounted(usage) as JsonObject;
  for (const [member, count] of Object.entries(counts)) {
    if (typeof count === 'object') {
      const details = recount(asObject(usage[member]), count);
      if (member in usage || Object.keys(details).length > 0) recounted[member] = details;
    } else if (count !== undefined && (count > 0 || member in usage)) recounted[member] = count;
  }
  return recounted;
}

/** A count of what is left of the others in a breakdown: such a kind is told by some vendors only. */
export const ifTold = (details: Json | undefined, kind: string, count: number | undefined): number | undefined =>
  kind in asObject(details) ? count : undefined;

/** A list of counts by modality: that of text, which comes first whether there is any or not, and that of pictures where there are some. */
export function byModality(details: Json | undefined, text: number, image = 0): JsonObject[] {
  const [first = {}] = asObjects(details);
  return [
    { ...first, modality: 'TEXT', tokenCount: Math.max(0, text) },
    ...(image > 0 ? [{ ...first, modality: 'IMAGE', tokenCount: image }] : []),
  ];
}
