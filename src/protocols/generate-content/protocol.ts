/** The generateContent protocol of Gemini. */
import type { Json } from '../../contract/prepared.js';
import { contentText, type PartKinds, repeat, replaceCalls, replaceText } from '../parts/answer-parts.js';
import { asArray, asCount, asNumber, asObject, asObjects, asString, asText, isObject, type JsonObject, pick } from '../parts/json.js';
import type { AnswerContent, AnswerFormat, Protocol, ToolCall, ToolChoice, ToolDefinition } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { jsonFormat, onlyNamed, toolDefinition } from '../parts/tools.js';
import { toJsonSchema } from './schema.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

const kinds: PartKinds = {
  isText: ({ text, thought }) => typeof text === 'string' && thought !== true,
  isCall: ({ functionCall }) => isObject(functionCall),
};

const callingConfig = (request: Json): JsonObject => asObject(asObject(asObject(request).toolConfig).functionCallingConfig);

function tools(request: Json): ToolDefinition[] {
  const definitions = asObjects(asObject(request).tools).flatMap(({ functionDeclarations }) => asObjects(functionDeclarations));
  return onlyNamed(
    definitions.flatMap(({ name, parameters, parametersJsonSchema }) =>
      toolDefinition(name, parametersJsonSchema ?? (isObject(parameters) ? toJsonSchema(parameters) : undefined)),
    ),
    asArray(callingConfig(request).allowedFunctionNames),
  );
}

function toolChoice(request: Json): ToolChoice {
  const { mode, allowedFunctionNames } = callingConfig(request);
  if (mode === 'NONE') return { mode: 'none' };
  if (mode !== 'ANY') return { mode: 'auto' };
  const [name, ...others] = asArray(allowedFunctionNames);
  return { mode: 'required', ...(typeof name === 'string' && others.length === 0 && { name }) };
}

function answerFormat(request: Json): AnswerFormat {
  const { responseMimeType, responseSchema, responseJsonSchema } = asObject(asObject(request).generationConfig);
  if (responseMimeType !== 'application/json') return { kind: 'text' };
  return jsonFormat(responseJsonSchema ?? (isObject(responseSchema) ? toJsonSchema(responseSchema) : undefined));
}

const partsOf = (candidate: JsonObject | undefined): JsonObject[] => asObjects(asObject(candidate?.content).parts);

export function read(answer: Json): AnswerContent {
  const { candidates, usageMetadata } = asObject(answer);
  const [candidate] = asObjects(candidates);
  const parts = partsOf(candidate);
  return {
    text: contentText(parts.filter(kinds.isText)),
    reasoning: contentText(parts.filter(({ thought }) => thought === true)),
    toolCalls: parts.filter(kinds.isCall).map(({ functionCall }) => {
      const { id, name, args = {} } = asObject(functionCall);
      return { id: asString(id), name: asText(name), arguments: args };
    }),
    finishReason: asString(candidate?.finishReason),
    ...(usageMetadata && { usage: readUsage(asObject(usageMetadata)) }),
  };
}

function readUsage(usage: JsonObject): AnswerContent['usage'] {
  const text = asNumber(usage.candidatesTokenCount);
  const reasoning = asNumber(usage.thoughtsTokenCount);
  return {
    input: asNumber(usage.promptTokenCount),
    // Only Gemini counts thinking apart from the output.
    output: text === undefined ? reasoning : text + (reasoning ?? 0),
    total: asNumber(usage.totalTokenCount),
    reasoning,
  };
}

/** The answer with other parts in each candidate, which has then ended. */
function withEach(answer: Json, change: (parts: JsonObject[]) => Json[]): Json {
  const candidates = asObjects(asObject(answer).candidates).map((candidate) => ({
    ...candidate,
    content: { role: 'model', ...asObject(candidate.content), parts: change(partsOf(candidate)) },
    finishReason: 'STOP',
  }));
  return { ...asObject(answer), candidates };
}

/** Calls need no id. The seal over the thinking, if there is one, goes with the first call, where clients have to send it back from. */
function withToolCalls(answer: Json, calls: ToolCall[]): Json {
  return withEach(answer, (parts) => {
    const seal = parts.find((part) => kinds.isText(part) || kinds.isCall(part))?.thoughtSignature;
    const callParts = calls.map(({ id, name, arguments: args }, index) => ({
      functionCall: { ...(id !== undefined && { id }), name, args: asObject(args) },
      ...(index === 0 && seal !== undefined && { thoughtSignature: seal }),
    }));
    return replaceCalls(parts, kinds, callParts);
  });
}

export const generateContent: Protocol = {
  tools,
  toolChoice,
  endsWithToolResult: (request) =>
    asObjects(asObjects(asObject(request).contents).at(-1)?.parts).some(({ functionResponse }) => isObject(functionResponse)),
  answerFormat,
  choices: (request) => asCount(asObject(asObject(request).generationConfig).candidateCount),
  requestText: (request) => readText(pick(asObject(request), ['systemInstruction', 'contents', 'tools'])),
  read,
  withText: (answer, text) => withEach(answer, (parts) => replaceText(parts, kinds, (old) => ({ ...old, text }))),
  withToolCalls,
  withChoices: (answer, count) => ({ ...asObject(answer), candidates: repeat(asObject(answer).candidates, count) }),
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
