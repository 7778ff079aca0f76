/** Requests that go on from an answer that the server keeps. */

import type { Continuation } from '../parts/continuation.js';
import { asObject, asObjects, type JsonObject } from '../parts/json.js';

const inputOf = ({ input }: JsonObject): JsonObject[] =>
  typeof input === 'string' ? [{ role: 'user', content: input }] : asObjects(input);

export const continuation: Continuation = {
  kept: (request, answer) =>
    asObject(request).store === false ? [] : [...inputOf(asObject(request)), ...asObjects(asObject(answer).output)],
  resumed: (request, before) => ({ ...asObject(request), input: [...before, ...inputOf(asObject(request))] }),
};
