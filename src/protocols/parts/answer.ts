/** What an answer says, whatever the protocol. */
import type { Json } from '../../contract/prepared/json.js';
import type { JsonObject } from './json.js';

/**
 * A call in an answer. `arguments` is the parsed value, or the text itself where it is no JSON.
 */
export interface ToolCall {
  id?: string;
  name: string;
  arguments: Json;
  /** In which the tool is offered, where it is in one. */
  namespace?: string;
  /** `custom`: the tool takes any text, which is what `arguments` is; `older`: a function in the older form of the protocol; absent: a function, which takes JSON. */
  kind?: 'custom' | 'older';
}

/** Tokens, as far as an answer tells them. `output` includes `reasoning` and `image`. */
export interface TokenUsage {
  input?: number;
  output?: number;
  total?: number;
  reasoning?: number;
  image?: number;
}

/** What a client wants to know of an answer. */
export interface AnswerContent {
  text: string;
  reasoning: string;
  /** What it says instead; absent where it refuses nothing, and in a protocol where that is a text like any other. */
  refusal?: string;
  toolCalls: ToolCall[];
  /** In the word of the protocol. */
  finishReason?: string;
  usage?: TokenUsage;
}

/**
 * What the parts of an answer hold, by kind. An image is an address or a data URL. `raw` is a part as the protocol has it, of a kind that only
 * this protocol has, such as what a tool of the vendor found.
 */
interface PartValues {
  text: string;
  reasoning: string;
  toolCall: ToolCall;
  image: string;
  refusal: string;
  raw: JsonObject;
}
type PartKind = keyof PartValues;

/** A part of an answer: one member, named after its kind. */
export type AnswerPart = { [Kind in PartKind]: Record<Kind, PartValues[Kind]> }[PartKind];

/** What stands for a seal over thinking where the frame has none; clients send it back and never look into it. */
export const noSeal = 'c2FtcGxl';

/** Why an answer ended; each protocol has words of its own for it. */
export type Finish = 'stop' | 'length' | 'filtered' | 'calls';

/** All that an answer is built of, besides its frame. */
export interface BuiltContent {
  /** In the order in which they are said. */
  parts: readonly AnswerPart[];
  finish: Finish;
  /** The stop sequence of the request before which the text ended. */
  stopSequence?: string;
  /** Whether reasoning is sealed by a protocol that seals it only when asked. */
  sealed?: boolean;
  /** Counts that are left out are none: those of the frame belong to another answer. */
  usage?: TokenUsage & { cached?: number };
}

/** What the parts of one kind hold, in their order. */
export const partsOf = <Kind extends PartKind>(parts: readonly AnswerPart[], kind: Kind): PartValues[Kind][] =>
  parts.flatMap((part) => (kind in part ? [(part as Record<Kind, PartValues[Kind]>)[kind]] : []));

/** The text of all parts of one kind. */
export const textOf = (parts: readonly AnswerPart[], kind: 'text' | 'reasoning' | 'refusal'): string => partsOf(parts, kind).join('');
