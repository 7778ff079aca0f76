/** Makes a documented chat answer one to this very request: reads what it wants, decides what the answer says, and builds it. */
import type { Chance } from '../../contract/chance/chance.js';
import { cloneJson } from '../../contract/clone.js';
import type { Json } from '../../contract/prepared.js';
import { withLikelihoods } from '../../protocols/logprobs.js';
import { type BuiltContent, partsOf } from '../../protocols/parts/answer.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { DocumentedAnswer } from '../answer/documented.js';
import type { DocumentedRequest } from '../answer/documented-conversations.js';
import { idsOfTurn } from './calls.js';
import { type ContentPlan, decideContent } from './content.js';
import { limitContent } from './limits.js';
import { likelihoods } from './logprobs.js';

/** What an answer is adapted to. */
export interface Adaptation extends Omit<ContentPlan, 'isDocumented' | 'documented' | 'documentedPictureTokens'> {
  protocol: Protocol;
  protocolName: string | undefined;
  /** The documented requests that say the same. */
  alike: readonly DocumentedRequest[];
  /** What is documented to be said to that; absent where the frame says it, or nothing is. */
  said?: DocumentedAnswer;
  /** Makes the ids of calls. */
  chance: Chance;
}

/** The documented answer as the request wants it; `undefined` where it fits as it is. */
export function adapt(
  frame: DocumentedAnswer,
  { protocol, protocolName, alike, said, chance, ...adaptation }: Adaptation,
): Json | undefined {
  const { body } = frame;
  const { parts, content: shown } = said ?? frame;
  const { conversation, words } = adaptation;
  const { choices, maxTokens, sealed = false } = conversation.wishes;
  if (Number.isNaN(maxTokens)) adaptation.warn('a limit below one token counts as absent');
  for (const asked of conversation.wishes.unheeded ?? []) adaptation.warn(asked);
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
  const isFrame = limited === whole && content === undefined && !said && (choices === 1 || image === 0);
  let adapted = isFrame ? body : protocol.build(body, { ...limited, sealed }, newId);
  if (choices > 1) adapted = protocol.withChoices(adapted, choices, newId);
  const { logprobs } = conversation.wishes;
  if (logprobs !== undefined) adapted = withLikelihoods(protocolName, adapted, (text) => likelihoods(text, logprobs));
  return adapted === body ? undefined : cloneJson(adapted);
}
