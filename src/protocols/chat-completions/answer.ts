/** Answers of the chat completions protocol: read and built. */
import type { Json } from '../../contract/prepared/json.js';
import { type AnswerContent, type AnswerPart, type BuiltContent, type Finish, partsOf, type TokenUsage, textOf } from '../parts/answer.js';
import { contentText, repeat } from '../parts/answer-parts.js';
import { asNumber, asObject, asObjects, asString, asText, isObject, type JsonObject, omit } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { ifTold, recount } from '../parts/usage.js';
import { callsIn } from './conversation.js';

export function read(answer: Json): AnswerContent {
  const { choices, usage } = asObject(answer);
  const { message, finish_reason } = asObject(asObjects(choices)[0]);
  const { content, reasoning_content, refusal } = asObject(message);
  return {
    text: contentText(content),
    reasoning: asText(reasoning_content),
    ...(asText(refusal) !== '' && { refusal: asText(refusal) }),
    toolCalls: callsIn(message),
    finishReason: asString(finish_reason),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): TokenUsage => ({
  input: asNumber(usage.prompt_tokens),
  output: asNumber(usage.completion_tokens),
  total: asNumber(usage.total_tokens),
  reasoning: asNumber(asObject(usage.completion_tokens_details).reasoning_tokens),
  image: asNumber(asObject(usage.completion_tokens_details).image_tokens),
});

export function parts(answer: Json): AnswerPart[] {
  const { message } = asObject(asObjects(asObject(answer).choices)[0]);
  const { content, reasoning_content, refusal, images } = asObject(message);
  const text = contentText(content);
  return [
    ...(asText(reasoning_content) === '' ? [] : [{ reasoning: asText(reasoning_content) }]),
    ...(text === '' ? [] : [{ text }]),
    ...(asText(refusal) === '' ? [] : [{ refusal: asText(refusal) }]),
    ...asObjects(images).map((image) => ({ image: asText(asObject(image.image_url).url) })),
    ...callsIn(message).map((toolCall) => ({ toolCall })),
  ];
}

const finishWords: Record<Finish, string> = { stop: 'stop', length: 'length', filtered: 'content_filter', calls: 'tool_calls' };

/** Members of a message that arrive in pieces after the first chunk of a stream. */
export const streamed = ['content', 'reasoning_content', 'thinking_blocks', 'images', 'tool_calls', 'function_call'];

/** Members of a message that its content decides. */
const contentMembers = [...streamed, 'refusal', 'audio', 'annotations'];

/** Of a member that may be empty: as the frame has it. */
const emptyLike = (value: Json | undefined): Json => (value === null ? null : '');

/** The seal over the thinking is that of the frame, since nothing but the vendor can make one. */
function thinkingBlocks(old: JsonObject, thinking: string): JsonObject {
  const [block] = asObjects(old.thinking_blocks).filter(({ type }) => type === 'thinking');
  return block && thinking !== '' ? { thinking_blocks: [{ ...block, thinking }] } : {};
}

function message(old: JsonObject, parts: readonly AnswerPart[], newId: () => string): JsonObject {
  const [text, reasoning, refusal] = [textOf(parts, 'text'), textOf(parts, 'reasoning'), textOf(parts, 'refusal')];
  const images = partsOf(parts, 'image');
  const called = partsOf(parts, 'toolCall');
  const calls = called.map(
    ({ id, kind, name, arguments: value }, index): JsonObject => ({
      index,
      id: id ?? `call_${newId()}`,
      ...(kind === 'custom'
        ? { type: 'custom', custom: { name, input: asText(value) } }
        : { type: 'function', function: { name, arguments: JSON.stringify(value) } }),
    }),
  );
  return {
    role: 'assistant',
    ...omit(old, contentMembers),
    content: text || (refusal ? null : emptyLike(old.content)),
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...thinkingBlocks(old, reasoning),
    ...(('refusal' in old || refusal !== '') && { refusal: refusal || null }),
    ...(images.length > 0 && { images: images.map((url, index) => ({ type: 'image_url', image_url: { url }, index })) }),
    ...(calls[0] && (called[0]?.kind === 'older' ? { function_call: calls[0].function as Json } : { tool_calls: calls })),
  };
}

export function build(frame: Json, { parts, finish, usage }: BuiltContent, newId: () => string): Json {
  const { choices, ...answer } = asObject(frame);
  const { message: old, ...choice } = asObject(asObjects(choices)[0]);
  const { input, output = 0, reasoning = 0, image = 0, cached } = usage ?? {};
  const said = message(asObject(old), parts, newId);
  return {
    ...answer,
    choices: [
      {
        index: 0,
        ...choice,
        ...('logprobs' in choice && { logprobs: null }),
        message: said,
        finish_reason: said.function_call && finish === 'calls' ? 'function_call' : finishWords[finish],
      },
    ],
    ...(isObject(answer.usage) && {
      usage: recount(answer.usage, {
        prompt_tokens: input,
        completion_tokens: output,
        total_tokens: (input ?? 0) + output,
        prompt_tokens_details: { text_tokens: ifTold(answer.usage.prompt_tokens_details, 'text_tokens', input), cached_tokens: cached },
        completion_tokens_details: {
          reasoning_tokens: reasoning,
          text_tokens: ifTold(answer.usage.completion_tokens_details, 'text_tokens', output - reasoning - image),
          image_tokens: image,
        },
      }),
    }),
  };
}

/** A choice whose calls have ids of their own. */
function withNewIds(choice: JsonObject, newId: () => string): JsonObject {
  const { message } = choice;
  if (!isObject(message) || !Array.isArray(message.tool_calls)) return choice;
  return {
    ...choice,
    message: { ...message, tool_calls: asObjects(message.tool_calls).map((call) => ({ ...call, id: `call_${newId()}` })) },
  };
}

export const withChoices: Protocol['withChoices'] = (answer, count, newId) => ({
  ...asObject(answer),
  choices: repeat(asObject(answer).choices, count, (choice) => withNewIds(choice, newId)),
});
