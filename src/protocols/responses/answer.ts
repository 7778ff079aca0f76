/** Answers of the Responses protocol: read and built. */
import type { Json } from '../../contract/prepared/json.js';
import { type AnswerContent, type AnswerPart, type BuiltContent, type Finish, noSeal, type TokenUsage, textOf } from '../parts/answer.js';
import { contentText } from '../parts/answer-parts.js';
import { asArray, asNumber, asObject, asObjects, asString, asText, isObject, type JsonObject } from '../parts/json.js';
import { dataUrl, readDataUrl } from '../parts/media.js';
import { recount } from '../parts/usage.js';
import { isCall, readCall } from './conversation.js';

const isMessage = ({ type }: JsonObject): boolean => type === 'message';
const thinking = ({ summary, content }: JsonObject): string =>
  [...asObjects(summary), ...asObjects(content)].map(({ text }) => asText(text)).join('\n\n');

export function read(answer: Json): AnswerContent {
  const { output, status, usage } = asObject(answer);
  const items = asObjects(output);
  const refusal = textOf(items.flatMap(part), 'refusal');
  return {
    text: items
      .filter(isMessage)
      .map(({ content }) => contentText(content))
      .join(''),
    reasoning: items
      .filter(({ type }) => type === 'reasoning')
      .map(thinking)
      .join('\n\n'),
    ...(refusal !== '' && { refusal }),
    toolCalls: items.filter(isCall).map(readCall),
    finishReason: asString(status),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): TokenUsage => ({
  input: asNumber(usage.input_tokens),
  output: asNumber(usage.output_tokens),
  total: asNumber(usage.total_tokens),
  reasoning: asNumber(asObject(usage.output_tokens_details).reasoning_tokens),
});

function part(item: JsonObject): AnswerPart[] {
  if (isMessage(item)) {
    return asObjects(item.content).map((part) =>
      part.type === 'refusal' ? { refusal: asText(part.refusal) } : { text: asText(part.text) },
    );
  }
  if (isCall(item)) return [{ toolCall: readCall(item) }];
  if (item.type === 'reasoning') return [{ reasoning: thinking(item) }];
  if (item.type === 'image_generation_call') return [{ image: dataUrl('image/png', asText(item.result)) }];
  return [{ raw: item }];
}

export const parts = (answer: Json): AnswerPart[] => asObjects(asObject(answer).output).flatMap(part);

/** The status of an answer, and why it is incomplete. */
const finishWords: Record<Finish, { status: string; reason?: string }> = {
  stop: { status: 'completed' },
  length: { status: 'incomplete', reason: 'max_output_tokens' },
  filtered: { status: 'incomplete', reason: 'content_filter' },
  calls: { status: 'completed' },
};

/** An item of the frame of this type, without what it says: what else such an item has, such as the phase of a message, stays. */
const patternOf = (frame: JsonObject[], type: string): JsonObject => frame.find((item) => item.type === type) ?? {};

function items({ parts, sealed }: BuiltContent, frame: JsonObject, status: string, newId: () => string): JsonObject[] {
  const old = asObjects(frame.output);
  // Ids of items begin as that of their response and are as long.
  const itemId = (kind: string): string => {
    const own = newId();
    return `${kind}_${asText(frame.id)
      .replace(/^resp_/, '')
      .slice(0, -own.length)}${own}`;
  };
  const output: JsonObject[] = [];
  const say = (part: JsonObject): void => {
    const last = output.at(-1);
    if (last?.type === 'message') {
      last.content = [...asArray(last.content), part];
      return;
    }
    const first = !output.some(isMessage);
    const pattern = patternOf(old, 'message');
    output.push({
      // The vendor derives the id of the message from that of the response.
      id: first ? asText(frame.id).replace(/^resp_/, 'msg_') : itemId('msg'),
      type: 'message',
      role: 'assistant',
      ...pattern,
      ...(!first && { id: itemId('msg') }),
      status,
      content: [part],
    });
  };
  for (const part of parts) {
    if ('text' in part) say({ type: 'output_text', annotations: [], logprobs: [], text: part.text });
    else if ('refusal' in part) say({ type: 'refusal', refusal: part.refusal });
    else if ('raw' in part) output.push(part.raw);
    else if ('reasoning' in part) {
      const pattern = patternOf(old, 'reasoning');
      const seal: JsonObject = sealed ? { encrypted_content: pattern.encrypted_content ?? noSeal } : {};
      output.push({ id: itemId('rs'), type: 'reasoning', ...pattern, summary: [{ type: 'summary_text', text: part.reasoning }], ...seal });
    } else if ('image' in part) {
      // There is no place for an address.
      const data = readDataUrl(part.image);
      if (data) output.push({ id: itemId('ig'), type: 'image_generation_call', status: 'completed', result: data.base64 });
    } else {
      const { id, kind, name, namespace, arguments: value } = part.toolCall;
      const call = { status: 'completed', call_id: id ?? `call_${newId()}`, name, ...(namespace !== undefined && { namespace }) };
      output.push(
        kind === 'custom'
          ? { id: itemId('ctc'), type: 'custom_tool_call', ...call, input: asText(value) }
          : { id: itemId('fc'), type: 'function_call', ...call, arguments: JSON.stringify(value) },
      );
    }
  }
  return output;
}

export function build(frame: Json, content: BuiltContent, newId: () => string): Json {
  const { finish, usage } = content;
  const answer = asObject(frame);
  const { status, reason } = finishWords[finish];
  const { input, output = 0, reasoning = 0, cached } = usage ?? {};
  return {
    ...answer,
    status,
    ...(status !== 'completed' && 'completed_at' in answer && { completed_at: null }),
    error: null,
    incomplete_details: reason === undefined ? null : { reason },
    output: items(content, answer, status, newId),
    ...(isObject(answer.usage) && {
      usage: recount(answer.usage, {
        input_tokens: input,
        output_tokens: output,
        total_tokens: (input ?? 0) + output,
        input_tokens_details: { cached_tokens: cached },
        output_tokens_details: { reasoning_tokens: reasoning },
      }),
    }),
  };
}
