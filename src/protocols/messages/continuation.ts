/** Threads: requests that go on from a message that the server keeps. */

import type { Continuation } from '../parts/continuation.js';
import { asArray, asObject, asObjects, type JsonObject } from '../parts/json.js';

export const continuation: Continuation = {
  // What the request that begins a thread says of system and tools, those that go on do not say again.
  kept(request, answer) {
    const { thread, system, tools, messages } = asObject(request);
    const said = [...asArray(messages), { role: 'assistant', content: asObject(answer).content ?? [] }];
    return thread ? [{ system, tools, messages: said } as JsonObject] : [];
  },
  resumed(request, before) {
    const turns = asObjects([...before, request]);
    return { ...turns[0], ...asObject(request), messages: turns.flatMap(({ messages }) => asObjects(messages)) } as JsonObject;
  },
};
