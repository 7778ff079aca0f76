/** Serves the files behind the addresses that the mock hands out. Loaded when the first one is asked for. */
import { formatRange, multipartRanges, parseRange } from '../../http/files/byte-ranges.js';
import { type FileVersion, preconditionStatus, rangeApplies } from '../../http/files/preconditions.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import { shapeIn } from '../media/shape.js';
import { makeMp4 } from '../media/video/mp4.js';
import { mediaFolder, samples } from './media.js';

export interface MediaFile {
  type: string;
  bytes: Uint8Array;
  version: FileVersion;
}

/** Earlier than any job that they stand for: they change with a version of the package only, which the entity tag tells. */
const lastModified = 'Thu, 01 Jan 2026 00:00:00 GMT';

/** Tells one content from another. */
export function entityTag(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `"${bytes.length.toString(16)}-${hash.toString(16)}"`;
}

/** Answers a request for one of the sample files. */
export function serveMedia(request: HttpRequest): HttpResponse | undefined {
  const { path } = request;
  if (!path.startsWith(mediaFolder)) return undefined;
  const dot = path.lastIndexOf('.');
  const sample = samples.find(({ extension }) => extension === path.slice(dot + 1));
  const shape = shapeIn(path.slice(mediaFolder.length, dot));
  if (!sample || !shape) return undefined;
  const bytes = sample.bytes?.(shape) ?? makeMp4(shape.width ?? 64, shape.height ?? 36, shape.seconds ?? 5);
  return serveFile(request, { type: sample.type, bytes, version: { etag: entityTag(bytes), lastModified } });
}

/** Answers a request for a file, with the parts, conditions and methods that a store of files has (RFC 9110). */
export function serveFile(request: HttpRequest, { type: mediaType, bytes, version }: MediaFile): HttpResponse {
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD', 'content-length': '0' }, body: null };
  const header = (name: string) => request.header(name);
  const headers: Record<string, string> = {
    etag: version.etag,
    'last-modified': version.lastModified,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
  };
  const ended = preconditionStatus(header, version);
  if (ended === 304) return { status: 304, headers, body: null };
  if (ended !== undefined) return { status: ended, headers: { ...headers, 'content-length': '0' }, body: null };
  const send = (status: number, part: Uint8Array, more: Record<string, string>): HttpResponse => ({
    status,
    headers: { 'content-type': mediaType, ...headers, ...more, 'content-length': String(part.length) },
    body: method === 'HEAD' ? null : part,
  });
  // Only GET knows parts.
  const ranges = method === 'GET' && rangeApplies(header, version) ? parseRange(header('range'), bytes.length) : undefined;
  if (!ranges) return send(200, bytes, {});
  const [range, ...others] = ranges;
  if (!range)
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}`, 'content-length': '0' }, body: null };
  if (others.length === 0)
    return send(206, bytes.subarray(range.from, range.to + 1), { 'content-range': formatRange(range, bytes.length) });
  const { type, bytes: parts } = multipartRanges(bytes, mediaType, ranges);
  return send(206, parts, { 'content-type': type });
}
