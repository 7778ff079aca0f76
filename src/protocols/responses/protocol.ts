/** The Responses protocol of OpenAI. */
import type { Json } from '../../contract/prepared.js';
import { contentText, type PartKinds, replaceCalls, replaceText } from '../parts/answer-parts.js';
import { asNumber, asObject, asObjects, asString, asText, type JsonObject, parseJson, pick } from '../parts/json.js';
import type { AnswerContent, AnswerFormat, Protocol, ToolCall, ToolChoice, ToolDefinition } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { jsonFormat, onlyNamed, toolDefinition } from '../parts/tools.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

const kinds: PartKinds = {
  isText: ({ type }) => type === 'message',
  isCall: ({ type }) => type === 'function_call',
};

function tools(request: Json): ToolDefinition[] {
  const { tools, tool_choice } = asObject(request);
  const functions = asObjects(tools).filter(({ type }) => type === 'function');
  return onlyNamed(
    functions.flatMap(({ name, parameters }) => toolDefinition(name, parameters)),
    asObjects(asObject(tool_choice).tools).map(({ name }) => name),
  );
}

function toolChoice(request: Json): ToolChoice {
  const choice = asObject(request).tool_choice;
  if (choice === 'none' || choice === 'required') return { mode: choice };
  const { type, name, mode } = asObject(choice);
  if (type === 'function' && typeof name === 'string') return { mode: 'required', name };
  return { mode: mode === 'required' ? 'required' : 'auto' };
}

function answerFormat(request: Json): AnswerFormat {
  const { type, schema } = asObject(asObject(asObject(request).text).format);
  return type === 'json_object' || type === 'json_schema' ? jsonFormat(schema) : { kind: 'text' };
}

export function read(answer: Json): AnswerContent {
  const { output, status, usage } = asObject(answer);
  const items = asObjects(output);
  const thinking = items
    .filter(({ type }) => type === 'reasoning')
    .flatMap(({ summary, content }) => [...asObjects(summary), ...asObjects(content)]);
  return {
    text: items
      .filter(kinds.isText)
      .map(({ content }) => contentText(content))
      .join(''),
    reasoning: thinking.map(({ text }) => asText(text)).join('\n\n'),
    toolCalls: items.filter(kinds.isCall).map(({ call_id, name, arguments: value }) => ({
      id: asString(call_id),
      name: asText(name),
      arguments: parseJson(asText(value)),
    })),
    finishReason: asString(status),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): AnswerContent['usage'] => ({
  input: asNumber(usage.input_tokens),
  output: asNumber(usage.output_tokens),
  total: asNumber(usage.total_tokens),
  reasoning: asNumber(asObject(usage.output_tokens_details).reasoning_tokens),
});

const completed = (answer: Json, output: Json[]): Json => ({ ...asObject(answer), status: 'completed', incomplete_details: null, output });

function withText(answer: Json, text: string): Json {
  const { id, output } = asObject(answer);
  const message = (old: JsonObject | undefined): JsonObject => ({
    // The vendor derives the id of the message from that of the response.
    id: asText(id).replace(/^resp_/, 'msg_'),
    type: 'message',
    role: 'assistant',
    ...old,
    status: 'completed',
    content: [{ type: 'output_text', annotations: [], logprobs: [], text }],
  });
  return completed(answer, replaceText(asObjects(output), kinds, message));
}

function withToolCalls(answer: Json, calls: ToolCall[], newId: () => string): Json {
  const items = calls.map(({ id, name, arguments: value }) => ({
    id: `fc_${newId()}`,
    type: 'function_call',
    status: 'completed',
    call_id: id ?? `call_${newId()}`,
    name,
    arguments: JSON.stringify(value),
  }));
  return completed(answer, replaceCalls(asObjects(asObject(answer).output), kinds, items));
}

export const responses: Protocol = {
  tools,
  toolChoice,
  endsWithToolResult: (request) => asObjects(asObject(request).input).at(-1)?.type === 'function_call_output',
  answerFormat,
  choices: () => 1,
  requestText: (request) => readText(pick(asObject(request), ['instructions', 'input', 'tools'])),
  read,
  withText,
  withToolCalls,
  withChoices: (answer) => answer,
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
