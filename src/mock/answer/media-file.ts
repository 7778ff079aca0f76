/** Serves the files behind the addresses that the mock hands out. Loaded when the first one is asked for. */
import { formatRange, multipartRanges, parseRange } from '../../http/files/byte-ranges.js';
import { type FileVersion, preconditionStatus, rangeApplies } from '../../http/files/preconditions.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import { mediaFolder, type Sample, samples } from './media.js';

export interface MediaFile {
  type: string;
  bytes: Uint8Array;
  version: FileVersion;
}

const decoded = new Map<Sample, Uint8Array>();

function bytesOf(sample: Sample): Uint8Array {
  let bytes = decoded.get(sample);
  if (!bytes) {
    bytes = Uint8Array.from(atob(sample.base64), (character) => character.charCodeAt(0));
    decoded.set(sample, bytes);
  }
  return bytes;
}

/** Earlier than any job that they stand for: they change with a version of the package only, which the entity tag tells. */
const lastModified = 'Thu, 01 Jan 2026 00:00:00 GMT';

const versions = new Map<Sample, FileVersion>();

function versionOf(sample: Sample): FileVersion {
  const known = versions.get(sample);
  if (known) return known;
  const version = { etag: entityTag(bytesOf(sample)), lastModified };
  versions.set(sample, version);
  return version;
}

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
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const sample = samples.find((candidate) => candidate.extension === extension);
  return sample && serveFile(request, { type: sample.type, bytes: bytesOf(sample), version: versionOf(sample) });
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
