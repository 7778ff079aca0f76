/** Whether a documented chat answer is adapted to a request, and what that takes; a page loads it with the first that is. */
import { isOwn, sameWishes } from '../answer/documented-conversations.js';
import { answerTexts, grammarSamples, Late, loadMissing, schemaSamples } from '../answer/makers.js';
import type * as adapting from './adapt.js';

/** Makes a documented answer one to this very request. */
export const adaptation = new Late<typeof adapting>(() => import('./adapt.js'));

/**
 * Loads what the adaptation takes, where it is not there yet.
 * @returns `undefined` where nothing has to be waited for, which is the rule
 */
export function prepareAdaptation({ conversation }: Pick<adapting.Adaptation, 'conversation'>): Promise<unknown> | undefined {
  const { tools, wishes } = conversation;
  const callable = wishes.toolChoice.mode === 'none' ? [] : tools;
  const hasGrammar = callable.some(({ grammar }) => grammar);
  // Words alone may ask for a value, too.
  return loadMissing([adaptation, answerTexts, schemaSamples, ...(hasGrammar ? [grammarSamples] : [])]);
}

/** Whether the documented answer is that to this very request. */
export const fitsAsItIs = ({ conversation, alike, example, words }: adapting.Adaptation): boolean =>
  words === undefined && isOwn(alike, example) && alike.some((documented) => sameWishes(documented.conversation, conversation));
