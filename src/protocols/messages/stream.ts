/** Streams of the Messages protocol: a message opens, its blocks open, grow and close in order, and the message ends. */
import type { Json } from '../../contract/prepared/json.js';
import {
  append,
  asArray,
  asNumber,
  asObject,
  asString,
  asText,
  isObject,
  type JsonObject,
  merge,
  type Numbered,
  omit,
  parseJson,
  pick,
} from '../parts/json.js';
import { fragments, words } from '../parts/pieces.js';
import type { Protocol } from '../parts/protocol.js';

/** Members of a message that are known at its end: null at the start, set by `message_delta`. */
const endMembers = ['stop_reason', 'stop_sequence', 'stop_details', 'container'];

/** Counts that only `message_delta` has. */
const endCounts = ['output_tokens_details', 'server_tool_use'];

/** Counts that `message_delta` has besides, all of them totals. */
const totalCounts = ['output_tokens', 'input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];

/** Output tokens that `message_start` reports, as captured. */
const firstTokens = 2;

/** How a block opens and what is then added to it. A block of a kind that does not grow opens whole. */
function growth(block: JsonObject): { start: JsonObject; deltas: JsonObject[] } {
  switch (block.type) {
    case 'text':
      return {
        start: { ...block, text: '', ...(Array.isArray(block.citations) && { citations: [] }) },
        deltas: [
          ...words(asText(block.text)).map((text) => ({ type: 'text_delta', text })),
          ...asArray(block.citations).map((citation) => ({ type: 'citations_delta', citation })),
        ],
      };
    case 'thinking':
      return {
        start: { ...block, thinking: '', ...('signature' in block && { signature: '' }) },
        deltas: [
          ...words(asText(block.thinking)).map((thinking) => ({ type: 'thinking_delta', thinking })),
          ...(block.signature ? [{ type: 'signature_delta', signature: block.signature }] : []),
        ],
      };
    case 'tool_use':
    case 'server_tool_use':
      return {
        start: { ...block, input: {} },
        deltas: fragments(JSON.stringify(block.input ?? {})).map((partial_json) => ({ type: 'input_json_delta', partial_json })),
      };
    default:
      return { start: block, deltas: [] };
  }
}

function blockEvents(block: JsonObject, index: number): JsonObject[] {
  const { start, deltas } = growth(block);
  return [
    { type: 'content_block_start', index, content_block: start },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

export function toEvents(answer: Json): Json[] {
  const { content, usage: total, ...message } = asObject(answer);
  const usage = asObject(total);
  const unknown = Object.fromEntries(endMembers.filter((key) => key in message).map((key) => [key, null]));
  const output_tokens = Math.min(firstTokens, asNumber(usage.output_tokens) ?? 0);
  return [
    { type: 'message_start', message: { ...message, ...unknown, content: [], usage: { ...omit(usage, endCounts), output_tokens } } },
    ...asArray(content).filter(isObject).flatMap(blockEvents),
    { type: 'message_delta', delta: pick(message, endMembers), usage: pick(usage, [...endCounts, ...totalCounts]) },
    { type: 'message_stop' },
  ];
}

function grow(block: JsonObject, delta: JsonObject): JsonObject {
  if ('text' in delta) return append(block, 'text', delta.text);
  if ('thinking' in delta) return append(block, 'thinking', delta.thinking);
  if ('partial_json' in delta) return append(block, 'input', delta.partial_json);
  if (delta.citation) return { ...block, citations: [...asArray(block.citations), delta.citation] };
  return merge(block, pick(delta, ['signature']));
}

export function fromEvents(events: readonly Json[]): Json {
  let message: JsonObject = {};
  const blocks: Numbered = {};
  for (const event of events.filter(isObject)) {
    const index = asNumber(event.index) ?? 0;
    const delta = asObject(event.delta);
    if (event.type === 'message_start') {
      message = asObject(event.message);
    } else if (event.type === 'content_block_start') {
      blocks[index] = asObject(event.content_block);
    } else if (event.type === 'content_block_delta') {
      blocks[index] = grow(asObject(blocks[index]), delta);
    } else if (event.type === 'message_delta') {
      message = { ...merge(message, delta), usage: merge(asObject(message.usage), asObject(event.usage)) };
    }
  }
  // While a block grows, its input is the JSON text so far.
  const content = Object.values(blocks).map((block) =>
    typeof block.input === 'string' ? { ...block, input: asObject(parseJson(block.input)) } : block,
  );
  return { ...message, content };
}

export const errorOf: Protocol['errorOf'] = (event) => {
  const { type, error } = asObject(event);
  if (type !== 'error') return undefined;
  const reported = asObject(error);
  return { type: asString(reported.type), message: asText(reported.message) };
};

export const errorEvent: Protocol['errorEvent'] = ({ message, type = 'api_error' }) => ({ type: 'error', error: { type, message } });
