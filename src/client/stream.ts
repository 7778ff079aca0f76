/** Streams of server-sent events as async iterables. */
import { mergeHeaders } from 'openapi-fetch';
import { operations, type StreamEvents } from '../../generated/client.js';
import type { Json } from '../contract/prepared/json.js';
import { type StreamProtocol, streamProtocols } from '../protocols/stream-protocols.js';
import { apiError, redacted } from './api-error.js';
import { type Core, type Fields, send } from './call.js';
import type { ClientStream } from './contract.js';
import { NexconnError, NexconnStreamError } from './errors.js';
import type { CallOptions, NexconnStream, StreamOperationId } from './methods.js';

/** Prepares a streamed call. */
export function stream<Id extends StreamOperationId>(core: Core, id: Id, input?: Fields, options?: CallOptions): NexconnStream<Id> {
  let reading = false;
  return {
    operationId: id,
    [Symbol.asyncIterator]() {
      if (reading) throw new TypeError('A stream can be read only once');
      reading = true;
      return events(core, id, input, options) as AsyncGenerator<StreamEvents[Id]>;
    },
  };
}

async function* events(core: Core, id: StreamOperationId, input?: Fields, options?: CallOptions): AsyncGenerator<unknown> {
  const { maxEventLength } = core;
  const { protocol, field, value, terminator }: ClientStream = operations[id].stream;
  const headers = mergeHeaders({ accept: 'text/event-stream' }, options?.headers);
  const { error, response } = await send(core, id, { ...input, [field]: value }, { ...options, headers });
  if (!response.ok) throw apiError(response, error);
  const type = response.headers.get('content-type') ?? 'empty';
  if (!type.startsWith('text/event-stream')) {
    // Not awaited: a copy of the body that something between keeps may never end.
    response.body?.cancel().catch(() => {});
    throw new NexconnStreamError(`The response is no stream but ${type}`, 0);
  }
  // React Native's own, for one.
  if (!response.body) throw new NexconnStreamError('This fetch gives no streams; give one that does, such as that of expo/fetch', 0);
  const { errorOf, isLast } = streamProtocols[protocol] as StreamProtocol;
  let count = 0;
  let ended: boolean | undefined;
  let failure: unknown;
  try {
    for await (const data of serverSentEvents(response.body, maxEventLength)) {
      if (data === undefined || data.length > maxEventLength)
        throw new NexconnStreamError(`Event ${count + 1} of the stream has more than ${maxEventLength} characters (maxEventLength)`, count);
      if (data === terminator) return;
      const event = parse(data, count);
      const error = errorOf(event);
      if (error)
        throw new NexconnStreamError(redacted(response, error.message || 'The stream reported an error'), count, { ...error, event });
      ended ||= isLast?.(event);
      count++;
      yield event;
    }
  } catch (cause) {
    if (cause instanceof NexconnError) throw cause;
    failure = cause;
  }
  options?.signal?.throwIfAborted();
  if (!ended) throw new NexconnStreamError(`The stream broke off; events so far: ${count}`, count, { cause: failure });
}

function parse(data: string, count: number): Json {
  try {
    return JSON.parse(data);
  } catch (cause) {
    throw new NexconnStreamError(`Event ${count + 1} of the stream is not JSON`, count, { event: data, cause });
  }
}

/** The data of each event; `undefined` for one of which no end comes within the length. Leaving the loop closes the body. */
async function* serverSentEvents(body: ReadableStream<Uint8Array>, maxLength: number): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let line = '';
  let data: string | undefined;
  let endsInCr = false;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      let text = decoder.decode(chunk.value, { stream: true });
      if (text === '') continue;
      // The two characters of one line end may come apart.
      if (endsInCr && text[0] === '\n') text = text.slice(1);
      endsInCr = text.endsWith('\r');
      const [first, ...further] = text.split(/\r\n?|\n/) as [string, ...string[]];
      line += first;
      for (const next of further) {
        if (line === '') {
          if (data !== undefined) yield data;
          data = undefined;
        } else if (/^data(:|$)/.test(line)) {
          const value = line.slice(5).replace(/^ /, '');
          data = data === undefined ? value : `${data}\n${value}`;
        }
        line = next;
      }
      if (line.length + (data?.length ?? 0) > maxLength + 'data: '.length) yield undefined;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
