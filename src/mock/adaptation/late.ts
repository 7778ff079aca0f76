/** Whether a documented chat answer is adapted to a request, and what that takes; a page loads it with the first that is. */
import { isOwn, sameWishes } from '../answer/documented-conversations.js';
import { Late, loadMissing } from '../answer/makers.js';
import type * as adapting from './adapt.js';

/** Makes a documented answer one to this very request. */
export const adaptation = new Late<typeof adapting>(() => import('./adapt.js'));

/**
 * Loads what the adaptation takes, where it is not there yet.
 * @returns `undefined` where nothing has to be waited for, which is the rule
 */
export function prepareAdaptation(wanted: adapting.Adaptation): Promise<unknown> | undefined {
  const makers = () => loadMissing(adaptation.now.makersFor(wanted));
  return loadMissing([adaptation])?.then(makers) ?? makers();
}

/** Whether the documented answer is that to this very request. */
export const fitsAsItIs = ({ conversation, alike, example, words }: adapting.Adaptation): boolean =>
  words === undefined && isOwn(alike, example) && alike.some((documented) => sameWishes(documented.conversation, conversation));
