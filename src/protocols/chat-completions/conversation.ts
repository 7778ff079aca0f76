/** Requests of the chat completions protocol, read. */
import type { Json } from '../../contract/prepared/json.js';
import type { ToolCall } from '../parts/answer.js';
import { contentText } from '../parts/answer-parts.js';
import {
  type AnswerFormat,
  type Conversation,
  type ConversationHead,
  converse,
  roleOf,
  type ToolChoice,
  type ToolDefinition,
  type Utterance,
  withinReach,
} from '../parts/conversation.js';
import { asCount, asObject, asObjects, asString, asText, isObject, type JsonObject, parseJson } from '../parts/json.js';
import { mediaOf } from '../parts/media.js';
import { customTool, jsonFormat, modalities, onlyAllowed, stopTexts, tokenLimit, toolDefinition } from '../parts/tools.js';

/** The name in a tool, a choice or a call, which stands beside its kind or in the member named after it. */
const nameIn = (tool: JsonObject): Json | undefined =>
  (asObject(tool.function).name ?? asObject(tool.custom).name ?? tool.name) as Json | undefined;

function tools({ tools, functions, tool_choice }: JsonObject): ToolDefinition[] {
  const definitions = asObjects(tools).flatMap((tool): ToolDefinition[] => {
    const custom = asObject(tool.custom);
    if (tool.type === 'custom') return customTool(custom.name, asObject(custom.format).grammar);
    return toolDefinition(asObject(tool.function).name, asObject(tool.function).parameters);
  });
  for (const { name, parameters } of asObjects(functions))
    for (const tool of toolDefinition(name, parameters)) definitions.push({ ...tool, kind: 'older' });
  return onlyAllowed(definitions, asObject(asObject(tool_choice).allowed_tools).tools, (entry) => nameIn(asObject(entry)));
}

function toolChoice({ tool_choice, function_call }: JsonObject): ToolChoice {
  const choice = tool_choice ?? function_call;
  if (choice === 'none' || choice === 'required') return { mode: choice };
  const chosen = asObject(choice);
  const name = nameIn(chosen);
  if (typeof name === 'string') return { mode: 'required', name };
  return { mode: asObject(chosen.allowed_tools).mode === 'required' ? 'required' : 'auto' };
}

function format({ response_format }: JsonObject): AnswerFormat {
  const { type = response_format, json_schema, schema } = asObject(response_format);
  return type === 'json_object' || type === 'json_schema' ? jsonFormat(asObject(json_schema).schema ?? schema) : { kind: 'text' };
}

/** The switches for thinking of the model families; the first that a request has decides. */
function reasoning({ thinking, enable_thinking, reasoning_effort, chat_template_kwargs }: JsonObject): boolean | undefined {
  const { type } = asObject(thinking);
  if (typeof type === 'string') return type !== 'disabled';
  const enabled = enable_thinking ?? asObject(chat_template_kwargs).enable_thinking ?? asObject(chat_template_kwargs).thinking;
  if (typeof enabled === 'boolean') return enabled;
  return reasoning_effort === 'none' ? false : undefined;
}

export const readCall = (call: JsonObject): ToolCall => {
  const { name, input, arguments: value } = asObject(call.function ?? call.custom);
  return {
    id: asString(call.id),
    name: asText(name),
    ...(call.type === 'custom' ? { kind: 'custom', arguments: asText(input) } : { arguments: parseJson(asText(value)) }),
  } as ToolCall;
};

/** The calls of a message, in either form. */
export function callsIn(message: Json | undefined): ToolCall[] {
  const { tool_calls, function_call } = asObject(message);
  const older: ToolCall[] = isObject(function_call) ? [{ ...readCall({ function: function_call }), kind: 'older' }] : [];
  return [...asObjects(tool_calls).map(readCall), ...older];
}

/** The words of a message, part by part. */
const said = (content: Json | undefined): string[] =>
  typeof content === 'string' ? [content] : asObjects(content).map(({ text, refusal }) => asText(text) || asText(refusal));

function utterance(message: JsonObject): Utterance {
  const { role, name, content, refusal, images, tool_call_id } = message;
  const media = [...asObjects(content), ...asObjects(images)].flatMap((part) => mediaOf(part));
  if (role === 'tool' || role === 'function') {
    const result = {
      text: contentText(content),
      ...(typeof tool_call_id === 'string' && { id: tool_call_id }),
      ...(typeof name === 'string' && { name }),
    };
    return { role: 'user', images: media, results: [result] };
  }
  return {
    role: roleOf(role),
    texts: [...said(content), asText(refusal)].filter((text) => text !== ''),
    images: media,
    calls: callsIn(message),
  };
}

export function head(body: Json): ConversationHead {
  const request = asObject(body);
  return withinReach({
    model: asString(request.model),
    tools: tools(request),
    wishes: {
      toolChoice: toolChoice(request),
      parallelToolCalls: request.parallel_tool_calls as boolean | undefined,
      format: format(request),
      choices: asCount(request.n),
      maxTokens: tokenLimit(request.max_completion_tokens ?? request.max_tokens),
      stop: stopTexts(request.stop),
      ...modalities(request.modalities),
      reasoning: reasoning(request),
      logprobs: request.logprobs,
    },
  });
}

export const conversation = (body: Json): Conversation => converse(asObjects(asObject(body).messages).map(utterance), head(body));
