/** The small real files behind every address that the mock hands out. */
import { media } from '../../../compiled/media.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';

const folder = '/__mock/media/';

interface Sample {
  type: string;
  extension: string;
  base64: string;
}

const samples: readonly Sample[] = media;
const decoded = new Map<Sample, Uint8Array>();

/** The file that is most like the one wanted: `image/webp` is answered with another picture. */
function sampleOf(type: string): Sample {
  const wanted = (type.includes('/') ? type : `image/${type}`).replace('jpg', 'jpeg');
  const kind = wanted.slice(0, wanted.indexOf('/') + 1);
  const found = samples.find((sample) => sample.type === wanted) ?? samples.find((sample) => sample.type.startsWith(kind)) ?? samples[0];
  if (!found) throw new Error(`there is no file to stand for ${type}`);
  return found;
}

function bytesOf(sample: Sample): Uint8Array {
  let bytes = decoded.get(sample);
  if (!bytes) {
    bytes = Uint8Array.from(atob(sample.base64), (character) => character.charCodeAt(0));
    decoded.set(sample, bytes);
  }
  return bytes;
}

/** Address of a file of this type on this server. */
export const mediaAddress = (origin: string, name: string, type: string): string =>
  `${origin}${folder}${encodeURIComponent(name)}.${sampleOf(type).extension}`;

/** A small picture, as a data URL. */
export function samplePicture(): string {
  const { type, base64 } = sampleOf('image/*');
  return `data:${type};base64,${base64}`;
}

/** The value that stands where the example has `current`: a data URL, base64 text, or an address. */
export function mediaValue(current: unknown, type: string, origin: string): unknown {
  if (typeof current !== 'string') return current;
  const ours = sampleOf(type);
  const inUrl = /^data:([^;,]+)/.exec(current);
  if (inUrl) return `data:${ours.type};base64,${ours.base64}`;
  if (/^[a-z]+:\/\//i.test(current)) return mediaAddress(origin, 'file', type);
  return ours.base64;
}

/** Parses `bytes=from-to`; `undefined` for a header to be ignored, `null` for a range outside of the file. */
function parseRange(header: string | undefined, size: number): { from: number; to: number } | null | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? null : { from, to };
}

/** Answers a request for one of the files, with `Range` (RFC 9110) and `HEAD`. */
export function serveMedia(request: HttpRequest): HttpResponse | undefined {
  if (!request.path.startsWith(folder)) return undefined;
  const extension = request.path.slice(request.path.lastIndexOf('.') + 1);
  const sample = samples.find((candidate) => candidate.extension === extension);
  if (!sample) return undefined;
  const bytes = bytesOf(sample);
  const headers: Record<string, string> = {
    'content-type': sample.type,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
  };
  const range = parseRange(request.header('range'), bytes.length);
  if (range === null)
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}`, 'content-length': '0' }, body: null };
  const part = range ? bytes.subarray(range.from, range.to + 1) : bytes;
  if (range) headers['content-range'] = `bytes ${range.from}-${range.to}/${bytes.length}`;
  headers['content-length'] = String(part.length);
  return { status: range ? 206 : 200, headers, body: request.method === 'HEAD' ? null : part };
}
