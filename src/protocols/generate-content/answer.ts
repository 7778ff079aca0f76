/** Answers of the generateContent protocol: read and built. */
import type { Json } from '../../contract/prepared/json.js';
import { type AnswerContent, type AnswerPart, type BuiltContent, type Finish, noSeal, type TokenUsage, textOf } from '../parts/answer.js';
import { contentText, repeat } from '../parts/answer-parts.js';
import { asNumber, asObject, asObjects, asString, asText, isObject, type JsonObject } from '../parts/json.js';
import { dataUrl, readDataUrl } from '../parts/media.js';
import type { Protocol } from '../parts/protocol.js';
import { byModality, recount } from '../parts/usage.js';

const isText = ({ text, thought }: JsonObject): boolean => typeof text === 'string' && thought !== true;
const isCall = ({ functionCall }: JsonObject): boolean => isObject(functionCall);

const partsOf = (candidate: JsonObject | undefined): JsonObject[] => asObjects(asObject(candidate?.content).parts);

export function read(answer: Json): AnswerContent {
  const { candidates, usageMetadata } = asObject(answer);
  const [candidate] = asObjects(candidates);
  const parts = partsOf(candidate);
  return {
    text: contentText(parts.filter(isText)),
    reasoning: contentText(parts.filter(({ thought }) => thought === true)),
    toolCalls: parts.filter(isCall).map(({ functionCall }) => {
      const { id, name, args = {} } = asObject(functionCall);
      return { id: asString(id), name: asText(name), arguments: args };
    }),
    finishReason: asString(candidate?.finishReason),
    ...(usageMetadata && { usage: readUsage(asObject(usageMetadata)) }),
  };
}

function readUsage(usage: JsonObject): TokenUsage {
  const text = asNumber(usage.candidatesTokenCount);
  const reasoning = asNumber(usage.thoughtsTokenCount);
  const image = asObjects(usage.candidatesTokensDetails).find(({ modality }) => modality === 'IMAGE')?.tokenCount;
  return {
    input: asNumber(usage.promptTokenCount),
    // Only Gemini counts thinking apart from the output.
    output: text === undefined ? reasoning : text + (reasoning ?? 0),
    total: asNumber(usage.totalTokenCount),
    reasoning,
    image: asNumber(image),
  };
}

function part(part: JsonObject): AnswerPart[] {
  const { text, thought, functionCall, inlineData } = part;
  if (typeof text === 'string') {
    if (text === '') return [];
    return [thought === true ? { reasoning: text } : { text }];
  }
  if (isObject(functionCall)) {
    const { id, name, args = {} } = functionCall;
    return [{ toolCall: { ...(typeof id === 'string' && { id }), name: asText(name), arguments: args } }];
  }
  if (isObject(inlineData)) return [{ image: dataUrl(asText(inlineData.mimeType), asText(inlineData.data)) }];
  return [{ raw: part }];
}

export const parts = (answer: Json): AnswerPart[] => partsOf(asObjects(asObject(answer).candidates)[0]).flatMap(part);

const finishWords: Record<Finish, string> = { stop: 'STOP', length: 'MAX_TOKENS', filtered: 'SAFETY', calls: 'STOP' };

/** The seal over the thinking goes with the first call, where clients have to send it back from; else, where the frame has one, with the text. */
function built(parts: readonly AnswerPart[], frame: JsonObject[], newId: () => string): JsonObject[] {
  const seal = frame.find(({ thoughtSignature }) => thoughtSignature !== undefined)?.thoughtSignature;
  const firstCall = parts.findIndex((part) => 'toolCall' in part);
  const sealed = firstCall < 0 ? parts.findLastIndex((part) => 'text' in part) : firstCall;
  const signature = seal ?? (firstCall < 0 ? undefined : noSeal);
  return parts.flatMap((part, index): JsonObject[] => {
    const own: JsonObject = index === sealed && signature !== undefined ? { thoughtSignature: signature } : {};
    if ('text' in part) return [{ text: part.text, ...own }];
    if ('refusal' in part) return [{ text: part.refusal }];
    if ('reasoning' in part) return [{ text: part.reasoning, thought: true }];
    if ('raw' in part) return [part.raw];
    if ('toolCall' in part) {
      const { id, name, arguments: args } = part.toolCall;
      return [{ functionCall: { name, args: asObject(args), id: id ?? `call_${newId()}` }, ...own }];
    }
    const data = readDataUrl(part.image);
    return [data ? { inlineData: { mimeType: data.mediaType, data: data.base64 } } : { fileData: { fileUri: part.image } }];
  });
}

export function build(frame: Json, { parts, finish, usage }: BuiltContent, newId: () => string): Json {
  const { candidates, usageMetadata, ...answer } = asObject(frame);
  const { content, ...candidate } = asObject(asObjects(candidates)[0]);
  const { parts: shown, ...speaker } = asObject(content);
  // Of an answer that ends before it says anything, there is no list.
  const said = built(parts, asObjects(shown), newId);
  const { input = 0, output = 0, reasoning = 0, image = 0, cached } = usage ?? {};
  const counts = asObject(usageMetadata);
  // They are part of the sum, also where the frame had none to count.
  const hasThoughts = textOf(parts, 'reasoning') !== '';
  return {
    candidates: [
      {
        ...candidate,
        content: { role: 'model', ...speaker, ...(said.length > 0 && { parts: said }) },
        finishReason: finishWords[finish],
      },
    ],
    ...(isObject(usageMetadata) && {
      usageMetadata: {
        ...recount(usageMetadata, {
          promptTokenCount: input,
          candidatesTokenCount: output - reasoning,
          thoughtsTokenCount: reasoning,
          totalTokenCount: input + output,
          cachedContentTokenCount: cached,
        }),
        ...(hasThoughts && { thoughtsTokenCount: reasoning }),
        ...('promptTokensDetails' in counts && { promptTokensDetails: byModality(counts.promptTokensDetails, input) }),
        ...('candidatesTokensDetails' in counts && {
          candidatesTokensDetails: byModality(counts.candidatesTokensDetails, output - reasoning - image, image),
        }),
      },
    }),
    ...answer,
  };
}

/** A part whose call has an id of its own, where it has one. */
function withNewId(part: JsonObject, newId: () => string): JsonObject {
  const call = asObject(part.functionCall);
  return 'id' in call ? { ...part, functionCall: { ...call, id: `call_${newId()}` } } : part;
}

export const withChoices: Protocol['withChoices'] = (answer, count, newId) => ({
  ...asObject(answer),
  candidates: repeat(asObject(answer).candidates, count, (candidate) => ({
    ...candidate,
    content: { ...asObject(candidate.content), parts: partsOf(candidate).map((part) => withNewId(part, newId)) },
  })),
});
