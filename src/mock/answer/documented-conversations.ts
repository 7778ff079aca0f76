/** Which requests the documentation shows. */
import type { PreparedExample } from '../../contract/prepared.js';
import type { AnswerPart } from '../../protocols/parts/answer.js';
import { type Conversation, sameConversation } from '../../protocols/parts/conversation.js';
import type { Protocol } from '../../protocols/parts/protocol.js';

/** A documented request, read. */
export interface DocumentedRequest {
  conversation: Conversation;
  example: PreparedExample;
}

/** The documented requests that say what a request says. */
export type DocumentedConversations = (conversation: Conversation) => readonly DocumentedRequest[];

/** What two conversations have in common if they are the same; cheap to look up. */
const keyOf = ({ turns, user }: Conversation): string => `${turns.length} ${user}`;

/** @param examples asked for when they are first needed, which is when they are loaded */
export function documentedConversations(protocol: Protocol, examples: () => readonly PreparedExample[]): DocumentedConversations {
  let known: Map<string, DocumentedRequest[]> | undefined;
  const index = () => {
    const found = new Map<string, DocumentedRequest[]>();
    for (const example of examples()) {
      const { body } = example.request;
      if (body === undefined) continue;
      const conversation = protocol.conversation(body);
      const key = keyOf(conversation);
      found.set(key, [...(found.get(key) ?? []), { conversation, example }]);
    }
    return found;
  };
  return (conversation) => {
    known ??= index();
    return (known.get(keyOf(conversation)) ?? []).filter((documented) => sameConversation(documented.conversation, conversation));
  };
}

/** Whether an example is among the documented requests. */
export const isOwn = (alike: readonly DocumentedRequest[], { name }: PreparedExample): boolean =>
  alike.some(({ example }) => example.name === name);

/** Whether a model is documented to think aloud without being asked to, be it in whole answers or in streams. */
export type ThinksUnasked = (model: string | undefined) => boolean;

/** @param examples asked for when they are first needed; @param partsOf what an example answers */
export function thinksUnasked(
  protocol: Protocol,
  examples: () => readonly PreparedExample[],
  partsOf: (example: PreparedExample) => readonly AnswerPart[],
): ThinksUnasked {
  let known: Set<string | undefined> | undefined;
  const models = (example: PreparedExample) => {
    if (example.request.body === undefined) return [];
    const { model, wishes } = protocol.conversation(example.request.body);
    return wishes.reasoning === undefined && partsOf(example).some((part) => 'reasoning' in part) ? [model] : [];
  };
  return (model) => {
    known ??= new Set(examples().flatMap(models));
    return known.has(model);
  };
}

const wishesText = ({ tools, wishes }: Conversation): string => JSON.stringify([tools, wishes]);

/** Documented ones are written out once. */
const documentedWishes = new WeakMap<Conversation, string>();

/** Whether a request that says the same as a documented one also wants the same of its answer. */
export function sameWishes(documented: Conversation, conversation: Conversation): boolean {
  let text = documentedWishes.get(documented);
  if (text === undefined) {
    text = wishesText(documented);
    documentedWishes.set(documented, text);
  }
  return text === wishesText(conversation);
}
