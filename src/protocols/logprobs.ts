/** Where an answer tells how likely its tokens were, by protocol. Apart from the protocols: few requests ask for it. */
import type { Json } from '../contract/prepared/json.js';
import { contentText } from './parts/answer-parts.js';
import { asArray, asNumber, asObject, asObjects, asText, type JsonObject } from './parts/json.js';
import type { TokenLikelihood } from './parts/logprobs.js';

type Likelihoods = (text: string) => TokenLikelihood[];

/** A copy of the answer that tells it of its text. */
type Tell = (answer: JsonObject, of: Likelihoods) => JsonObject;

const json = (value: unknown): Json => value as Json;

const tellChat: Tell = (answer, of) => ({
  ...answer,
  choices: asObjects(answer.choices).map((choice) => {
    const { content, refusal } = asObject(choice.message);
    const list = (text: string) => (text === '' ? null : json(of(text)));
    return { ...choice, logprobs: { content: list(contentText(content)), refusal: list(asText(refusal)) } };
  }),
});

const tellResponse: Tell = (answer, of) => ({
  ...answer,
  output: asObjects(answer.output).map((item) => ({
    ...item,
    ...(item.type === 'message' && {
      content: asObjects(item.content).map((part) =>
        part.type === 'output_text' ? { ...part, logprobs: json(of(asText(part.text))) } : part,
      ),
    }),
  })),
});

const geminiToken = ({ token, logprob }: Pick<TokenLikelihood, 'token' | 'logprob'>) => ({ token, logProbability: logprob });

const tellGemini: Tell = (answer, of) => ({
  ...answer,
  candidates: asObjects(answer.candidates).map((candidate) => {
    const said = asObjects(asArray(asObject(candidate.content).parts)).filter(({ thought }) => thought !== true);
    const tokens = of(contentText(said));
    if (tokens.length === 0) return candidate;
    return {
      ...candidate,
      avgLogprobs: tokens.reduce((sum, { logprob }) => sum + logprob, 0) / tokens.length,
      logprobsResult: {
        topCandidates: tokens.map(({ top_logprobs: top }) => ({ candidates: top.map(geminiToken) })),
        chosenCandidates: tokens.map(geminiToken),
      },
    };
  }),
});

const told = new Map<string | undefined, Tell>(
  Object.entries({ 'chat-completions': tellChat, responses: tellResponse, 'generate-content': tellGemini }),
);

/** How many of the likeliest tokens a request wants listed at each place of the text. */
export function listedTokens(protocol: string | undefined, request: Json): number {
  const { top_logprobs: top, generationConfig } = asObject(request);
  return asNumber(protocol === 'generate-content' ? asObject(generationConfig).logprobs : top) ?? 0;
}

/** A copy of an answer that tells how likely its tokens were; the answer itself where its protocol has no place for that. */
export const withLikelihoods = (protocol: string | undefined, answer: Json, of: Likelihoods): Json =>
  told.get(protocol)?.(asObject(answer), of) ?? answer;

/** In the chunks: each tells of its own piece of the text. */
const tellChunks = (events: readonly JsonObject[]): JsonObject[] => {
  // The last chunk of an alternative has all of them.
  const left = new Map<Json | undefined, JsonObject[]>();
  for (const { choices } of events)
    for (const { index, logprobs } of asObjects(choices)) if (logprobs) left.set(index, asObjects(asObject(logprobs).content));
  return events.map((event) => ({
    ...event,
    choices: asObjects(event.choices).map((choice) => {
      const token = asText(asObject(choice.delta).content) === '' ? undefined : left.get(choice.index)?.shift();
      if (token) return { ...choice, logprobs: { content: [token], refusal: null } };
      return 'logprobs' in choice ? { ...choice, logprobs: null } : choice;
    }),
  }));
};

/** In the pieces: the event that ends a text has all of them. */
const tellPieces = (events: readonly JsonObject[]): JsonObject[] => {
  const keyOf = ({ item_id, content_index }: JsonObject) => JSON.stringify([item_id, content_index]);
  const left = new Map(
    events.filter(({ type }) => type === 'response.output_text.done').map((event) => [keyOf(event), asObjects(event.logprobs)]),
  );
  return events.map((event) => {
    if (event.type !== 'response.output_text.delta') return event;
    const token = left.get(keyOf(event))?.shift();
    return token ? { ...event, logprobs: [token] } : event;
  });
};

const toldInEvents = new Map<string | undefined, (events: readonly JsonObject[]) => JsonObject[]>([
  ['chat-completions', tellChunks],
  ['responses', tellPieces],
]);

/** The events of a stream, each of which tells how likely its own piece of the text was. */
export const tellEvents = (protocol: string | undefined, events: Json[]): Json[] =>
  toldInEvents.get(protocol)?.(asObjects(events)) ?? events;
