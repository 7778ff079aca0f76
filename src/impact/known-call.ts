/** A call of somebody's, as far as what they kept of it tells. */

import type { Document, Operation, Response } from '../contract/openapi.js';
import type { Call, Content, Held } from '../diff/model/call.js';
import { resolve } from '../diff/model/document.js';
import { mediaTypeOf } from '../http/media-type.js';
import type { Secrets } from '../journal/secrets.js';

/** What a call is found by in a contract: its address, or the name of its operation. */
export type CallAddress = { method: string; path: string; origin?: string } | { operation: string };

export interface KnownCall {
  /** Where it was kept. */
  source: string;
  address: CallAddress;
  /** As a person would write it. */
  title: string;
  /** Its keys, which are kept out of what is told of it. */
  secrets?: Secrets;
  call: Omit<Call, 'parameter'> & {
    /** By place and name, in lower case for a header; of the path nothing, which the address tells. */
    sent(place: string, name: string): string[] | undefined;
  };
  /** Name of the documented exchange that it was answered with, whose body is what came. */
  example?: string;
  /** Version of the contract that it was made against. */
  contract?: string;
  /** What of the answer was read, as JSON pointers, `*` for every item; absent where nobody looked. */
  reads?: string[];
  /** The answer is told as far as the caller needs it: more may come. */
  isPartial?: boolean;
}

export const unknownContent: Content = { hasBody: undefined, mediaType: undefined, values: undefined };

/** @param text of a body that is no stream */
export function contentOf(text: string | undefined, mediaType: string | undefined, json?: unknown): Content {
  const type = mediaTypeOf(mediaType);
  if (json !== undefined) return { hasBody: true, mediaType: type, values: [{ pointer: '', value: json }] };
  if (text === undefined || text === '') return { hasBody: false, mediaType: type, values: [] };
  try {
    return { hasBody: true, mediaType: type, values: [{ pointer: '', value: JSON.parse(text) }] };
  } catch {
    return { hasBody: true, mediaType: type, values: [] };
  }
}

/** A pointer into an event of a stream names the event, counted from 1. */
export const eventValues = (events: unknown[]): Held[] => events.map((value, index) => ({ pointer: `event ${index + 1} `, value }));

/** What the documented exchange of that name answers, by the contract that it was made against. */
export function exampleAnswer(
  document: Document,
  operation: Operation,
  status: number | undefined,
  mediaType: string | undefined,
  name: string,
): Held[] | undefined {
  for (const [key, item] of Object.entries(operation.responses)) {
    if (status !== undefined && key !== String(status) && key !== 'default') continue;
    const { content } = resolve<Response>(document, item);
    for (const [type, { examples }] of Object.entries(content ?? {})) {
      const example = examples?.[name];
      if (!example || (mediaType !== undefined && mediaTypeOf(type) !== mediaType)) continue;
      const { value } = example;
      return type === 'text/event-stream' && Array.isArray(value) ? eventValues(value) : [{ pointer: '', value }];
    }
  }
  return undefined;
}
