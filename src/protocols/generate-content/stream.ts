/** Streams of the generateContent protocol: every event is an answer of its own, with the next part. */
import type { Json } from '../../contract/prepared/json.js';
import {
  append,
  asNumber,
  asObject,
  asObjects,
  asString,
  asText,
  isObject,
  type JsonObject,
  merge,
  type Numbered,
  pick,
} from '../parts/json.js';
import { words } from '../parts/pieces.js';
import type { Protocol } from '../parts/protocol.js';

/** What a text part has besides its text while it is still growing. */
const growing = ['text', 'thought'];

/** A part in pieces. Only text is cut; what else its part has, such as the seal over the thinking, follows on an empty piece. */
function partPieces(part: JsonObject): JsonObject[] {
  if (typeof part.text !== 'string') return [part];
  const pieces = words(part.text).map((text) => ({ ...pick(part, growing), text }));
  const sealed = Object.keys(part).some((key) => !growing.includes(key));
  return sealed || pieces.length === 0 ? [...pieces, { ...part, text: '' }] : pieces;
}

/** A candidate in pieces, the last of which has its finish reason and all that is known at its end. */
function candidatePieces(candidate: JsonObject, position: number, { length }: JsonObject[]): JsonObject[] {
  const content = asObject(candidate.content);
  const pieces = asObjects(content.parts).flatMap(partPieces);
  const index = length > 1 ? { index: asNumber(candidate.index) ?? position } : pick(candidate, ['index']);
  const last = pieces.pop();
  return [
    ...pieces.map((part) => ({ content: { ...content, parts: [part] }, ...index })),
    { ...candidate, ...(last && { content: { ...content, parts: [last] } }), ...index },
  ];
}

export function toEvents(answer: Json): Json[] {
  const { candidates, usageMetadata, ...head } = asObject(answer);
  const all = asObjects(candidates);
  const pieces = all.flatMap(candidatePieces);
  const last = pieces.pop();
  // Until the end, usage tells only how the request is charged.
  const usage = isObject(usageMetadata) && 'trafficType' in usageMetadata ? { usageMetadata: pick(usageMetadata, ['trafficType']) } : {};
  return [
    ...pieces.map((piece) => ({ candidates: [piece], ...usage, ...head })),
    {
      ...(candidates !== undefined && { candidates: last ? [last] : [] }),
      ...(usageMetadata !== undefined && { usageMetadata }),
      ...head,
    },
  ];
}

/** Whether a part is more text of the one before it: of the same kind, and that one not sealed. */
const continues = (before: JsonObject, part: JsonObject): boolean =>
  'text' in before && 'text' in part && before.thought === part.thought && Object.keys(before).every((key) => growing.includes(key));

function appendPart(parts: JsonObject[], part: JsonObject): JsonObject[] {
  const before = asObject(parts.at(-1));
  return continues(before, part) ? [...parts.slice(0, -1), { ...part, ...append(before, 'text', part.text) }] : [...parts, part];
}

const appendContent = (content: JsonObject, more: JsonObject): JsonObject => ({
  ...merge(content, more),
  ...('parts' in more && { parts: asObjects(more.parts).reduce(appendPart, asObjects(content.parts)) }),
});

export function fromEvents(events: readonly Json[]): Json {
  let answer: JsonObject = {};
  const candidates: Numbered = {};
  for (const event of events.filter(isObject)) {
    answer = merge(answer, event);
    for (const piece of asObjects(event.candidates)) {
      const index = asNumber(piece.index) ?? 0;
      const candidate = asObject(candidates[index]);
      candidates[index] = {
        ...merge(candidate, piece),
        ...(isObject(piece.content) && { content: appendContent(asObject(candidate.content), piece.content) }),
      };
    }
  }
  // A blocked prompt has no candidates at all.
  return 'candidates' in answer ? { ...answer, candidates: Object.values(candidates) } : answer;
}

/** Events have no error in the vendor's types; servers send the body of an error instead of one. */
export const errorOf: Protocol['errorOf'] = (event) => {
  const { error } = asObject(event);
  if (!isObject(error)) return undefined;
  return { type: asString(error.status), message: asText(error.message) };
};

export const errorEvent: Protocol['errorEvent'] = ({ message, type = 'INTERNAL' }) => ({ error: { code: 500, message, status: type } });
