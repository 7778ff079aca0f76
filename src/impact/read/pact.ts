/** Interactions of a pact file, of any version, as calls. */
import type { Content } from '../../diff/model/call.js';
import { mediaTypeOf } from '../../http/media-type.js';
import { contentOf, type KnownCall, unknownContent } from '../known-call.js';
import { keyFinder, sentWith } from './recording.js';
import { told } from './told.js';

interface Pact {
  consumer?: { name?: unknown };
  provider?: { name?: unknown };
  interactions: Interaction[];
}

interface Interaction {
  /** Since version 4: a message is no call. */
  type?: string;
  description?: unknown;
  pending?: boolean;
  request?: Message & { method?: unknown; path?: unknown; query?: unknown };
  response?: Message & { status?: unknown };
}

interface Message {
  headers?: Record<string, unknown>;
  body?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

export const isPact = (value: unknown): value is Pact =>
  isObject(value) && Array.isArray(value.interactions) && isObject(value.consumer) && isObject(value.provider);

/** What a consumer expects of an answer is what it reads of it: that is what such a file is for. */
export function callsOfPact(file: string, { interactions }: Pact): KnownCall[] {
  return interactions.flatMap((interaction, index) => {
    const { request, response, type = 'Synchronous/HTTP', description }: Interaction = isObject(interaction) ? interaction : {};
    if (type !== 'Synchronous/HTTP' || typeof request?.path !== 'string') return [];
    const method = String(request.method ?? 'GET').toUpperCase();
    const headers = textsOf(request.headers);
    const query = queryOf(request.query);
    const search = query.toString();
    const status = Number(response?.status) || 200;
    const answer = textsOf(response?.headers);
    return {
      source: `${file}, interaction ${index + 1}${typeof description === 'string' ? ` (${description})` : ''}`,
      ...told(method, `${request.path}${search ? `?${search}` : ''}`, headers, query),
      address: { method, path: request.path },
      isPartial: true,
      call: {
        sent: sentWith(query, headers),
        request: 'body' in request && request.body !== null ? bodyOf(request, headers) : contentOf(undefined, undefined),
        status,
        response: {
          ...(response && 'body' in response
            ? bodyOf(response, answer)
            : { ...unknownContent, mediaType: mediaTypeOf(answer['content-type']) }),
          hasHeader: (name) => Object.hasOwn(answer, name),
        },
        // Keys are added on replay, and seldom stand in the file.
        hasKeyFor: (places) => keyFinder(headers, query)(places) || undefined,
      },
    };
  });
}

/** Names in lower case; several values as one text. */
const textsOf = (headers: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]),
  );

/** A text until version 2, lists since. */
function queryOf(query: unknown): URLSearchParams {
  if (!isObject(query)) return new URLSearchParams(typeof query === 'string' ? query : '');
  return new URLSearchParams(Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)])));
}

/** Since version 4 a body says how it is written. */
function bodyOf({ body }: Message, headers: Record<string, string>): Content {
  const type = headers['content-type'];
  if (isObject(body) && 'content' in body && ('contentType' in body || 'encoded' in body)) {
    const { content, contentType, encoded } = body;
    const mediaType = type ?? (typeof contentType === 'string' ? contentType : undefined);
    if (encoded === 'base64' || encoded === true) return contentOf(Buffer.from(String(content), 'base64').toString('utf8'), mediaType);
    return typeof content === 'string' ? contentOf(content, mediaType) : contentOf(undefined, mediaType ?? 'application/json', content);
  }
  if (typeof body === 'string' && !/json/i.test(type ?? '')) return contentOf(body, type);
  return contentOf(undefined, type ?? 'application/json', body ?? undefined);
}
