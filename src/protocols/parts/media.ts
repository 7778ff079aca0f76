/** Pictures and files in requests and answers. */
import { asString, isObject, type JsonObject } from './json.js';

/** Media inside of a text, as an address. */
export const dataUrl = (mediaType: string, base64: string): string => `data:${mediaType};base64,${base64}`;

/** What a data URL holds; nothing where it is another address. */
export function readDataUrl(url: string): { mediaType: string; base64: string } | undefined {
  if (!url.startsWith('data:')) return undefined;
  const comma = url.indexOf(',');
  return { mediaType: url.slice('data:'.length, comma).replace(/;.*/, ''), base64: url.slice(comma + 1) };
}

/** Members in which parts of messages name their media, or hold it. */
const sources = ['url', 'file_url', 'image_url', 'video_url', 'file_data', 'data', 'fileUri', 'file_id'];

/** The address, id or data of the media that a part holds, at any of the usual places and at most two objects deep; nothing for other parts. */
export function mediaOf(part: JsonObject, depth = 0): string[] {
  for (const name of sources) {
    const source = asString(part[name]);
    if (source !== undefined) return [source];
  }
  if (depth === 2) return [];
  for (const name in part) {
    const value = part[name];
    const inside = isObject(value) ? mediaOf(value, depth + 1) : [];
    if (inside.length > 0) return inside;
  }
  return [];
}
