/** Requests that go on from an answer by its id. */
import type { Json } from '../../contract/prepared/json.js';

/** Of a protocol whose server keeps answers, so that a request goes on from one by its id. */
export interface Continuation {
  /** What is to be kept of a request and its answer: what they said, in their order; nothing where the server does not keep it. */
  kept(request: Json, answer: Json): Json[];
  /** The request with what was said before in it. */
  resumed(request: Json, before: readonly Json[]): Json;
}
