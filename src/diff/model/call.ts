/** What is known of one call: what was sent, and what came. */

/** A value, and where it stands in what was sent or came. */
export interface Held {
  pointer: string;
  value: unknown;
}

/** Everything may be unknown: `undefined` says so, in place of a guess. */
export interface Call {
  /** The texts that were sent for a parameter, none where it was left out. @param key position of one in the path, else its name in lower case for a header */
  parameter(place: string, key: string): string[] | undefined;
  request: Content;
  status: number | undefined;
  response: Content & { hasHeader(name: string): boolean | undefined };
  /** Whether it was made with a key in one of these places. */
  hasKeyFor(places: KeyPlace[]): boolean | undefined;
}

/** Where a request may have a key. */
export interface KeyPlace {
  in: string;
  name: string;
  /** Stands before the key. */
  word?: string;
}

export interface Content {
  /** Whether there was a body. */
  hasBody: boolean | undefined;
  /** Without parameters, in lower case. */
  mediaType: string | undefined;
  /** The body, or the events of a stream; none where it is no JSON. */
  values: Held[] | undefined;
}
