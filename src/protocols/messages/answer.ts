/** Answers of the Messages protocol: read and built. */
import type { Json } from '../../contract/prepared/json.js';
import { type AnswerContent, type AnswerPart, type BuiltContent, type Finish, noSeal, partsOf, type TokenUsage } from '../parts/answer.js';
import { contentText } from '../parts/answer-parts.js';
import { asNumber, asObject, asObjects, asString, asText, isObject, type JsonObject } from '../parts/json.js';
import { recount } from '../parts/usage.js';

const isText = ({ type }: JsonObject): boolean => type === 'text';
const isCall = ({ type }: JsonObject): boolean => type === 'tool_use';

export function read(answer: Json): AnswerContent {
  const { content, stop_reason, usage } = asObject(answer);
  const blocks = asObjects(content);
  return {
    text: contentText(blocks.filter(isText)),
    reasoning: blocks.map(({ thinking }) => asText(thinking)).join(''),
    toolCalls: blocks.filter(isCall).map(({ id, name, input = {} }) => ({ id: asString(id), name: asText(name), arguments: input })),
    finishReason: asString(stop_reason),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): TokenUsage => ({
  input: asNumber(usage.input_tokens),
  output: asNumber(usage.output_tokens),
  reasoning: asNumber(asObject(usage.output_tokens_details).thinking_tokens),
});

function part(block: JsonObject): AnswerPart {
  const { type, text, thinking, id, name, input = {} } = block;
  if (type === 'text' && !asObjects(block.citations).length) return { text: asText(text) };
  if (type === 'thinking') return { reasoning: asText(thinking) };
  if (type === 'tool_use') return { toolCall: { id: asText(id), name: asText(name), arguments: input } };
  return { raw: block };
}

export const parts = (answer: Json): AnswerPart[] => asObjects(asObject(answer).content).map(part);

const finishWords: Record<Finish, string> = { stop: 'end_turn', length: 'max_tokens', filtered: 'refusal', calls: 'tool_use' };

function blocks(parts: readonly AnswerPart[], frame: JsonObject, newId: () => string): JsonObject[] {
  // The seal over the thinking is that of the frame, since nothing but the vendor can make one.
  const seal = asObjects(frame.content).find(({ type }) => type === 'thinking')?.signature ?? noSeal;
  return parts.flatMap((part): JsonObject[] => {
    if ('text' in part) return [{ type: 'text', text: part.text }];
    if ('refusal' in part) return [{ type: 'text', text: part.refusal }];
    if ('reasoning' in part) return [{ type: 'thinking', thinking: part.reasoning, signature: seal }];
    if ('raw' in part) return [part.raw];
    if ('image' in part) return [];
    const { id, name, arguments: value } = part.toolCall;
    return [{ type: 'tool_use', id: id ?? `toolu_${newId()}`, name, input: asObject(value) }];
  });
}

export function build(frame: Json, { parts, finish, stopSequence, usage }: BuiltContent, newId: () => string): Json {
  const answer = asObject(frame);
  const refused = partsOf(parts, 'refusal').length > 0;
  const { input, output = 0, reasoning = 0, cached } = usage ?? {};
  return {
    ...answer,
    content: blocks(parts, answer, newId),
    stop_reason: stopSequence !== undefined ? 'stop_sequence' : finishWords[refused ? 'filtered' : finish],
    stop_sequence: stopSequence ?? null,
    ...('stop_details' in answer && { stop_details: null }),
    ...(isObject(answer.usage) && {
      usage: recount(answer.usage, {
        input_tokens: input,
        output_tokens: output,
        cache_read_input_tokens: cached,
        output_tokens_details: { thinking_tokens: reasoning },
      }),
    }),
  };
}
