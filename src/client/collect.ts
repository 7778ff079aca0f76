/** From the events of a stream to the answer that they carry. */
import { operations, type StreamEvents } from '../../generated/client.js';
import type { Json } from '../contract/prepared/json.js';
import type { AnswerContent } from '../protocols/parts/answer.js';
import type { StreamReader } from '../protocols/parts/protocol.js';
import { streamReaders } from '../protocols/stream-readers.js';
import type { Data, NexconnStream, StreamOperationId } from './methods.js';

/** The answer as it would have come in one piece. */
export type Answer<Id extends StreamOperationId> = Data<Id> extends readonly (infer Item)[] ? Item : Data<Id>;

/** A whole answer: what matters in any protocol (text, reasoning, tool calls, usage), and the `message` in the protocol's own form. */
export interface Collected<Id extends StreamOperationId> extends AnswerContent {
  message: Answer<Id>;
}

/**
 * Reads a stream to its end and gives the whole answer.
 *
 * @param onEvent called with each event as it arrives
 * @throws what reading the stream throws
 * @example
 * ```ts
 * import { collect } from 'nexconn-contract';
 *
 * const stream = client.streamChatCompletion({ model, messages });
 * const { text, toolCalls, usage } = await collect(stream, (chunk) => console.log(chunk.choices[0]?.delta.content));
 * ```
 */
export async function collect<Id extends StreamOperationId>(
  stream: NexconnStream<Id>,
  onEvent?: (event: StreamEvents[Id]) => void,
): Promise<Collected<Id>> {
  const events: StreamEvents[Id][] = [];
  for await (const event of stream) {
    events.push(event);
    onEvent?.(event);
  }
  const reader = streamReaders[operations[stream.operationId].stream.protocol] as StreamReader;
  const message = reader.fromEvents(events as Json[]);
  return { ...reader.read(message), message: message as Answer<Id> };
}
