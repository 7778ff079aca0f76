/** Requests of the Messages protocol, read. */
import type { Json } from '../../contract/prepared/json.js';
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
import { asObject, asObjects, asString, asText, type JsonObject } from '../parts/json.js';
import { mediaOf } from '../parts/media.js';
import { jsonFormat, stopTexts, tokenLimit, toolDefinition } from '../parts/tools.js';

/** Own tools have no type, or `custom`; those of the vendor have a dated one. */
const tools = (request: JsonObject): ToolDefinition[] =>
  asObjects(request.tools)
    .filter(({ type }) => (type ?? 'custom') === 'custom')
    .flatMap(({ name, input_schema }) => toolDefinition(name, input_schema));

function toolChoice({ tool_choice }: JsonObject): ToolChoice {
  const { type, name } = asObject(tool_choice);
  if (type === 'tool' && typeof name === 'string') return { mode: 'required', name };
  if (type === 'any') return { mode: 'required' };
  return { mode: type === 'none' ? 'none' : 'auto' };
}

function format({ output_config, output_format }: JsonObject): AnswerFormat {
  const { type, schema } = asObject(asObject(output_config).format ?? output_format);
  return type === 'json_schema' ? { ...jsonFormat(schema), describesLimits: true } : { kind: 'text' };
}

/** Blocks of calls that the caller answers; `server_tool_use` is answered by the vendor. */
const isCall = ({ type }: JsonObject): boolean => type === 'tool_use';

const isResult = ({ type }: JsonObject): boolean => type === 'tool_result';

/** The words of a turn, a text block each. */
const texts = (content: Json | undefined): string[] =>
  (typeof content === 'string' ? [content] : asObjects(content).map(({ text }) => asText(text))).filter((text) => text !== '');

/** The media of a block; that of a document may be its words. */
function blockMedia({ source, file_id }: JsonObject): string[] {
  const { content } = asObject(source);
  return content ? [contentText(content)] : mediaOf({ source, file_id } as JsonObject);
}

function utterance({ role, content }: JsonObject): Utterance {
  const blocks = asObjects(content);
  const results = blocks.filter(isResult);
  const media = [...blocks, ...results.flatMap((result) => asObjects(result.content))];
  return {
    role: roleOf(role),
    texts: texts(content),
    images: media.flatMap(blockMedia),
    calls: blocks.filter(isCall).map(({ id, name, input = {} }) => ({ id: asText(id), name: asText(name), arguments: input })),
    results: results.map((result) => ({ id: asText(result.tool_use_id), text: contentText(result.content) })),
  };
}

export function head(body: Json): ConversationHead {
  const request = asObject(body);
  const { disable_parallel_tool_use: disabled } = asObject(request.tool_choice);
  const { type: thinking } = asObject(request.thinking);
  return withinReach({
    model: asString(request.model),
    tools: tools(request),
    wishes: {
      toolChoice: toolChoice(request),
      ...(typeof disabled === 'boolean' && { parallelToolCalls: !disabled }),
      format: format(request),
      choices: 1,
      // Who asks for none wants the cache to be filled, and no answer.
      maxTokens: tokenLimit(request.max_tokens, 0),
      stop: stopTexts(request.stop_sequences),
      pictures: false,
      ...(typeof thinking === 'string' && { reasoning: thinking !== 'disabled' }),
    },
  });
}

export function conversation(body: Json): Conversation {
  const { system, messages } = asObject(body);
  return converse([{ role: 'system', texts: texts(system) }, ...asObjects(messages).map(utterance)], head(body));
}
