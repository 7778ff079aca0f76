/** In which order the chunks of a stream come. */
import type { Json } from '../../contract/prepared.js';
import { asObject } from '../parts/json.js';
import type { StreamOrder } from '../parts/protocol.js';

/** All pieces of an answer carry its id. */
export function chatCompletionsOrder(): StreamOrder {
  let id: Json | undefined;
  return {
    follow(event) {
      const own = asObject(event).id;
      id ??= own;
      return own === id ? undefined : { pointer: '/id', expected: `must be the same on every chunk, ${JSON.stringify(id)}` };
    },
  };
}
