/** Makes a documented chat answer one to this very request: reads what it wants, decides what the answer says, and builds it. */
import type { Chance } from '../../contract/chance/chance.js';
import { cloneJson } from '../../contract/clone.js';
import type { Json } from '../../contract/prepared.js';
import { type BuiltContent, partsOf } from '../../protocols/parts/answer.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import type { DocumentedAnswer } from '../answer/documented.js';
import { idsOfTurn } from './calls.js';
import { type ContentPlan, decideContent } from './content.js';
import { limitContent } from './limits.js';

/** What an answer is adapted to. */
export interface Adaptation extends Omit<ContentPlan, 'isDocumented' | 'documented' | 'documentedPictureTokens'> {
  protocol: Protocol;
  /** The documented requests that say the same. */
  alike: readonly Conversation[];
  /** Makes the ids of calls. */
  chance: Chance;
}

/** The documented answer as the request wants it; `undefined` where it fits as it is. */
export function adapt(
  { body, parts, content: shown }: DocumentedAnswer,
  { protocol, alike, chance, ...adaptation }: Adaptation,
): Json | undefined {
  const { conversation, words } = adaptation;
  const { choices, maxTokens, sealed = false } = conversation.wishes;
  if (Number.isNaN(maxTokens)) adaptation.warn('a limit below one token counts as absent');
  const isDocumented = alike.length > 0 && words === undefined;
  const content = decideContent({ ...adaptation, isDocumented, documented: parts, documentedPictureTokens: shown?.usage?.image });
  // A limit that the documentation shows has the documented answer, whatever its tokens are counted as.
  const isShown = content === undefined && alike.some(({ wishes }) => wishes.maxTokens === maxTokens);
  const whole: BuiltContent = content ?? { parts, finish: partsOf(parts, 'toolCall').length > 0 ? 'calls' : 'stop' };
  const limited = isShown ? whole : limitContent(whole, conversation.wishes);
  const newId = idsOfTurn(conversation, partsOf(limited.parts, 'toolCall').length, chance);
  let adapted = limited === whole && content === undefined ? body : protocol.build(body, { ...limited, sealed }, newId);
  if (choices > 1) adapted = protocol.withChoices(adapted, choices, newId);
  return adapted === body ? undefined : cloneJson(adapted);
}
