/** What a request says and wants, whatever the protocol. */
import type { Json } from '../../contract/prepared/json.js';
import type { ToolCall } from './answer.js';
import { asText, parseJson } from './json.js';

/** A tool that a request offers and that its caller runs. */
export interface ToolDefinition {
  name: string;
  /** `custom`: takes any text; `older`: a function that is offered in the older form of the protocol; absent: a function, which takes JSON. */
  kind?: 'custom' | 'older';
  /** Of tools that are offered together, where it is one of those. */
  namespace?: string;
  /** JSON Schema of the arguments; absent: none are described. */
  schema?: Record<string, Json>;
  /** Regular expression for the text that a custom tool takes. */
  pattern?: string;
  /** Grammar for that text, where it is none of regular expressions. */
  grammar?: { syntax: string; definition: string };
}

/** What tells tools apart: equal names in two namespaces are two tools. */
export const toolKey = ({ name, namespace }: Pick<ToolDefinition, 'name' | 'namespace'>): string => JSON.stringify([namespace, name]);

/** Whether the answer has to call a tool. */
export interface ToolChoice {
  mode: 'auto' | 'none' | 'required';
  /** The one tool that is forced. */
  name?: string;
  /** A tool of the vendor is forced, so that none of the caller's is. */
  isOfVendor?: true;
  /** A call is demanded, and no tool that could be called is offered. */
  lacksTools?: true;
}

/**
 * The form of text that a request asks for; `choice`: one of these texts, as it stands. A schema may tell limits in its descriptions, where SDKs
 * put those that the vendor does not take.
 */
export type AnswerFormat =
  | { kind: 'text' }
  | { kind: 'json'; schema?: Record<string, Json>; describesLimits?: true }
  | { kind: 'choice'; texts: readonly string[] };

/** What a tool gave back. */
export interface ToolResult {
  /** Of the call; absent where the protocol goes by names. */
  id?: string;
  /** Of the tool; empty where no call before tells it. */
  name: string;
  /** With which it was called; `null` where no call before tells them. */
  arguments: Json;
  text: string;
  /** The parsed text, or the text itself where it is no JSON. */
  json: Json;
}

/** A run of messages or items of one side. */
export interface Turn {
  role: 'user' | 'assistant';
  /** Its words, over all messages and parts, a line each. */
  text: string;
  /** Pictures and files: addresses, ids, or the data as they came. */
  images: readonly string[];
  calls: readonly ToolCall[];
  results: readonly ToolResult[];
}

/** What a request asks of its answer; absent: it does not say. */
export interface Wishes {
  toolChoice: ToolChoice;
  /** Whether one answer may hold several calls. */
  parallelToolCalls?: boolean;
  format: AnswerFormat;
  /** How many alternative answers; 1 where the protocol has no such thing. */
  choices: number;
  /** The most tokens of the answer, reasoning included. `NaN` where what is asked for limits nothing. */
  maxTokens?: number;
  /** Texts before which the answer ends. */
  stop: readonly string[];
  /** Whether a picture is asked for. */
  pictures: boolean;
  /** Whether text is declined. */
  noText?: boolean;
  /** Whether reasoning is to be shown. */
  reasoning?: boolean;
  /** Whether it is to be told how likely the tokens of the text were: only `true` asks for that. */
  logprobs?: Json | undefined;
  /** Whether reasoning is to be sealed as well, to be sent back to a server that keeps nothing. */
  sealed?: boolean;
}

/** A request, read. The *input* is what follows the last turn of the assistant. */
export interface Conversation {
  model?: string;
  /** Words of the system and of the developer. */
  system: string;
  /** Words of the user since the last turn of the assistant that called no tool: they stay the same while tools run. */
  user: string;
  /** How many turns the assistant had. */
  turn: number;
  /** How many pictures and files came in the same place as `user`. */
  images: number;
  /** Tools that the answer may call; those that the vendor runs itself are none, nor those that the request disallows. */
  tools: readonly ToolDefinition[];
  /** Results in the input, in their order. */
  toolResults: readonly ToolResult[];
  turns: readonly Turn[];
  wishes: Wishes;
}

/** One message or item, as a protocol reads it. */
export interface Utterance {
  role: 'system' | 'user' | 'assistant';
  texts?: readonly string[];
  images?: readonly string[];
  calls?: readonly ToolCall[];
  /** `id` is that of the call; `name` where the protocol tells it. */
  results?: readonly { id?: string; name?: string; text: string }[];
}

const roles = new Map<string, Utterance['role']>([
  ['system', 'system'],
  ['developer', 'system'],
  ['assistant', 'assistant'],
]);

/** The side that speaks; any other role, or none, is the user's. */
export const roleOf = (role: Json | undefined): Utterance['role'] => roles.get(asText(role)) ?? 'user';

/** What a protocol reads of a request besides the utterances. */
export type ConversationHead = Pick<Conversation, 'tools' | 'wishes'> & { model?: string | undefined };

/** What is read, with no call demanded where there is nothing to call. */
export const withinReach = (head: ConversationHead): ConversationHead =>
  head.tools.length === 0 && head.wishes.toolChoice.mode === 'required'
    ? { ...head, wishes: { ...head.wishes, toolChoice: { mode: 'auto', lacksTools: true } } }
    : head;

interface OpenTurn {
  role: 'user' | 'assistant';
  texts: string[];
  images: string[];
  calls: ToolCall[];
  results: ToolResult[];
}

/** Puts the utterances of a request together. Its lists are as long as the caller likes: too long to be the arguments of one function. */
export function converse(utterances: readonly Utterance[], { model, tools, wishes }: ConversationHead): Conversation {
  const system: string[] = [];
  const turns: OpenTurn[] = [];
  const called = new Map<string, ToolCall>();
  // For results that tell the name alone: the last call of a tool.
  const calledByName = new Map<string, ToolCall>();
  for (const { role, texts = [], images = [], calls = [], results = [] } of utterances) {
    if (role === 'system') {
      for (const text of texts) system.push(text);
      continue;
    }
    let turn = turns.at(-1);
    if (turn?.role !== role) {
      turn = { role, texts: [], images: [], calls: [], results: [] };
      turns.push(turn);
    }
    for (const text of texts) turn.texts.push(text);
    for (const image of images) turn.images.push(image);
    for (const call of calls) {
      turn.calls.push(call);
      if (call.id !== undefined) called.set(call.id, call);
      calledByName.set(call.name, call);
    }
    for (const { id, name, text } of results) {
      const call = id === undefined ? calledByName.get(name ?? '') : called.get(id);
      turn.results.push({
        ...(id !== undefined && { id }),
        name: name ?? call?.name ?? '',
        arguments: call?.arguments ?? null,
        text,
        json: parseJson(text),
      });
    }
  }
  const asked = turns.slice(turns.findLastIndex(endsInput) + 1);
  const last = turns.at(-1);
  const words: string[] = [];
  let images = 0;
  for (const turn of asked) {
    if (turn.role !== 'user') continue;
    for (const text of turn.texts) words.push(text);
    images += turn.images.length;
  }
  let turn = 0;
  for (const { role } of turns) if (role === 'assistant') turn++;
  const conversation: Conversation = {
    system: system.join('\n'),
    user: words.join('\n'),
    turn,
    images,
    // One that is offered twice is one tool, as its last definition has it.
    tools: tools.length > 1 ? [...new Map(tools.map((tool) => [toolKey(tool), tool])).values()] : tools,
    toolResults: last?.role === 'user' ? last.results : [],
    turns: turns.map(({ role, texts, images, calls, results }) => ({ role, images, calls, results, text: texts.join('\n') })),
    wishes,
  };
  if (model !== undefined) conversation.model = model;
  return conversation;
}

/** Whether what follows a turn is the input: one of the assistant that called no tool. */
const endsInput = ({ role, calls }: Pick<Turn, 'role' | 'calls'>): boolean => role === 'assistant' && calls.length === 0;

/** Keys of the tools that were called since the last turn of the assistant that called none, in their order. */
export function calledTools({ turns }: Conversation): string[] {
  return turns.slice(turns.findLastIndex(endsInput) + 1).flatMap(({ calls }) => calls.map(toolKey));
}

const sameList = <Item>(one: readonly Item[], other: readonly Item[], same: (one: Item, other: Item) => boolean): boolean =>
  one.length === other.length && one.every((item, index) => same(item, other[index] as Item));

const sameCall = (one: ToolCall, other: ToolCall): boolean =>
  one.name === other.name && JSON.stringify(one.arguments) === JSON.stringify(other.arguments);

/** Whether the same tools are called with the same arguments, in the same order. */
export const sameCalls = (one: readonly ToolCall[], other: readonly ToolCall[]): boolean => sameList(one, other, sameCall);

const sameTurn = (one: Turn, other: Turn): boolean =>
  one.role === other.role &&
  one.text === other.text &&
  sameList(one.images, other.images, (a, b) => a === b) &&
  sameCalls(one.calls, other.calls) &&
  sameList(one.results, other.results, (a, b) => a.text === b.text);

/** Whether two requests say the same: roles, words, pictures, calls and results. */
export const sameConversation = (one: Conversation, other: Conversation): boolean =>
  one.system === other.system && sameList(one.turns, other.turns, sameTurn);
