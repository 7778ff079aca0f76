/** Requests of the Responses protocol, read. */
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
  toolKey,
  type Utterance,
  withinReach,
} from '../parts/conversation.js';
import { asArray, asObject, asObjects, asString, asText, isObject, type JsonObject, parseJson } from '../parts/json.js';
import { mediaOf } from '../parts/media.js';
import { customTool, jsonFormat, onlyAllowed, tokenLimit, toolDefinition } from '../parts/tools.js';

/** Own tools, also those in a namespace; the vendor runs all other kinds, or they are of a kind that has calls of its own. */
function ownTools(tools: Json | undefined): ToolDefinition[] {
  return asObjects(tools).flatMap((tool) => {
    if (tool.type === 'function') return toolDefinition(tool.name, tool.parameters);
    if (tool.type === 'custom') return customTool(tool.name, tool.format);
    if (tool.type !== 'namespace') return [];
    const namespace = asText(tool.name);
    return ownTools(tool.tools).map((own) => ({ namespace, ...own }));
  });
}

/** Those of the request, and those that items of its input add later on, as a search for tools does. */
function tools({ tools, input, tool_choice }: JsonObject): ToolDefinition[] {
  const own = ownTools(tools);
  const added = asObjects(input).flatMap((item) => ownTools(item.tools));
  // What a search finds was offered before, to be found.
  const offered = added.length === 0 ? own : [...new Map([...own, ...added].map((tool) => [toolKey(tool), tool])).values()];
  return onlyAllowed(offered, asObject(tool_choice).tools, (entry) => asObject(entry).name);
}

function toolChoice({ tool_choice: choice }: JsonObject): ToolChoice {
  if (choice === 'none' || choice === 'required') return { mode: choice };
  if (!isObject(choice)) return { mode: 'auto' };
  const { type, name, mode } = choice;
  if ((type === 'function' || type === 'custom') && typeof name === 'string') return { mode: 'required', name };
  if (type === 'allowed_tools') return { mode: mode === 'required' ? 'required' : 'auto' };
  // A tool of the vendor is forced, so that none of the caller's is called.
  return { mode: 'none', isOfVendor: true };
}

function format({ text }: JsonObject): AnswerFormat {
  const { type, schema } = asObject(asObject(text).format);
  return type === 'json_object' || type === 'json_schema' ? jsonFormat(schema) : { kind: 'text' };
}

/** Items with a call that the caller answers. */
export const isCall = ({ type }: JsonObject): boolean => type === 'function_call' || type === 'custom_tool_call';

export const readCall = ({ type, call_id, name, namespace, arguments: value, input }: JsonObject): ToolCall => ({
  ...(typeof call_id === 'string' && { id: call_id }),
  name: asText(name),
  ...(typeof namespace === 'string' && { namespace }),
  ...(type === 'custom_tool_call' ? { kind: 'custom', arguments: asText(input) } : { arguments: parseJson(asText(value)) }),
});

/** What a tool gave back, as text or as parts. */
const outputText = (output: Json | undefined): string =>
  contentText(output) || (typeof output === 'object' && output !== null && !Array.isArray(output) ? JSON.stringify(output) : '');

/** Ids of items with a call tell it; references have nothing but an id. */
const callId = /^(fc|ctc)_/;
const unseenCall: ToolCall = { name: '', arguments: null };

function utterance(item: JsonObject): Utterance[] {
  const { type = 'message', id, role, content, call_id, output } = item;
  const kind = asText(type);
  if (kind === 'message') {
    const texts = typeof content === 'string' ? [content] : asObjects(content).map(({ text, refusal }) => asText(text) || asText(refusal));
    return [
      {
        role: roleOf(role),
        texts: texts.filter((text) => text !== ''),
        images: asObjects(content).flatMap((part) => mediaOf(part)),
      },
    ];
  }
  if (isCall(item)) return [{ role: 'assistant', calls: [readCall(item)] }];
  // Every kind of call that a caller answers is answered in this form.
  if (kind.endsWith('_call_output')) {
    const media = asObjects([output ?? null].flat()).flatMap((part) => mediaOf(part));
    return [{ role: 'user', images: media, results: [{ id: asText(call_id), text: outputText(output) }] }];
  }
  if (kind === 'item_reference') return [{ role: 'assistant', calls: callId.test(asText(id)) ? [unseenCall] : [] }];
  // Reasoning and calls that the vendor ran belong to the turn of the assistant, but say nothing.
  return kind === 'reasoning' || kind.endsWith('_call') ? [{ role: 'assistant' }] : [];
}

/** What is included in an answer to who asks for it. */
const sealedReasoning = 'reasoning.encrypted_content';
const logprobs = 'message.output_text.logprobs';

/** An effort, or a summary of the reasoning, asks for it. */
function reasoning({ effort, summary }: JsonObject): boolean | undefined {
  if (typeof effort === 'string') return effort !== 'none';
  return typeof summary === 'string' ? true : undefined;
}

export function head(body: Json): ConversationHead {
  const request = asObject(body);
  const { parallel_tool_calls: parallel } = request;
  const included = asArray(request.include);
  const reasons = reasoning(asObject(request.reasoning));
  return withinReach({
    model: asString(request.model),
    tools: tools(request),
    wishes: {
      toolChoice: toolChoice(request),
      ...(typeof parallel === 'boolean' && { parallelToolCalls: parallel }),
      format: format(request),
      choices: 1,
      maxTokens: tokenLimit(request.max_output_tokens),
      stop: [],
      pictures:
        asObjects(request.tools).some(({ type }) => type === 'image_generation') &&
        asObject(request.tool_choice).type === 'image_generation',
      ...(reasons !== undefined && { reasoning: reasons }),
      ...(included.includes(sealedReasoning) && { sealed: true }),
      ...(included.includes(logprobs) && { logprobs: true }),
    },
  });
}

export function conversation(body: Json): Conversation {
  const { input, instructions } = asObject(body);
  const items = typeof input === 'string' ? [{ role: 'user', content: input }] : asObjects(input);
  const system = [asText(instructions)].filter((text) => text !== '');
  return converse([{ role: 'system', texts: system }, ...items.flatMap(utterance)], head(body));
}
