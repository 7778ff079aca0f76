/** Streams of the chat completions protocol: chunks, in the order in which the gateway was seen to send them. */
import type { Json } from '../../contract/prepared/json.js';
import { contentText } from '../parts/answer-parts.js';
import {
  asArray,
  asNumber,
  asObject,
  asObjects,
  asString,
  asText,
  isObject,
  type JsonObject,
  merge,
  type Numbered,
} from '../parts/json.js';
import { fragments, toldPieces, words } from '../parts/pieces.js';
import type { Protocol } from '../parts/protocol.js';
import { streamed } from './answer.js';

/** Null, or a text or list without anything in it. */
const isEmpty = (value: Json): boolean => value === null || (value as { length?: unknown }).length === 0;

/** What chunks without text have as content. */
const noContent = (message: JsonObject): Json => (message.content === null ? null : '');

function callPieces(call: JsonObject, index: number): JsonObject[] {
  const [kind, member] = call.type === 'custom' ? (['custom', 'input'] as const) : (['function', 'arguments'] as const);
  const called = asObject(call[kind]);
  return [
    { ...call, index, [kind]: { ...called, [member]: '' } },
    ...fragments(asText(called[member])).map((piece) => ({ index, [kind]: { [member]: piece } })),
  ];
}

function messageDeltas(message: JsonObject, logprobs: Json | undefined): JsonObject[] {
  const silent = { role: message.role ?? 'assistant', content: noContent(message) };
  const older = message.function_call;
  // Those that do not arrive in pieces, and empty ones, ride on the first chunk.
  const opening = Object.fromEntries(Object.entries(message).filter(([key, value]) => !streamed.includes(key) || isEmpty(value)));
  return [
    { ...opening, ...silent },
    ...words(asText(message.reasoning_content)).map((piece) => ({ ...silent, reasoning_content: piece })),
    ...asArray(message.thinking_blocks).map((block) => ({ ...silent, thinking_blocks: [block] })),
    ...asArray(message.images).map((image) => ({ ...silent, images: [image] })),
    ...toldPieces(contentText(message.content), asObjects(asObject(logprobs).content)).map((piece) => ({ ...silent, content: piece })),
    ...asObjects(older ? [{ function: older }] : message.tool_calls)
      .flatMap(callPieces)
      .map((piece): JsonObject => (older ? { function_call: piece.function as Json } : { tool_calls: [piece] })),
  ];
}

function choicePieces({ message, finish_reason = null, ...choice }: JsonObject, position: number): JsonObject[] {
  const index = asNumber(choice.index) ?? position;
  return [
    ...messageDeltas(asObject(message), choice.logprobs).map((delta) => ({ index, delta, finish_reason: null })),
    { ...choice, index, delta: { content: noContent(asObject(message)) }, finish_reason },
  ];
}

export function toEvents(answer: Json, request: Json): Json[] {
  const { choices, usage, ...head } = asObject(answer);
  const pieces: JsonObject[][] = asObjects(choices)
    .flatMap(choicePieces)
    .map((piece) => [piece]);
  // Whether counts come unasked is not known; a request that declines them gets none.
  const declined = asObject(asObject(request).stream_options).include_usage === false;
  const end = usage === undefined || declined ? {} : { usage };
  const last = pieces.pop() ?? [];
  const chunk = { ...head, object: 'chat.completion.chunk' };
  return [...pieces.map((choices) => ({ ...chunk, choices })), { ...chunk, choices: last, ...end }];
}

/** Members of a delta, and of the calls in it, that are appended to as texts. */
const texts = ['content', 'reasoning_content', 'refusal', 'arguments', 'input'];

function appendCalls(calls: JsonObject[], pieces: JsonObject[]): JsonObject[] {
  const appended: Numbered = Object.fromEntries(calls.map((call) => [call.index, call]));
  for (const piece of pieces) {
    const index = asNumber(piece.index) ?? 0;
    appended[index] = appendDelta(appended[index] ?? { index }, piece);
  }
  return Object.values(appended);
}

function appendDelta(message: JsonObject, delta: JsonObject): JsonObject {
  const appended = Object.entries(delta).map(([key, value]): [string, Json] => {
    const before = message[key];
    if (key === 'tool_calls') return [key, appendCalls(asObjects(before), asObjects(value))];
    if (Array.isArray(value)) return [key, [...asArray(before), ...value]];
    if (isObject(value)) return [key, appendDelta(asObject(before), value)];
    return [key, texts.includes(key) && typeof value === 'string' ? asText(before) + value : value];
  });
  return merge(message, Object.fromEntries(appended));
}

export function fromEvents(events: readonly Json[]): Json {
  let answer: JsonObject = {};
  const choices: Numbered = {};
  for (const event of events.filter(isObject)) {
    answer = merge(answer, event);
    for (const { delta, ...piece } of asObjects(event.choices)) {
      const index = asNumber(piece.index) ?? 0;
      const choice = choices[index] ?? { index, message: { role: 'assistant', content: null }, finish_reason: null };
      choices[index] = { ...merge(choice, piece), message: appendDelta(asObject(choice.message), asObject(delta)) };
    }
  }
  return { ...answer, object: 'chat.completion', choices: Object.values(choices) };
}

/** Chunks have no error in the vendor's types; servers send the body of an error instead of one. */
export const errorOf: Protocol['errorOf'] = (event) => {
  const { error } = asObject(event);
  if (typeof error === 'string') return { message: error };
  if (!isObject(error)) return undefined;
  return { type: asString(error.type ?? error.code), message: asText(error.message) };
};

export const errorEvent: Protocol['errorEvent'] = ({ message, type = 'api_error' }) => ({ error: { message, type, code: null } });
