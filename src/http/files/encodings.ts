/** Texts that are sent compressed to those who take it (RFC 9110, 12.5.3). Node only. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpRequest, HttpResponse } from '../message.js';
import { preconditionStatus } from './preconditions.js';

/** In a thread of their own. At its best, the first takes seconds for what it makes a tenth smaller. */
const compressors = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (text: string) => promisify(gzip)(text),
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
export function textFile(text: string, headers: Readonly<Record<string, string>>): TextFile {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const lastModified = new Date().toUTCString();
  const made = new Map<Encoding, Promise<Uint8Array>>();
  return async (request) => {
    const encoding = acceptedEncoding(request.header('accept-encoding'));
    const etag = `"${digest}${encoding ? `-${encoding}` : ''}"`;
    const head = { ...headers, etag, 'last-modified': lastModified, vary: 'accept-encoding', 'cache-control': 'no-cache' };
    const status = preconditionStatus((name) => request.header(name), { etag, lastModified });
    if (status !== undefined) return { status, headers: head, body: null };
    if (!encoding) return { status: 200, headers: head, body: text };
    const compressed = made.get(encoding) ?? compressors[encoding](text);
    made.set(encoding, compressed);
    const body = await compressed;
    return { status: 200, headers: { ...head, 'content-encoding': encoding, 'content-length': String(body.length) }, body };
  };
}
