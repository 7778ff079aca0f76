/** Entries of a journal, as the control routes of a mock and of a proxy tell them, as calls. */

import { mediaTypeOf } from '../../http/media-type.js';
import { isSound, type SoundEntry } from '../../recording/journal-file.js';
import { contentOf, type KnownCall, unknownContent } from '../known-call.js';
import { keyFinder, sentWith } from './recording.js';
import { told } from './told.js';

/** One with an entry that makes no sense is read entry by entry. */
export const isJournal = (value: unknown): value is SoundEntry[] => Array.isArray(value) && value.length > 0 && value.every(isSound);

/** A journal keeps no responses; of one that was made from a documented exchange, the contract knows the body. In short it keeps no requests either. */
export function callsOfJournal(file: string, entries: SoundEntry[]): KnownCall[] {
  return entries.flatMap((entry, index) => {
    const { id = index + 1, method, path, query = '', status, mediaType, example, requestHeaders, requestBody, callback } = entry;
    // The mock made it, not the application.
    if (callback) return [];
    const headers = requestHeaders ?? {};
    const search = new URLSearchParams(query);
    const isBrief = requestHeaders === undefined;
    const text = typeof requestBody === 'string' ? requestBody : undefined;
    const json = typeof requestBody === 'string' ? undefined : requestBody;
    return {
      source: `${file}, request ${id}`,
      ...told(method, `${path}${query ? `?${query}` : ''}`, headers, search),
      address: { method: method.toUpperCase(), path },
      call: {
        sent: isBrief ? (place: string, name: string) => (place === 'query' ? search.getAll(name) : undefined) : sentWith(search, headers),
        request: isBrief ? unknownContent : contentOf(text, headers['content-type'], json),
        status: status || undefined,
        response: { ...unknownContent, hasBody: true, mediaType: mediaTypeOf(mediaType) || undefined, hasHeader: () => undefined },
        hasKeyFor: isBrief ? () => undefined : keyFinder(headers, search),
      },
      ...(example !== undefined && { example }),
    };
  });
}
