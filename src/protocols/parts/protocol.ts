/**
 * What a chat protocol looks like on the wire. A protocol knows where its requests keep tools and the form of the answer, how its
 * answers keep text and tool calls, and how an answer becomes a stream and a stream an answer. It knows no path and no model.
 *
 * All bodies and events are parsed JSON. Nothing here throws on odd ones: what is not understood is ignored. No argument is changed, but
 * results share members with it.
 */
import type { Json } from '../../contract/prepared.js';

/** A tool that a request defines. */
export interface ToolDefinition {
  name: string;
  /** JSON Schema of the arguments; absent: none are described. */
  schema?: Record<string, Json>;
}

/** Whether the answer has to call a tool, out of those that {@link Protocol.tools} gives. */
export interface ToolChoice {
  mode: 'auto' | 'none' | 'required';
  /** The one tool that is forced. */
  name?: string;
}

/** A call in an answer. `arguments` is the parsed value, or the text itself where it is no JSON. */
export interface ToolCall {
  id?: string;
  name: string;
  arguments: Json;
}

/** The form of text that a request asks for. */
export type AnswerFormat = { kind: 'text' } | { kind: 'json'; schema?: Record<string, Json> };

/** The content of an answer, whatever the protocol. */
export interface AnswerContent {
  text: string;
  reasoning: string;
  toolCalls: ToolCall[];
  /** In the word of the protocol. */
  finishReason?: string;
  /** Tokens, as far as the answer tells them. `output` includes `reasoning`. */
  usage?: { input?: number; output?: number; total?: number; reasoning?: number };
}

/** What a reader of streams needs of a protocol. */
export interface StreamReader {
  /** The answer that a whole stream carried, or that it carried until it was cut. Inverse of `toEvents`. */
  fromEvents(events: readonly Json[]): Json;
  /** Text, reasoning, tool calls, finish reason and usage of an answer (of its first alternative). */
  read(answer: Json): AnswerContent;
}

/** Follows the order in which the events of one stream come. */
export interface StreamOrder {
  /** What should have come in place of this event, and where in the event one sees it; nothing where the order is kept. */
  follow(event: Json): { pointer: string; expected: string } | undefined;
}

/** How requests and answers of a protocol are built. */
export interface Protocol extends StreamReader {
  /** Functions that the request lets the model call; tools that the vendor runs itself are none, nor those that it disallows. */
  tools(request: Json): ToolDefinition[];
  toolChoice(request: Json): ToolChoice;
  /** Whether the last turn of the conversation answers a tool call. */
  endsWithToolResult(request: Json): boolean;
  answerFormat(request: Json): AnswerFormat;
  /** How many alternative answers are wanted; 1 where the protocol has no such thing. */
  choices(request: Json): number;
  /** All text that the model would read. */
  requestText(request: Json): string;

  /** A copy of the answer with this text instead of its text and tool calls; finish reason set accordingly. */
  withText(answer: Json, text: string): Json;
  /**
   * A copy of the answer with these calls instead of its own; finish reason set accordingly. Text stays only if the answer had calls.
   * @param newId the free part of an id, which gets the prefix of the protocol; asked where a call has none and the protocol needs one
   */
  withToolCalls(answer: Json, calls: ToolCall[], newId: () => string): Json;
  /** A copy of the answer with that many alternatives. */
  withChoices(answer: Json, count: number): Json;

  /** The events of the stream that carries the answer: every event valid, text in pieces of about a word. */
  toEvents(answer: Json, request: Json): Json[];
  /** The error that an event reports, if it is an error event; else `undefined`. */
  errorOf(event: Json): { type?: string; message: string } | undefined;
  /**
   * The event with which the protocol reports an error inside an open stream.
   * @param sent how many events went before it; 0 if left out
   */
  errorEvent(message: string, sent?: number): Json;
}
