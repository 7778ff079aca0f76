/**
 * Streams of the Responses protocol: the response opens, its output items open, grow and close in order, and the response ends whole.
 */
import type { Json } from '../../contract/prepared/json.js';
import {
  append,
  asArray,
  asNumber,
  asObject,
  asObjects,
  asString,
  asText,
  isObject,
  type JsonObject,
  type Numbered,
} from '../parts/json.js';
import { fragments, toldPieces } from '../parts/pieces.js';
import type { Protocol } from '../parts/protocol.js';

/** Where an item keeps parts. Events number them in a member named after the list. */
const partLists = ['summary', 'content'] as const;
const indexOf = (list: (typeof partLists)[number]) => `${list}_index`;

/** The events that open and close a part. */
const partEvent = { summary: 'response.reasoning_summary_part', content: 'response.content_part' };

/** By type of a part: the events with which its text grows, and the member that holds the text. */
const growths: Partial<Record<string, { event: string; member: string }>> = {
  output_text: { event: 'response.output_text', member: 'text' },
  refusal: { event: 'response.refusal', member: 'refusal' },
  reasoning_text: { event: 'response.reasoning_text', member: 'text' },
  summary_text: { event: 'response.reasoning_summary_text', member: 'text' },
};

/** By type of an item with a call: the events with which it grows, and the member that holds what the tool is given. */
const callGrowths: Partial<Record<string, { event: string; member: string; named: boolean }>> = {
  function_call: { event: 'response.function_call_arguments', member: 'arguments', named: true },
  custom_tool_call: { event: 'response.custom_tool_call_input', member: 'input', named: false },
};

/** The lists in a part, such as its annotations, before it is whole. */
const emptyLists = (part: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));

function growthEvents(part: JsonObject, place: JsonObject): JsonObject[] {
  const growth = growths[asText(part.type)];
  if (!growth) return [];
  const text = asText(part[growth.member]);
  const logprobs = (value: Json[]): JsonObject => (part.type === 'output_text' ? { logprobs: value } : {});
  return [
    ...toldPieces(text, asObjects(part.logprobs)).map((delta) => ({ type: `${growth.event}.delta`, ...place, delta, ...logprobs([]) })),
    { type: `${growth.event}.done`, ...place, [growth.member]: text, ...logprobs(asArray(part.logprobs)) },
  ];
}

function partEvents(part: JsonObject, place: JsonObject, event: string): JsonObject[] {
  const member = growths[asText(part.type)]?.member;
  const opened = member === undefined ? part : { ...emptyLists(part), [member]: '' };
  return [{ type: `${event}.added`, ...place, part: opened }, ...growthEvents(part, place), { type: `${event}.done`, ...place, part }];
}

function callEvents(call: JsonObject, place: JsonObject): JsonObject[] {
  const growth = callGrowths[asText(call.type)];
  if (!growth) return [];
  const { event, member, named } = growth;
  const text = asText(call[member]);
  return [
    ...fragments(text).map((delta) => ({ type: `${event}.delta`, ...place, delta })),
    { type: `${event}.done`, ...place, ...(named && { name: asText(call.name) }), [member]: text },
  ];
}

function itemEvents(item: JsonObject, output_index: number): JsonObject[] {
  const place = { item_id: asText(item.id), output_index };
  const growth = callGrowths[asText(item.type)];
  const lists = partLists.filter((list) => Array.isArray(item[list]));
  const opened = {
    ...item,
    ...('status' in item && { status: 'in_progress' }),
    ...Object.fromEntries(lists.map((list) => [list, []])),
    ...(growth && { [growth.member]: '' }),
  };
  const parts = lists.flatMap((list) =>
    asObjects(item[list]).flatMap((part, position) => partEvents(part, { ...place, [indexOf(list)]: position }, partEvent[list])),
  );
  return [
    { type: 'response.output_item.added', output_index, item: opened },
    ...parts,
    ...callEvents(item, place),
    { type: 'response.output_item.done', output_index, item },
  ];
}

/** How long a piece of text and its padding are together, as captured. */
const paddedLength = 16;

/** A piece of text is padded, so that its length does not tell from outside what it says. What is at hand and harmless pads it here. */
function padded(event: JsonObject): JsonObject {
  if (event.type !== 'response.output_text.delta') return event;
  const id = asText(event.item_id).replace(/^.*_/, '');
  const missing = (paddedLength - (asText(event.delta).length % paddedLength)) % paddedLength || paddedLength;
  return { ...event, obfuscation: id.padEnd(paddedLength, 'a').slice(0, missing) };
}

function lastEvent(status: Json | undefined): string {
  return status === 'incomplete' || status === 'failed' ? `response.${status}` : 'response.completed';
}

export function toEvents(answer: Json, request: Json): Json[] {
  const response = asObject(answer);
  // Events name their item by its id, so that it needs one.
  const output = asObjects(response.output).map((item, index) => ({ ...item, id: item.id ?? `${asText(item.type)}_${index}` }));
  const opened = {
    ...response,
    status: 'in_progress',
    ...('completed_at' in response && { completed_at: null }),
    error: null,
    incomplete_details: null,
    output: [],
    usage: null,
    // Which tier serves the request is known at its end.
    ...('service_tier' in response && { service_tier: asObject(request).service_tier ?? 'auto' }),
    ...('content_filters' in response && { content_filters: null }),
  };
  const isPadded = asObject(asObject(request).stream_options).include_obfuscation !== false;
  return [
    { type: 'response.created', response: opened },
    { type: 'response.in_progress', response: opened },
    ...output.flatMap(itemEvents),
    { type: lastEvent(response.status), response: { ...response, output } },
  ].map((event, sequence_number) => ({ ...(isPadded ? padded(event) : event), sequence_number }));
}

function growPart(part: JsonObject, event: JsonObject): JsonObject {
  if (isObject(event.part)) return event.part;
  return 'delta' in event ? append(part, 'refusal' in part ? 'refusal' : 'text', event.delta) : part;
}

function growItem(item: JsonObject, event: JsonObject): JsonObject {
  if (isObject(event.item)) return event.item;
  const growth = callGrowths[asText(item.type)];
  if (growth && 'delta' in event) return append(item, growth.member, event.delta);
  const list = partLists.find((name) => indexOf(name) in event);
  if (!list) return item;
  const parts = [...asArray(item[list])];
  const at = asNumber(event[indexOf(list)]) ?? 0;
  parts.splice(at, 1, growPart(asObject(parts[at]), event));
  return { ...item, [list]: parts };
}

/** The last event has the whole answer. Without it, or where it leaves the output out, the output is put together from the others. */
export function fromEvents(events: readonly Json[]): Json {
  let response: JsonObject = {};
  const items: Numbered = {};
  for (const event of events.filter(isObject)) {
    if (isObject(event.response)) response = event.response;
    const index = asNumber(event.output_index);
    if (index !== undefined) items[index] = growItem(asObject(items[index]), event);
  }
  const output = asArray(response.output);
  return { ...response, output: output.length > 0 ? output : Object.values(items) };
}

/** An error comes as an event of its own (servers differ in whether its members are nested) or in a response that failed. */
export const errorOf: Protocol['errorOf'] = (event) => {
  const { type, error, response, ...flat } = asObject(event);
  const reported = type === 'error' ? (error ?? flat) : asObject(response).error;
  if (!isObject(reported)) return undefined;
  return { type: asString(reported.code ?? reported.type), message: asText(reported.message) };
};

export const errorEvent: Protocol['errorEvent'] = ({ message, type = 'server_error' }, sent = 0) => ({
  type: 'error',
  code: type,
  message,
  param: null,
  sequence_number: sent,
});
