/** A recorded exchange as a call. */
import { createParser } from 'eventsource-parser';
import type { Content, KeyPlace } from '../../diff/model/call.js';
import { mediaTypeOf } from '../../http/media-type.js';
import { type RecordedResponse, type Recording, textOf } from '../../recording/recording.js';
import type { SourceKind } from '../../recording/sources.js';
import { contentOf, eventValues, type KnownCall, unknownContent } from '../known-call.js';
import { told } from './told.js';

/** @param kind what wrote it: browsers leave out keys, and bodies that they did not keep; journals keep no answers */
export function callOfRecording(source: string, recording: Recording, kind: SourceKind): KnownCall | undefined {
  const { request, response, contract, reads } = recording;
  const address = new URL(request.url, 'http://gateway');
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const { headers } = request;
  const isOwn = request.url.startsWith('/');
  return {
    source,
    ...told(request.method, isOwn ? request.url : address.origin + address.pathname + address.search, headers, address.searchParams),
    address: { method: request.method, path: address.pathname, ...(!isOwn && { origin: address.origin }) },
    call: {
      sent: sentWith(address.searchParams, headers),
      request: isUnread(recording, kind)
        ? { ...unknownContent, mediaType: mediaTypeOf(headers['content-type']) }
        : contentOf(request.text, headers['content-type'], request.json),
      status: response?.status,
      response: response ? responseContent(response) : { ...unknownContent, hasHeader: () => undefined },
      hasKeyFor: kind === 'har' ? () => undefined : keyFinder(headers, address.searchParams),
    },
    ...(contract !== undefined && { contract }),
    ...(Array.isArray(reads) && { reads }),
  };
}

export const sentWith =
  (query: URLSearchParams, headers: Record<string, string>) =>
  (place: string, name: string): string[] | undefined => {
    if (place === 'query') return query.getAll(name);
    if (place === 'header') return headers[name] === undefined ? [] : [headers[name]];
    return undefined;
  };

/** @returns whether a request has a key in one of these places */
export const keyFinder =
  (headers: Record<string, string>, query: URLSearchParams) =>
  (places: KeyPlace[]): boolean =>
    places.some(({ in: place, name, word }) => {
      if (place === 'query') return query.has(name);
      const value = headers[name.toLowerCase()];
      return value !== undefined && (word === undefined || value.toLowerCase().startsWith(`${word.toLowerCase()} `));
    });

/** A body that was there, but not kept, or not decoded. */
function isUnread({ request }: Recording, kind: SourceKind): boolean {
  const isMissing = request.json === undefined && (request.text === undefined || request.text === '');
  if (request.unread !== undefined && isMissing) return true;
  return request.headers['content-encoding'] !== undefined
    ? request.json === undefined
    : kind !== 'recording' && isMissing && takesBody(request.method);
}

const takesBody = (method: string): boolean => !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method);

function responseContent(response: RecordedResponse): KnownCall['call']['response'] {
  const { headers, ended, chunks, dropped } = response;
  const hasHeader = (name: string) => Object.hasOwn(headers, name);
  const type = headers['content-type'];
  const text = chunks ? chunks.map((chunk) => chunk.text).join('') : textOf(response);
  const whole: Content =
    mediaTypeOf(type) === 'text/event-stream'
      ? { hasBody: true, mediaType: 'text/event-stream', values: eventValues(eventsOf(text ?? '')) }
      : contentOf(text, type);
  // What the caller left, or nobody kept, may have said anything.
  const isUnknown = whole.hasBody === false ? ended === 'cancel' : dropped !== undefined && whole.values?.length === 0;
  return isUnknown ? { ...unknownContent, mediaType: whole.mediaType, hasHeader } : { ...whole, hasHeader };
}

/** The events of a stream that are JSON. */
function eventsOf(text: string): unknown[] {
  const events: unknown[] = [];
  const parser = createParser({
    onEvent({ data }) {
      try {
        events.push(JSON.parse(data));
      } catch {
        // The word that ends a stream.
      }
    },
  });
  parser.feed(`${text}\n\n`);
  return events;
}
