/** Makes a documented chat answer one to this very request: reads what it wants, decides what the answer says, and builds it. */
import type { Chance } from '../../contract/chance/chance.js';
import { cloneJson } from '../../contract/clone.js';
import type { ChooseExample, Likeness } from '../../contract/examples/choice.js';
import type { Json } from '../../contract/prepared/json.js';
import type { PreparedExample, PreparedOperation } from '../../contract/prepared.js';
import { listedTokens, withLikelihoods } from '../../protocols/logprobs.js';
import { type BuiltContent, partsOf } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { unheededIn } from '../../protocols/unheeded.js';
import { type DocumentedRequest, isOwn } from '../answer/documented-conversations.js';
import type { AnswerFields, Givable, KnownAnswer } from '../answer/known-answer.js';
import { builtAnswer } from './built-answers.js';
import { idsOfTurn } from './calls.js';
import { type ContentPlan, decideContent } from './content.js';
import { limitContent } from './limits.js';
import { likelihoods } from './logprobs.js';
import { nearestOf } from './nearest.js';

export { tellEvents } from '../../protocols/logprobs.js';
export { makersFor } from './makers-for.js';

/** The operation, and what it is asked. */
interface AnsweredCall {
  operation: {
    prepared: PreparedOperation;
    choose: ChooseExample;
    documented(example: PreparedExample): KnownAnswer;
    ownedFields: AnswerFields;
  };
  exchange: Pick<Likeness, 'params' | 'body'> & { request: Pick<Likeness, 'query'> };
}

/** What an answer is adapted to. */
export interface Adaptation extends Omit<ContentPlan, 'isDocumented' | 'documented' | 'documentedPictureTokens'> {
  protocol: Protocol;
  /** The documented requests that say the same. */
  alike: readonly DocumentedRequest[];
  /** Whose answer is adapted. */
  example: PreparedExample;
  call: AnsweredCall;
  /** Makes the ids of calls. */
  chance: Chance;
}

/** The documented answer as the request wants it; `undefined` where it fits as it is. */
export function adapt({
  protocol,
  alike,
  example,
  call: { operation, exchange },
  chance,
  ...adaptation
}: Adaptation): Json | Givable | undefined {
  const exampleOfWhole = () =>
    operation.choose({ params: exchange.params, query: exchange.request.query, body: exchange.body, stream: false });
  const { body } = operation.documented(example);
  const { protocol: protocolName } = operation.prepared;
  for (const message of unheededIn(protocolName, exchange.body as Json)) adaptation.warn(message);
  // The documentation may show the answer to these words in the other form, or of another model. Where it does not show it, what a stream
  // says is made of the example that a whole answer is made of, so that both say the same.
  const { reasoning } = adaptation.conversation.wishes;
  const thinks = (shown: PreparedExample) => operation.documented(shown).parts.some((part) => 'reasoning' in part);
  // Who asks for thinking, or for none, is not given an answer of the other kind.
  const asAsked = alike.filter((shown) => reasoning === undefined || thinks(shown.example) === reasoning);
  const other = () => (alike.length > 0 ? nearestOf(asAsked, adaptation.conversation) : exampleOfWhole());
  const source = isOwn(alike, example) ? example : (other() ?? example);
  const { parts, content: shown } = operation.documented(source);
  const { conversation, words } = adaptation;
  const { choices, maxTokens, sealed = false } = conversation.wishes;
  if (conversation.wishes.toolChoice.lacksTools) adaptation.warn('a call is demanded, and no tool is offered that could be called');
  if (Number.isNaN(maxTokens)) adaptation.warn('a limit below one token counts as absent');
  const isDocumented = alike.length > 0 && words === undefined;
  const content = decideContent({ ...adaptation, isDocumented, documented: parts, documentedPictureTokens: shown?.usage?.image });
  // A limit that the documentation shows has the documented answer, whatever its tokens are counted as.
  const isShown = content === undefined && alike.some((documented) => documented.conversation.wishes.maxTokens === maxTokens);
  const image = Math.round(choices * (shown?.usage?.image ?? 0));
  const whole: BuiltContent = content ?? {
    parts,
    finish: partsOf(parts, 'toolCall').length > 0 ? 'calls' : 'stop',
    ...(image > 0 && { usage: { image } }),
  };
  const limited = isShown ? whole : limitContent(whole, conversation.wishes);
  const newId = idsOfTurn(conversation, partsOf(limited.parts, 'toolCall').length, chance);
  // Counts of a frame with a picture are those of one answer.
  // No documented reasoning is sealed.
  const isSealed = sealed && partsOf(limited.parts, 'reasoning').length > 0;
  const isFrame = !isSealed && limited === whole && content === undefined && source.name === example.name && (choices === 1 || image === 0);
  const isTold = conversation.wishes.logprobs === true;
  if (!isFrame && !isTold) return builtAnswer({ protocol, operation, frame: example, content: { ...limited, sealed }, choices, newId });
  let adapted = isFrame ? body : protocol.build(body, { ...limited, sealed }, newId);
  if (choices > 1) adapted = protocol.withChoices(adapted, choices, newId);
  if (isTold) {
    const most = listedTokens(protocolName, exchange.body as Json);
    adapted = withLikelihoods(protocolName, adapted, (text) => likelihoods(text, most));
  }
  return adapted === body ? undefined : cloneJson(adapted);
}
