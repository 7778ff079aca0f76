/** What the server makes up of a response; documented in `openapi/owned-fields.yaml`. */
import type { Json } from './json.js';

/**
 * Runtime expressions of the request, and pointers into the answer (`$response.body#/…`), that say what shape a picture or video has; of several the first
 * that has a value.
 */
export interface AskedShape {
  /** Both sides, such as `1280x720`. */
  size?: string[];
  /** Width to height, such as `16:9`. */
  ratio?: string[];
  /** Length, such as 5, `5` or `5s`. */
  seconds?: string[];
}

export type OwnedField =
  | { id: string }
  | { now: 'unix' | 'rfc3339' }
  /**
   * What the request has there; `without`: a pattern of what is left out of it; `completed`: by the type of a thing, members that it has in
   * the answer where the request leaves them out; `isMediaType`: it is that of the medium beside it, which may be
   * the caller's own.
   */
  | { echo: string; without?: string; completed?: Record<string, Record<string, Json>>; isMediaType?: true }
  /** A list of that many entries, or of one for each of the list's; `index`: the member of an entry that counts them, from 0. */
  | { repeat: string; index?: string }
  /** A count of this part of the exchange, or of the text that a runtime expression names. */
  | { tokens: 'input' | 'output' | 'visible' | 'text' | 'reasoning' | 'total' | `$${string}` }
  | { media: string; type?: string; shape?: AskedShape }
  /** The model catalogue; member of an entry -> member of {@link ModelEntry}. */
  | { models: Record<string, 'id' | 'owner'> };

/** A form of a response header that the server makes up. */
export interface OwnedHeader {
  /** The protocol of the operations that it is for; all, if it is absent. */
  protocol?: string;
  /** The media type of the answers that it is for; all, if it is absent. */
  mediaType?: string;
  /** Pointer to the value in the response. */
  answer?: string;
  /** Template of a fresh id. */
  id: string;
}
