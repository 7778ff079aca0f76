/** Which documented request of several that say the same a request is most like. */
import type { PreparedExample } from '../../contract/prepared.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { type DocumentedRequest, sameWishes } from '../answer/documented-conversations.js';

/**
 * Of the documented requests that say the same, the one whose answer is this request's: an answer, to the same wishes and by the same model
 * where there is such a one.
 */
export function nearestOf(alike: readonly DocumentedRequest[], conversation: Conversation): PreparedExample | undefined {
  const answered = alike.filter(({ example }) => example.status < 400);
  const likeness = (documented: DocumentedRequest) =>
    2 * Number(sameWishes(documented.conversation, conversation)) + Number(documented.conversation.model === conversation.model);
  const most = Math.max(...answered.map(likeness));
  return answered.find((documented) => likeness(documented) === most)?.example;
}
