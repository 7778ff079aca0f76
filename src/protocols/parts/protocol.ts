/**
 * What a chat protocol looks like on the wire. A protocol knows how its requests say what they want, how its answers are built, and how an answer
 * becomes a stream and a stream an answer. It knows no path and no model.
 *
 * All bodies and events are parsed JSON. Nothing here throws on odd ones: what is not understood is ignored. No argument is changed, but
 * results share members with it.
 */
import type { Json } from '../../contract/prepared/json.js';
import type { AnswerContent, AnswerPart, BuiltContent } from './answer.js';
import type { Conversation, ConversationHead } from './conversation.js';
import type { ReadPart } from './request-parts.js';

/** What a reader of streams needs of a protocol. */
export interface StreamReader {
  /** The answer that a whole stream carried, or that it carried until it was cut. Inverse of `toEvents`. */
  fromEvents(events: readonly Json[]): Json;
  /** Text, reasoning, tool calls, finish reason and usage of an answer (of its first alternative). */
  read(answer: Json): AnswerContent;
}

/** An error inside an open stream. */
export interface StreamError {
  message: string;
  /** In the words of the protocol; its most general one if left out. */
  type?: string;
}

/** How requests and answers of a protocol are read and built. */
export interface Protocol extends StreamReader {
  /** Where the id of an answer that the server keeps stands: in the whole one, and in the first event of a stream; absent where it keeps nothing. */
  keptIdAt?: { answer: string; event: string };
  /** The id of the answer that a request goes on from. */
  previousId?(request: Json): string | undefined;
  /** A request as it is understood: protocols that take two spellings of a member have it in one. */
  canonical(request: Json): Json;
  conversation(request: Json): Conversation;
  /** What the request says of its answer alone, for those who need not read what was said. */
  head(request: Json): ConversationHead;
  /** All that the model would read. */
  requestParts(request: Json): ReadPart[];

  /** The parts of an answer (of its first alternative), in their order. */
  parts(answer: Json): AnswerPart[];
  /**
   * A whole answer: the frame, which is an answer of the protocol, with other content. What the protocol has no place for is left out.
   * @param newId the free part of an id, which gets the prefix of the protocol; asked where a part has none and the protocol needs one
   */
  build(frame: Json, content: BuiltContent, newId: () => string): Json;
  /** How many alternatives the answer has. */
  choices(answer: Json): number;
  /**
   * A copy of the answer with that many alternatives.
   * @param newId as for `build`
   */
  withChoices(answer: Json, count: number, newId: () => string): Json;

  /** Members of a request on which the events of its answer depend; none if left out. */
  eventMembers?: readonly string[];
  /** The events of the stream that carries the answer: every event valid, text in pieces of about a word. */
  toEvents(answer: Json, request: Json): Json[];
  /** The error that an event reports, if it is an error event; else `undefined`. */
  errorOf(event: Json): { type?: string; message: string } | undefined;
  /**
   * The event with which the protocol reports an error inside an open stream.
   * @param sent how many events went before it; 0 if left out
   */
  errorEvent(error: StreamError, sent?: number): Json;
}
