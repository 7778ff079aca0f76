/** A team's own answers: what a scenario is made of. */
import type { ExpressionContext } from '../contract/expression.js';
import type { Json } from '../contract/prepared/json.js';
import type { Conversation } from '../protocols/parts/conversation.js';

/** A JSON pointer (RFC 6901) into a request body. */
export type Pointer = `/${string}`;

/**
 * What a condition asks for: a text, which words of the conversation have to contain and all else has to equal; a pattern `/…/` with the flags
 * `i`, `m`, `s`, `u`; a number; `true` or `false`; `null` for absent or null; an object whose members hold; a list of which one holds.
 */
export type Expected = string | number | boolean | null | RegExp | readonly Expected[] | { readonly [member: string]: Expected };

/** An expected text. */
export type ExpectedText = string | RegExp | readonly (string | RegExp)[];

/** What a scenario is for: all of it has to hold. Without any condition it is for every request that its answers can serve. */
export interface When {
  /** operationId, or several of which one has to be it. Absent: all that every answer of the scenario can serve. */
  operation?: string | readonly string[];
  /** Names of models; `*` stands for any letters. */
  model?: string | readonly string[];
  /**
   * Words of the user since the last turn of the assistant that called no tool. Without `toolResult` it does not hold while the request brings results
   * of tools, so that a result never starts its own call again. `null`: none.
   */
  user?: ExpectedText | null;
  /** Words of the system and of the developer; `null`: none. */
  system?: ExpectedText | null;
  /** How many turns the assistant had. */
  turn?: number | readonly number[];
  /** How many pictures and files came with the words of the user; `true`: any. */
  images?: number | boolean | readonly number[];
  /** Name of a tool that the request offers; `true`: any; `false` or `null`: none. */
  tool?: ExpectedText | boolean | null;
  /** A tool whose result the request brings: its name, `true` for any, `false` or `null` for none, or what name and text have to be. */
  toolResult?: ExpectedText | boolean | null | { readonly name?: ExpectedText; readonly text?: ExpectedText };
  /** Whether a stream is asked for. */
  stream?: boolean;
  /** Parameters of the path, by name. */
  path?: Readonly<Record<string, Expected>>;
  /** Parameters of the query, by name. */
  query?: Readonly<Record<string, Expected>>;
  /** Headers, by name in any case. */
  headers?: Readonly<Record<string, Expected>>;
  /** Members of the body, by JSON pointer. */
  body?: Readonly<Record<Pointer, Expected>>;
  /** Name of the session. */
  session?: ExpectedText;
  /** In TypeScript: whether it holds. `conversation` is absent for operations without a chat protocol. */
  test?: (conversation: Conversation | undefined, request: ExpressionContext) => boolean;
}

/** A text, or a file below the folder of the scenario that holds it. */
export type AnswerText = string | { file: string };

/** A call that the answer makes. A custom tool takes a text as its arguments. */
export interface CallContent {
  name: string;
  arguments?: Json;
  id?: string;
}

/** A part of an answer, where the order matters. */
export type PartContent =
  | { text: AnswerText }
  | { json: Json }
  | { reasoning: AnswerText }
  | { refusal: AnswerText }
  | { toolCall: CallContent }
  /** A file below the folder of the scenario, an address, or a data URL. */
  | { image: string }
  /** A block, part or item as a protocol has it, by name of the protocol; the other protocols leave it out. */
  | { raw: Readonly<Record<string, Json>> };

/** How an answer is given, whatever it is. */
export interface Delivery {
  /** How many requests get it before the next one's turn. Default: 1; of the last answer: for ever. */
  times?: number;
  /** Milliseconds before the response. */
  latencyMs?: number;
  /** Of a stream. */
  pace?: { firstEventMs?: number; eventsPerSecond?: number };
  /** What goes wrong on the way; without a stream the error's response, half a body, or none. */
  fault?: { kind: 'error' | 'cut' | 'stall'; afterEvents?: number; message?: string; type?: string };
  /** The answer is to break the contract. */
  breaksContract?: boolean;
}

/** What a model says. */
export interface ContentAnswer extends Delivery {
  text?: AnswerText;
  /** Written as text. */
  json?: Json;
  reasoning?: AnswerText;
  toolCalls?: readonly CallContent[];
  /** Files below the folder of the scenario, addresses, or data URLs. */
  images?: readonly string[];
  refusal?: AnswerText;
  /** Instead of all those, in the order in which they are said. */
  parts?: readonly PartContent[];
  /** Why it ends. Default: it follows from the content. */
  finish?: 'stop' | 'length' | 'filtered';
  /** Tokens. Default: they are counted. `output` includes `reasoning`. */
  usage?: { input?: number; output?: number; reasoning?: number; cached?: number };
}

/** An error in the dialect of the path. */
export interface ErrorAnswer extends Delivery {
  error: number | { status: number; message?: string; type?: string; code?: string | number; retryAfterSeconds?: number };
}

/** A documented exchange of the operation, by name. */
export interface ExampleAnswer extends Delivery {
  example: string;
}

/** How a job goes that the request creates. */
export interface JobAnswer extends Delivery {
  job: {
    /** Seconds until it ends. */
    seconds?: number;
    /** Polls until it ends, instead of time. */
    polls?: number;
    /** State in which it ends. Default: that of success. */
    end?: string;
    /** Share of the way, 0 to 1, at which it ends. Default: 1. */
    at?: number;
    error?: { message?: string; code?: string | number };
    /** Files below the folder of the scenario, or addresses, in place of the results. */
    media?: readonly string[];
  };
}

/** Pictures of an operation that answers with some at once. */
export interface MediaAnswer extends Delivery {
  media: readonly string[];
}

/** A response as it stands. */
export interface ResponseAnswer extends Delivery {
  response: { status?: number; headers?: Readonly<Record<string, string>>; body?: Json; text?: string; events?: readonly Json[] };
}

/** The request goes on to what is behind the mock, or to the documented answer. */
export interface PassThroughAnswer extends Delivery {
  passThrough: true;
}

/** What a scenario answers: one kind of these. */
export type Answer = ContentAnswer | ErrorAnswer | ExampleAnswer | JobAnswer | MediaAnswer | ResponseAnswer | PassThroughAnswer;

/** In TypeScript: an answer that follows from the conversation. */
export type MadeAnswer = (conversation: Conversation | undefined, request: ExpressionContext) => Answer | Promise<Answer>;

/** Answers for the requests that meet its conditions. */
export interface Scenario {
  /** Of letters, digits, `_`, `.` and `-`; unique. Default, of one that is added at run time: a made-up one. */
  name?: string;
  when?: When;
  /** In the order in which they are given, per session. */
  answers: readonly (Answer | MadeAnswer)[];
}
