/** Requests of the generateContent protocol, read. */
import type { Json } from '../../contract/prepared/json.js';
import {
  type AnswerFormat,
  type Conversation,
  type ConversationHead,
  converse,
  type ToolChoice,
  type ToolDefinition,
  type Utterance,
  withinReach,
} from '../parts/conversation.js';
import { asArray, asCount, asObject, asObjects, asString, asText, isObject, type JsonObject } from '../parts/json.js';
import { mediaOf } from '../parts/media.js';
import { jsonFormat, modalities, onlyAllowed, stopTexts, tokenLimit, toolDefinition } from '../parts/tools.js';
import { toJsonSchema } from './schema.js';
import { canonical } from './spelling.js';

const callingConfig = ({ toolConfig }: JsonObject): JsonObject => asObject(asObject(toolConfig).functionCallingConfig);

function tools(request: JsonObject): ToolDefinition[] {
  const { allowedFunctionNames: allowed } = callingConfig(request);
  const definitions = asObjects(request.tools).flatMap(({ functionDeclarations }) => asObjects(functionDeclarations));
  return onlyAllowed(
    definitions.flatMap(({ name, parameters, parametersJsonSchema }) =>
      toolDefinition(name, parametersJsonSchema ?? (isObject(parameters) ? toJsonSchema(parameters) : undefined)),
    ),
    // In this protocol's JSON an empty list is no list.
    asArray(allowed).length > 0 ? allowed : undefined,
  );
}

function toolChoice(request: JsonObject): ToolChoice {
  // The vendor takes small letters, too.
  const mode = asText(callingConfig(request).mode).toUpperCase();
  if (mode === 'NONE') return { mode: 'none' };
  return { mode: mode === 'ANY' ? 'required' : 'auto' };
}

function format(config: JsonObject): AnswerFormat {
  const { responseMimeType, responseSchema, responseJsonSchema } = config;
  if (responseMimeType === 'text/x.enum') {
    const { enum: values } = asObject(responseJsonSchema ?? responseSchema);
    return { kind: 'choice', texts: asArray(values).filter((value) => typeof value === 'string') };
  }
  if (responseMimeType !== 'application/json') return { kind: 'text' };
  return jsonFormat(responseJsonSchema ?? (isObject(responseSchema) ? toJsonSchema(responseSchema) : undefined));
}

/** A budget of nothing is no thinking; thoughts are shown where they are included. */
function reasoning({ thinkingConfig }: JsonObject): boolean | undefined {
  const { includeThoughts, thinkingBudget } = asObject(thinkingConfig);
  return thinkingBudget === 0 ? false : (includeThoughts as boolean | undefined);
}

/** Members under which tools give back their one text. */
const wrappers = ['output', 'result', 'content'];

/** A result that wraps one text counts as that text; some clients put the name of the tool beside it. */
function resultText(response: Json | undefined, tool: Json | undefined): string {
  const members = Object.entries(asObject(response));
  const [[name, value] = ['', null], ...others] = members.filter(([member, said]) => !(member === 'name' && said === tool));
  const wrapped = others.length === 0 && wrappers.includes(name) ? value : undefined;
  return typeof wrapped === 'string' ? wrapped : JSON.stringify(response ?? {});
}

const textsOf = (parts: readonly JsonObject[]): string[] => parts.map(({ text }) => asText(text)).filter((text) => text !== '');

function utterance(content: JsonObject): Utterance {
  const parts = asObjects(content.parts);
  const responses = parts.filter(({ functionResponse }) => isObject(functionResponse)).map((part) => asObject(part.functionResponse));
  const said = parts.filter((part) => part.thought !== true);
  return {
    role: content.role === 'model' ? 'assistant' : 'user',
    texts: textsOf(said),
    images: [...said, ...responses.flatMap(({ parts }) => asObjects(parts))].flatMap(({ inlineData, fileData }) =>
      mediaOf({ inlineData, fileData } as JsonObject),
    ),
    calls: parts
      .filter(({ functionCall }) => isObject(functionCall))
      .map((part) => {
        const { id, name, args = {} } = asObject(part.functionCall);
        return { ...(typeof id === 'string' && { id }), name: asText(name), arguments: args };
      }),
    results: responses.map(({ id, name, response }) => ({
      ...(typeof id === 'string' && { id }),
      name: asText(name),
      text: resultText(response, name),
    })),
  };
}

const systemTexts = (instruction: Json | undefined): string[] => textsOf(asObjects(asObject(instruction).parts));

function headOf(request: JsonObject): ConversationHead {
  const config = asObject(request.generationConfig);
  return withinReach({
    model: asString(request.model),
    tools: tools(request),
    wishes: {
      toolChoice: toolChoice(request),
      format: format(config),
      choices: asCount(config.candidateCount),
      maxTokens: tokenLimit(config.maxOutputTokens),
      stop: stopTexts(config.stopSequences),
      ...modalities(config.responseModalities),
      reasoning: reasoning(config),
      logprobs: config.responseLogprobs,
    },
  });
}

export const head = (body: Json): ConversationHead => headOf(asObject(canonical(body)));

export function conversation(body: Json): Conversation {
  const request = asObject(canonical(body));
  return converse(
    [{ role: 'system', texts: systemTexts(request.systemInstruction) }, ...asObjects(request.contents).map(utterance)],
    headOf(request),
  );
}
