/** Serves the files behind the addresses that the mock hands out. Loaded when the first one is asked for. */
import { formatRange, multipartRanges, parseRange } from '../../http/byte-ranges.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import { type FileVersion, preconditionStatus, rangeApplies } from '../../http/preconditions.js';
import { mediaFolder, type Sample, samples } from './media.js';

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
  let hash = 0x811c9dc5;
  for (const byte of bytesOf(sample)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const version = { etag: `"${bytesOf(sample).length.toString(16)}-${hash.toString(16)}"`, lastModified };
  versions.set(sample, version);
  return version;
}

/** Answers a request for one of the files, with the parts, conditions and methods that a store of files has (RFC 9110). */
export function serveMedia(request: HttpRequest): HttpResponse | undefined {
  const { method, path } = request;
  if (!path.startsWith(mediaFolder)) return undefined;
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const sample = samples.find((candidate) => candidate.extension === extension);
  if (!sample) return undefined;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD', 'content-length': '0' }, body: null };
  const header = (name: string) => request.header(name);
  const version = versionOf(sample);
  const headers: Record<string, string> = {
    etag: version.etag,
    'last-modified': version.lastModified,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
  };
  const ended = preconditionStatus(header, version);
  if (ended === 304) return { status: 304, headers, body: null };
  if (ended !== undefined) return { status: ended, headers: { ...headers, 'content-length': '0' }, body: null };
  const bytes = bytesOf(sample);
  const send = (status: number, part: Uint8Array, more: Record<string, string>): HttpResponse => ({
    status,
    headers: { 'content-type': sample.type, ...headers, ...more, 'content-length': String(part.length) },
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
  const { type, bytes: parts } = multipartRanges(bytes, sample.type, ranges);
  return send(206, parts, { 'content-type': type });
}
