/** Where an answer tells how likely its tokens were, by protocol. Apart from the protocols: few requests ask for it. */
import type { Json } from '../contract/prepared.js';
import { contentText } from './parts/answer-parts.js';
import { asArray, asObject, asObjects, asText, type JsonObject } from './parts/json.js';
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

/** A copy of an answer that tells how likely its tokens were; the answer itself where its protocol has no place for that. */
export const withLikelihoods = (protocol: string | undefined, answer: Json, of: Likelihoods): Json =>
  told.get(protocol)?.(asObject(answer), of) ?? answer;
