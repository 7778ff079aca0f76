/** The Messages protocol of Anthropic. */
import type { Json } from '../../contract/prepared.js';
import { contentText, type PartKinds, replaceCalls, replaceText } from '../parts/answer-parts.js';
import { asNumber, asObject, asObjects, asString, asText, type JsonObject, pick } from '../parts/json.js';
import type { AnswerContent, AnswerFormat, Protocol, ToolCall, ToolChoice, ToolDefinition } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { jsonFormat, toolDefinition } from '../parts/tools.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

const kinds: PartKinds = {
  isText: ({ type }) => type === 'text',
  isCall: ({ type }) => type === 'tool_use',
};

/** Own tools have no type, or `custom`; those of the vendor have a dated one. */
const tools = (request: Json): ToolDefinition[] =>
  asObjects(asObject(request).tools)
    .filter(({ type }) => (type ?? 'custom') === 'custom')
    .flatMap(({ name, input_schema }) => toolDefinition(name, input_schema));

function toolChoice(request: Json): ToolChoice {
  const { type, name } = asObject(asObject(request).tool_choice);
  if (type === 'tool' && typeof name === 'string') return { mode: 'required', name };
  if (type === 'any') return { mode: 'required' };
  return { mode: type === 'none' ? 'none' : 'auto' };
}

function answerFormat(request: Json): AnswerFormat {
  const { type, schema } = asObject(asObject(asObject(request).output_config).format);
  return type === 'json_schema' ? jsonFormat(schema) : { kind: 'text' };
}

export function read(answer: Json): AnswerContent {
  const { content, stop_reason, usage } = asObject(answer);
  const blocks = asObjects(content);
  return {
    text: contentText(blocks.filter(kinds.isText)),
    reasoning: blocks.map(({ thinking }) => asText(thinking)).join(''),
    toolCalls: blocks.filter(kinds.isCall).map(({ id, name, input = {} }) => ({
      id: asString(id),
      name: asText(name),
      arguments: input,
    })),
    finishReason: asString(stop_reason),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): AnswerContent['usage'] => ({
  input: asNumber(usage.input_tokens),
  output: asNumber(usage.output_tokens),
  reasoning: asNumber(asObject(usage.output_tokens_details).thinking_tokens),
});

const withContent = (answer: Json, content: Json[], stop_reason: string): Json => ({
  ...asObject(answer),
  content,
  stop_reason,
  stop_sequence: null,
});

function withToolCalls(answer: Json, calls: ToolCall[], newId: () => string): Json {
  const blocks = calls.map(({ id, name, arguments: value }) => ({
    type: 'tool_use',
    id: id ?? `toolu_${newId()}`,
    name,
    input: asObject(value),
  }));
  return withContent(answer, replaceCalls(asObjects(asObject(answer).content), kinds, blocks), 'tool_use');
}

export const messages: Protocol = {
  tools,
  toolChoice,
  endsWithToolResult(request) {
    const turn = asObjects(asObject(request).messages).findLast(({ role }) => role === 'user');
    return asObjects(turn?.content).some(({ type }) => type === 'tool_result');
  },
  answerFormat,
  choices: () => 1,
  requestText: (request) => readText(pick(asObject(request), ['system', 'messages', 'tools'])),
  read,
  withText: (answer, text) =>
    withContent(
      answer,
      replaceText(asObjects(asObject(answer).content), kinds, () => ({ type: 'text', text })),
      'end_turn',
    ),
  withToolCalls,
  withChoices: (answer) => answer,
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
