/** Threads: requests that go on from a message that the server keeps. */
import type { Json } from '../../contract/prepared.js';
import { asObject, asObjects, asString, isObject, type JsonObject, pick } from '../parts/json.js';
import type { Continuation } from '../parts/protocol.js';

/** What a thread keeps of the request that began it, and those that go on do not say again. */
const keptByThread = ['system', 'tools'];

const threadOf = (request: Json): Json | undefined => asObject(request).thread;

export const continuation: Continuation = {
  idAt: { answer: '/id', event: '/message/id' },
  isKept: (request) => isObject(threadOf(request)),
  previousId: (request) => asString(asObject(threadOf(request)).previous_message_id),
  kept(request, answer) {
    const { messages, ...rest } = asObject(request);
    const said = [...asObjects(messages), { role: 'assistant', content: asObject(answer).content ?? [] }];
    return [{ ...pick(rest, keptByThread), messages: said } as JsonObject];
  },
  resumed(request, before) {
    const turns = asObjects(before as Json[]);
    const own = asObject(request);
    return {
      ...asObject(turns[0]),
      ...own,
      messages: [...turns, own].flatMap(({ messages }) => asObjects(messages)),
    } as JsonObject;
  },
};
