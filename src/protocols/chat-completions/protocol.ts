/** The chat completions protocol of OpenAI, as the gateway speaks it. */
import type { Json } from '../../contract/prepared.js';
import { contentText, repeat } from '../parts/answer-parts.js';
import { asCount, asNumber, asObject, asObjects, asString, asText, type JsonObject, omit, parseJson, pick } from '../parts/json.js';
import type { AnswerContent, AnswerFormat, Protocol, ToolCall, ToolChoice, ToolDefinition } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { jsonFormat, onlyNamed, toolDefinition } from '../parts/tools.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

function tools(request: Json): ToolDefinition[] {
  const { tools, functions, tool_choice } = asObject(request);
  const definitions = [...asObjects(tools).map((tool) => asObject(tool.function)), ...asObjects(functions)];
  const allowed = asObjects(asObject(asObject(tool_choice).allowed_tools).tools).map((tool) => asObject(tool.function).name);
  return onlyNamed(
    definitions.flatMap(({ name, parameters }) => toolDefinition(name, parameters)),
    allowed,
  );
}

function toolChoice(request: Json): ToolChoice {
  const { tool_choice, function_call } = asObject(request);
  const choice = tool_choice ?? function_call;
  if (choice === 'none' || choice === 'required') return { mode: choice };
  const { function: chosen, name = asObject(chosen).name, allowed_tools } = asObject(choice);
  if (typeof name === 'string') return { mode: 'required', name };
  return { mode: asObject(allowed_tools).mode === 'required' ? 'required' : 'auto' };
}

function answerFormat(request: Json): AnswerFormat {
  const { response_format } = asObject(request);
  const { type = response_format, json_schema } = asObject(response_format);
  return type === 'json_object' || type === 'json_schema' ? jsonFormat(asObject(json_schema).schema) : { kind: 'text' };
}

export function read(answer: Json): AnswerContent {
  const { choices, usage } = asObject(answer);
  const { message, finish_reason } = asObject(asObjects(choices)[0]);
  const { content, reasoning_content, tool_calls } = asObject(message);
  return {
    text: contentText(content),
    reasoning: asText(reasoning_content),
    toolCalls: asObjects(tool_calls).map(({ id, function: called }) => ({
      id: asString(id),
      name: asText(asObject(called).name),
      arguments: parseJson(asText(asObject(called).arguments)),
    })),
    finishReason: asString(finish_reason),
    ...(usage && { usage: readUsage(asObject(usage)) }),
  };
}

const readUsage = (usage: JsonObject): AnswerContent['usage'] => ({
  input: asNumber(usage.prompt_tokens),
  output: asNumber(usage.completion_tokens),
  total: asNumber(usage.total_tokens),
  reasoning: asNumber(asObject(usage.completion_tokens_details).reasoning_tokens),
});

const callMembers = ['tool_calls', 'function_call', 'refusal'];

/** The answer with another end of each choice. */
function withEach(answer: Json, finish_reason: string, change: (message: JsonObject) => JsonObject): Json {
  const choices = asObjects(asObject(answer).choices).map((choice) => ({
    ...choice,
    message: { ...omit(asObject(choice.message), callMembers), ...change(asObject(choice.message)) },
    finish_reason,
  }));
  return { ...asObject(answer), choices };
}

function withToolCalls(answer: Json, calls: ToolCall[], newId: () => string): Json {
  return withEach(answer, 'tool_calls', (message) => ({
    content: '',
    ...(message.tool_calls && pick(message, ['content'])),
    tool_calls: calls.map(({ id, name, arguments: value }, index) => ({
      index,
      type: 'function',
      id: id ?? `call_${newId()}`,
      function: { name, arguments: JSON.stringify(value) },
    })),
  }));
}

export const chatCompletions: Protocol = {
  tools,
  toolChoice,
  endsWithToolResult(request) {
    const role = asObjects(asObject(request).messages).at(-1)?.role;
    return role === 'tool' || role === 'function';
  },
  answerFormat,
  choices: (request) => asCount(asObject(request).n),
  requestText: (request) => readText(pick(asObject(request), ['messages', 'tools', 'functions'])),
  read,
  withText: (answer, text) => withEach(answer, 'stop', () => ({ content: text })),
  withToolCalls,
  withChoices: (answer, count) => ({ ...asObject(answer), choices: repeat(asObject(answer).choices, count) }),
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
