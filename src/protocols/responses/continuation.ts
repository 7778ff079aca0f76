/** Requests that go on from an answer that the server keeps. */
import { asObject, asObjects, asString, type JsonObject } from '../parts/json.js';
import type { Continuation } from '../parts/protocol.js';

const inputOf = ({ input }: JsonObject): JsonObject[] =>
  typeof input === 'string' ? [{ role: 'user', content: input }] : asObjects(input);

export const continuation: Continuation = {
  idAt: { answer: '/id', event: '/response/id' },
  isKept: () => true,
  previousId: (request) => asString(asObject(request).previous_response_id),
  kept: (request, answer) => [...inputOf(asObject(request)), ...asObjects(asObject(answer).output)],
  resumed: (request, before) => ({ ...asObject(request), input: [...before, ...inputOf(asObject(request))] }),
};
