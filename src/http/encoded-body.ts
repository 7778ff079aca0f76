/** The text of a body that is compressed, or in another charset than UTF-8. Loaded when one first comes, which is seldom. */
import { charsetOf } from './media-type.js';
import { BodyTooLargeError, type HeaderLookup, UnreadableBodyError } from './message.js';

/** Absent in a browser, which is asked for what it has instead. Not imported, so that bundles for pages need no such module. */
const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');

type Decode = (bytes: Uint8Array, limit: number) => Uint8Array;

/** zlib (RFC 9110, 8.4.1.2), or what many clients send in its place: the same without its header. */
const isZlib = ([first = 0, second = 0]: Uint8Array): boolean => (first & 15) === 8 && ((first << 8) | second) % 31 === 0;

const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>(
  zlib && [
    ['gzip', (bytes, limit) => zlib.gunzipSync(bytes, { maxOutputLength: limit })],
    ['deflate', (bytes, limit) => (isZlib(bytes) ? zlib.inflateSync : zlib.inflateRawSync)(bytes, { maxOutputLength: limit })],
    ['br', (bytes, limit) => zlib.brotliDecompressSync(bytes, { maxOutputLength: limit })],
  ],
);

/** Content encodings that are read. */
const knownEncodings: readonly string[] = zlib ? [...decoders.keys()] : ['gzip', 'deflate'];

/** Each is decoded at the cost of a whole body. */
const mostEncodings = 3;

const refusedEncoding = (message: string) =>
  new UnreadableBodyError(
    415,
    message,
    'content-encoding',
    `must be ${knownEncodings.join(', ')} or absent, at most ${mostEncodings} of them`,
    knownEncodings,
  );

/** The encodings of a body, in the order in which they are undone. */
function encodingsOf(header: string | null | undefined): string[] {
  if (!header) return [];
  const named = header
    .split(',')
    .map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/^x-(?=gzip$)/, ''),
    )
    .filter((name) => name !== '' && name !== 'identity');
  const unknown = named.find((name) => !knownEncodings.includes(name));
  if (unknown !== undefined)
    throw refusedEncoding(`content encoding ${unknown} is not supported; send ${knownEncodings.join(', ')} or none`);
  if (named.length > mostEncodings) throw refusedEncoding(`at most ${mostEncodings} content encodings are supported, got ${named.length}`);
  return named.reverse();
}

function undone(bytes: Uint8Array, name: string, limit: number): Uint8Array {
  try {
    return (decoders.get(name) as Decode)(bytes, limit);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLargeError(limit);
    throw broken(name, message);
  }
}

const broken = (name: string, reason: string) =>
  new UnreadableBodyError(
    400,
    `the body is not valid ${name}, which content-encoding names: ${reason}`,
    'content-encoding',
    `must be what the body is in (${reason})`,
  );

/** What a browser decodes, piece by piece, so that a small body cannot become more than the limit. */
async function undoneInBrowser(bytes: Uint8Array, name: string, limit: number): Promise<Uint8Array> {
  const format = name === 'deflate' && !isZlib(bytes) ? 'deflate-raw' : (name as CompressionFormat);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: Error) => {
      throw broken(name, error.message);
    });
    if (done) return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new BodyTooLargeError(limit);
    }
    pieces.push(value);
  }
}

const byteOrderMarks: readonly [charset: string, ...bytes: number[]][] = [
  ['utf-16be', 0xfe, 0xff],
  ['utf-16le', 0xff, 0xfe],
];

/** The text of bytes that are in no content encoding any more; a byte order mark is no part of it, and tells more than a name. */
function decodeText(bytes: Uint8Array, contentType: string | null | undefined): string {
  const named = charsetOf(contentType);
  const [marked] = byteOrderMarks.find(([, first, second]) => bytes[0] === first && bytes[1] === second) ?? [];
  try {
    return new TextDecoder(marked ?? named).decode(bytes);
  } catch {
    throw new UnreadableBodyError(415, `charset ${named} is not supported; send utf-8`, 'content-type', 'must name the charset utf-8');
  }
}

/**
 * The text of a body. Node only.
 *
 * @param limit largest size in bytes, as it comes and decoded
 * @throws BodyTooLargeError above the limit; UnreadableBodyError for an encoding or charset that is not known, and for bytes that are not in it
 */
export function decodedTextSync(bytes: Uint8Array, header: HeaderLookup, limit: number): string {
  return decodeText(decodedBytesSync(bytes, header, limit), header('content-type'));
}

/** Like {@link decodedTextSync}, without reading them as text. */
export function decodedBytesSync(bytes: Uint8Array, header: HeaderLookup, limit: number): Uint8Array {
  if (bytes.length > limit) throw new BodyTooLargeError(limit);
  let plain = bytes;
  if (bytes.length > 0) for (const name of encodingsOf(header('content-encoding'))) plain = undone(plain, name, limit);
  return plain;
}

/** Like {@link decodedTextSync}, in a browser too. */
export async function decodedText(bytes: Uint8Array, header: HeaderLookup, limit: number): Promise<string> {
  if (zlib) return decodedTextSync(bytes, header, limit);
  if (bytes.length > limit) throw new BodyTooLargeError(limit);
  let plain = bytes;
  if (bytes.length > 0) for (const name of encodingsOf(header('content-encoding'))) plain = await undoneInBrowser(plain, name, limit);
  return decodeText(plain, header('content-type'));
}
