/** Texts that are sent compressed to those who take it (RFC 9110, 12.5.3). Node only. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import type { HttpRequest, HttpResponse } from '../message.js';
import { preconditionStatus } from './preconditions.js';

type Content = string | Uint8Array;

/** In a thread of their own. At its best, the first takes seconds for what it makes a tenth smaller. */
const compressors = {
  br: (content: Content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (content: Content) => promisify(gzip)(content),
};

type Encoding = keyof typeof compressors;

/** The encoding that a caller likes best, of those that there are; undefined: none. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const accepted = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0] as const;
    }),
  );
  const weightOf = (name: string) => accepted.get(name) ?? accepted.get('*') ?? 0;
  return (Object.keys(compressors) as Encoding[])
    .map((name) => ({ name, weight: weightOf(name) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)[0]?.name;
}

/** Answers with one text, again and again. */
export type TextFile = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * A text that is compressed once for each encoding, when it is first wanted in it, and not sent to who has it.
 * @example
 * ```ts
 * const page = textFile('<!doctype html>…', { 'content-type': 'text/html; charset=utf-8' });
 * const response = await page(request); // compressed, with `etag` and `vary`; or 304
 * ```
 */
export const textFile = (text: string, headers: Readonly<Record<string, string>>): TextFile =>
  inEncodings(text, headers, async (encoding) => (encoding ? compressors[encoding](text) : text));

/** The same, of a text that is compressed already, as `br`. */
export function compressedFile(compressed: Uint8Array, headers: Readonly<Record<string, string>>): TextFile {
  const text = () => promisify(brotliDecompress)(compressed);
  return inEncodings(compressed, headers, async (encoding) =>
    encoding === 'br' ? compressed : encoding ? compressors[encoding](await text()) : text(),
  );
}

/** @param content tells one text from another */
function inEncodings(
  content: Content,
  headers: Readonly<Record<string, string>>,
  make: (encoding: Encoding | undefined) => Promise<Content>,
): TextFile {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const lastModified = new Date().toUTCString();
  const made = new Map<Encoding | undefined, Promise<Content>>();
  return async (request) => {
    const encoding = acceptedEncoding(request.header('accept-encoding'));
    const etag = `"${digest}${encoding ? `-${encoding}` : ''}"`;
    const head = { ...headers, etag, 'last-modified': lastModified, vary: 'accept-encoding', 'cache-control': 'no-cache' };
    const status = preconditionStatus((name) => request.header(name), { etag, lastModified });
    if (status !== undefined) return { status, headers: head, body: null };
    const making = made.get(encoding) ?? make(encoding);
    made.set(encoding, making);
    const body = await making;
    if (!encoding) return { status: 200, headers: head, body };
    return { status: 200, headers: { ...head, 'content-encoding': encoding, 'content-length': String(body.length) }, body };
  };
}
