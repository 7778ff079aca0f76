/** What an answer of a scenario says, as neutral content of which any chat protocol builds its own. */
import type { Json } from '../contract/prepared/json.js';
import type { AnswerPart, BuiltContent, Finish, ToolCall } from '../protocols/parts/answer.js';
import type { Conversation } from '../protocols/parts/conversation.js';
import { isObject, type JsonObject, parseJson } from '../protocols/parts/json.js';
import type { AnswerText, CallContent, ContentAnswer, PartContent } from './scenario.js';

/** Whether it is no file but stands for itself: an address or a data URL. */
export const isAddress = (text: string): boolean => /^(?:data:|[a-z][a-z\d+.-]*:\/\/)/i.test(text);

/** What the content is made for. */
export interface ContentPlace {
  /** Name of the chat protocol. */
  protocol: string;
  conversation: Conversation;
  /** Told what the request did not ask for. */
  warn: (text: string) => void;
  /** The text of a file. */
  textOf: (file: string) => string;
  /** The address or data URL of a picture. */
  imageOf: (image: string) => string;
}

/** Parts in the usual order of a model: it thinks, speaks, shows, and calls. */
const inOrder = ({ text, json, reasoning, toolCalls = [], images = [], refusal }: ContentAnswer): PartContent[] => [
  ...(reasoning === undefined ? [] : [{ reasoning }]),
  ...(text === undefined ? [] : [{ text }]),
  ...(json === undefined ? [] : [{ json }]),
  ...images.map((image) => ({ image })),
  ...toolCalls.map((toolCall) => ({ toolCall })),
  ...(refusal === undefined ? [] : [{ refusal }]),
];

/** A text may hold the arguments as some protocols write them. */
function argumentsIn(given: Json): Json {
  const read = typeof given === 'string' ? parseJson(given) : given;
  return isObject(read) ? read : given;
}

/** What only a tool that takes any text is called with. */
export const isFreeText = (given: Json | undefined): boolean => typeof given === 'string' && typeof argumentsIn(given) === 'string';

function callOf({ name, arguments: given, id }: CallContent, { conversation, warn }: ContentPlace): ToolCall {
  const tool = conversation.tools.find((offered) => offered.name === name);
  if (!tool) warn(`the answer calls ${name}, which the request does not offer`);
  const kind = tool ? tool.kind : isFreeText(given) && 'custom';
  const isCustom = kind === 'custom';
  return {
    name,
    arguments: isCustom ? (given ?? '') : argumentsIn(given ?? {}),
    ...(id !== undefined && { id }),
    ...(kind && { kind }),
    ...(tool?.namespace !== undefined && { namespace: tool.namespace }),
  };
}

function partsOf(part: PartContent, place: ContentPlace): AnswerPart[] {
  const read = (text: AnswerText) => (typeof text === 'object' && text !== null ? place.textOf(text.file) : String(text));
  if ('text' in part) return [{ text: read(part.text) }];
  if ('refusal' in part) return [{ refusal: read(part.refusal) }];
  if ('json' in part) return [{ text: JSON.stringify(part.json) }];
  if ('reasoning' in part) return [{ reasoning: read(part.reasoning) }];
  if ('toolCall' in part) return [{ toolCall: callOf(part.toolCall, place) }];
  if ('image' in part) return [{ image: place.imageOf(part.image) }];
  const raw: Json | undefined = part.raw[place.protocol];
  return raw === undefined ? [] : [{ raw: raw as JsonObject }];
}

export function contentOf(answer: ContentAnswer, place: ContentPlace): BuiltContent {
  const parts = (answer.parts ?? inOrder(answer)).flatMap((part) => partsOf(part, place));
  const finish: Finish = answer.finish ?? (parts.some((part) => 'toolCall' in part) ? 'calls' : 'stop');
  return { parts, finish, ...(answer.usage && { usage: whole(answer.usage) }) };
}

/** A count that is left out is at least that of its part. */
const whole = ({ input, output, reasoning, cached }: NonNullable<ContentAnswer['usage']>): NonNullable<BuiltContent['usage']> => ({
  input: input ?? cached,
  output: output ?? reasoning,
  reasoning,
  cached,
});
