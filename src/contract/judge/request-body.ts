/** The body of a request as it comes: is it of a declared media type, is there one at all, and is it JSON? */
import { readJson, UnreadableJsonError } from '../../http/json/json-text.js';
import { inWholeCharacters } from '../../http/json/whole-characters.js';
import { mediaTypeOf } from '../../http/media-type.js';
import type { PreparedOperation } from '../prepared.js';

type DeclaredBody = NonNullable<PreparedOperation['body']>;

export type RequestBody =
  | { kind: 'json'; value: unknown }
  /** There is none, and none is required. */
  | { kind: 'none' }
  | { kind: 'missing' }
  | { kind: 'unreadable'; error: UnreadableJsonError };

/** The media type, where it is none of those declared. A request that names none is taken at its word. */
export function undeclaredType({ mediaTypes }: DeclaredBody, contentType: string | null | undefined): string | undefined {
  const mediaType = mediaTypeOf(contentType);
  return mediaType && !mediaTypes.includes(mediaType) ? mediaType : undefined;
}

/** What the text of a body says, in whole characters. */
export function readBody({ required }: Pick<DeclaredBody, 'required'>, text: string): RequestBody {
  if (text.trim() === '') return { kind: required ? 'missing' : 'none' };
  try {
    return { kind: 'json', value: readJson(inWholeCharacters(text)) };
  } catch (error) {
    if (error instanceof UnreadableJsonError) return { kind: 'unreadable', error };
    throw error;
  }
}
