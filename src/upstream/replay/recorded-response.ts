/** A recorded response, given again. */

import { createParser } from 'eventsource-parser';
import { parsePointer, visitAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedContract, PreparedOperation } from '../../contract/prepared.js';
import { DroppedConnection, type HttpBody, type HttpResponse } from '../../http/message.js';
import { redacted } from '../../journal/secrets.js';
import { mediaAddress } from '../../mock/answer/media.js';
import { Pauses } from '../../mock/answer/pauses.js';
import type { Exchange } from '../../mock/engine/exchange.js';
import { shapeIn, suffixOf } from '../../mock/media/shape.js';
import { endToEnd } from '../../proxy/headers.js';
import { type RecordedResponse, textOf } from '../../recording/recording.js';

export interface ReplayContext {
  contract: PreparedContract;
  operation: PreparedOperation;
  exchange: Pick<Exchange, 'request' | 'ending'>;
  /** How many times as fast as they were recorded streams are given again. */
  speed: number;
}

export function toResponse(response: RecordedResponse, context: ReplayContext): HttpResponse {
  return { status: response.status, headers: headersOf(response), body: bodyOf(response, context) };
}

/** About the bytes of the recorded body, which was decoded; a server makes its own. */
const ofBytes = ['content-length', 'content-encoding'];

/** Without what is about one connection only, what was taken out, and what is no header but stands among them in a HAR file. */
const headersOf = ({ headers }: RecordedResponse): Record<string, string> =>
  Object.fromEntries(
    Object.entries(endToEnd(headers) as Record<string, string>)
      .filter(([name, value]) => /^[\w-]+$/.test(name) && !ofBytes.includes(name) && !value.endsWith(redacted))
      .map(([name, value]) => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]+/g, ' ')]),
  );

function bodyOf(response: RecordedResponse, context: ReplayContext): HttpBody {
  const { chunks, ended } = response;
  const text = withOwnAddresses(textOf(response), context) ?? '';
  const { operation, exchange } = context;
  const count = /^text\/event-stream/.test(response.headers['content-type'] ?? '') ? eventCounter(operation.stream) : () => undefined;
  const tell = (piece: string) => {
    const events = count(piece);
    if (events !== undefined) exchange.ending.events = events;
  };
  if (chunks || ended !== 'end') return replayed(chunks ?? [{ at: 0, text }], ended, context, tell);
  tell(text);
  return text === '' ? null : text;
}

/**
 * The pieces of a stream in their time.
 * @param tell of each piece, before it goes
 * @throws DroppedConnection where the connection broke
 */
async function* replayed(
  chunks: NonNullable<RecordedResponse['chunks']>,
  ended: RecordedResponse['ended'],
  { speed, exchange: { request } }: ReplayContext,
  tell: (piece: string) => void,
): AsyncGenerator<string> {
  const started = performance.now();
  const pauses = new Pauses(request.signal);
  try {
    for (const { at, text } of chunks) {
      const due = started + at / speed;
      if (due > performance.now() && !(await pauses.until(due))) return;
      if (pauses.isLeft) return;
      tell(text);
      yield text;
    }
  } finally {
    pauses.end();
  }
  if (ended === 'cut') throw new DroppedConnection();
}

/** Counts the events in the pieces of a stream, without the one that only says that it ends. */
function eventCounter(stream: PreparedOperation['stream']): (piece: string) => number {
  let events = 0;
  const parser = createParser({
    onEvent({ data }) {
      if (data !== stream?.terminator) events++;
    },
  });
  return (piece) => {
    parser.feed(piece);
    return events;
  };
}

/**
 * The body with those addresses leading to this server that the contract knows: of results, which are for a while only, and of operations.
 * All else stays as it was.
 */
function withOwnAddresses(text: string | undefined, { contract, operation, exchange: { request } }: ReplayContext): string | undefined {
  const pointers = addressesOf(contract, operation);
  if (text === undefined || pointers.length === 0) return text;
  let body: Json;
  try {
    body = JSON.parse(text);
  } catch {
    return text;
  }
  let isChanged = false;
  for (const { pointer, own } of pointers) {
    visitAt(body, parsePointer(pointer), (container, key) => {
      const value = container[key];
      if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return;
      container[key] = own(new URL(value), request.origin);
      isChanged = true;
    });
  }
  return isChanged ? JSON.stringify(body) : text;
}

/** The address here of a file like the recorded one: of its name, where that is a plain one, and of its shape, where it is one of this mock's. */
function ownAddress(recorded: string, type: string, origin: string): string {
  const stem = recorded.replace(/\.\w+$/, '');
  const shape = shapeIn(stem) ?? {};
  const name = /([\w-]+)$/.exec(stem.slice(0, stem.length - suffixOf(shape).length))?.[1] ?? 'file';
  return mediaAddress(origin, name, type, shape);
}

interface KnownAddress {
  pointer: string;
  own(recorded: URL, origin: string): unknown;
}

const known = new WeakMap<PreparedOperation, KnownAddress[]>();

function addressesOf(contract: PreparedContract, operation: PreparedOperation): KnownAddress[] {
  const found = known.get(operation);
  if (found) return found;
  const { media = {}, addresses = {} } = contract.tasks[operation.task?.name ?? ''] ?? {};
  const components = Object.values(operation.responses).flatMap((response) => response.components);
  const owned = [...new Set(components)].flatMap((name) =>
    Object.entries(contract.ownedFields[name] ?? {}).flatMap(([pointer, field]): [string, string][] =>
      'media' in field ? [[pointer, field.media]] : [],
    ),
  );
  const pointers = [
    ...[...Object.entries(media), ...owned].map(
      ([pointer, type]): KnownAddress => ({
        pointer,
        own: ({ pathname }, origin) => ownAddress(pathname, type, origin),
      }),
    ),
    ...Object.keys(addresses).map(
      (pointer): KnownAddress => ({ pointer, own: ({ pathname, search }, origin) => origin + pathname + search }),
    ),
  ];
  known.set(operation, pointers);
  return pointers;
}
