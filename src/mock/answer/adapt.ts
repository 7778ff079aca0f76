/** Makes a documented chat answer one to this very request: reads what it wants, decides what the answer says, and builds it. */
import { cloneJson } from '../../contract/clone.js';
import type { Json } from '../../contract/prepared.js';
import { type BuiltContent, partsOf } from '../../protocols/parts/answer.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import { idsOfTurn } from './calls.js';
import { type ContentPlan, decideContent } from './content.js';
import type { DocumentedAnswer } from './documented.js';
import { sameWishes } from './documented-conversations.js';
import { limitContent } from './limits.js';
import { loadMakers } from './makers.js';

/** What an answer is adapted to. */
export interface Adaptation extends Omit<ContentPlan, 'isDocumented' | 'documented' | 'documentedPictureTokens'> {
  protocol: Protocol;
  /** The documented requests that say the same. */
  alike: readonly Conversation[];
}

/**
 * Loads what the adaptation takes, where it is not there yet.
 * @returns `undefined` where nothing has to be waited for, which is the rule
 */
export const prepareAdaptation = ({ tools, wishes }: Conversation): Promise<unknown> | undefined =>
  loadMakers({
    schemaSamples:
      (wishes.toolChoice.mode !== 'none' && tools.some(({ schema, pattern }) => schema ?? pattern)) ||
      (wishes.format.kind === 'json' && wishes.format.schema !== undefined),
    answerTexts: true,
  });

/** Whether the documented answer is that to this very request. */
export const fitsAsItIs = ({ conversation, alike, words }: Adaptation): boolean =>
  words === undefined && alike.some((documented) => sameWishes(documented, conversation));

/** The documented answer as the request wants it; `undefined` where it fits as it is. */
export function adapt({ body, parts, content: shown }: DocumentedAnswer, { protocol, alike, ...adaptation }: Adaptation): Json | undefined {
  const { conversation, words } = adaptation;
  const { choices, maxTokens } = conversation.wishes;
  const isDocumented = alike.length > 0 && words === undefined;
  const content = decideContent({ ...adaptation, isDocumented, documented: parts, documentedPictureTokens: shown?.usage?.image });
  // A limit that the documentation shows has the documented answer, whatever its tokens are counted as.
  const isShown = content === undefined && alike.some(({ wishes }) => wishes.maxTokens === maxTokens);
  const whole: BuiltContent = content ?? { parts, finish: partsOf(parts, 'toolCall').length > 0 ? 'calls' : 'stop' };
  const limited = isShown ? whole : limitContent(whole, conversation.wishes);
  const newId = idsOfTurn(conversation, partsOf(limited.parts, 'toolCall').length);
  let adapted = limited === whole && content === undefined ? body : protocol.build(body, limited, newId);
  if (choices > 1) adapted = protocol.withChoices(adapted, choices, newId);
  return adapted === body ? undefined : cloneJson(adapted);
}
