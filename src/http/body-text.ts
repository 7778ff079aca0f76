/** The text of a body as it comes over the wire. */
import { inTurn } from '../in-turn.js';
import { charsetOf } from './media-type.js';
import { BodyTooLargeError, type HeaderLookup, UnreadableBodyError } from './message.js';

/** Loads what reads other bodies than plain ones in UTF-8. */
export const loadEncodings = () => inTurn(() => import('./encoded-body.js'));

/** Made when it is needed: jest's jsdom has none, and only who reads a body is to hear of it. */
let utf8: TextDecoder | undefined;

const isPlain = (header: HeaderLookup): boolean => !header('content-encoding') && /^utf-?8$/i.test(charsetOf(header('content-type')));

/**
 * @param limit largest size in bytes, as it comes and decoded
 * @throws BodyTooLargeError above the limit; UnreadableBodyError for an encoding or charset that is not known, and for bytes that are not in it
 */
export async function bodyText(bytes: Uint8Array, header: HeaderLookup, limit: number): Promise<string> {
  if (bytes.length > limit) throw new BodyTooLargeError(limit);
  if (!isPlain(header)) return (await loadEncodings()).decodedText(bytes, header, limit);
  utf8 ??= new TextDecoder();
  return utf8.decode(bytes);
}

/** Of a body that is judged and not served, in bytes. */
export const largestJudged = 64 * 2 ** 20;

/** What a judge who does not serve it knows of a body that was not read: why it cannot be; null for one that is too large. */
export function unread(error: unknown): UnreadableBodyError | null {
  if (error instanceof UnreadableBodyError) return error;
  if (error instanceof BodyTooLargeError) return null;
  throw error;
}
