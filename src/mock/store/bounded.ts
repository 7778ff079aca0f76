/** A store that may be away, slow or broken: what asks it waits for a moment, and then says so. */
import { inTime, LateError } from '../../in-time.js';
import type { Store } from './store.js';

/** Milliseconds that a command may take. */
const patience = 500;

/** Seconds in which a store that was too late is not asked again: requests that ask it several times wait once. */
export const restSeconds = 1;

/** What a command that fails ends with, by what is known of the reason. */
export type Failure = (reason: string) => Error;

/** The store, each of whose commands ends in time, one way or the other. */
export function boundedStore(store: Store, failure: Failure): Store {
  /** When the next one may ask whether it is back, by the clock of `performance`; absent while it answers. */
  let nextTry: number | undefined;
  const ask = async <T>(command: () => Promise<T> | T): Promise<T> => {
    if (nextTry !== undefined) {
      const now = performance.now();
      if (now < nextTry) throw failure(`no answer in ${patience} ms a moment ago`);
      // One asks, for all.
      nextTry = now + patience + restSeconds * 1000;
    }
    try {
      const answer = await inTime((async () => command())(), patience);
      nextTry = undefined;
      return answer;
    } catch (error) {
      // One that fails at once costs nobody time.
      nextTry = error instanceof LateError ? performance.now() + restSeconds * 1000 : undefined;
      throw failure(error instanceof Error ? error.message : String(error));
    }
  };
  const { increment, removeItem } = store;
  return {
    getItem: (key) => ask(() => store.getItem(key)),
    setItem: (key, value) => ask(() => store.setItem(key, value)),
    ...(increment && { increment: (key, seconds) => ask(() => increment.call(store, key, seconds)) }),
    ...(removeItem && { removeItem: (key) => ask(() => removeItem.call(store, key)) }),
    getKeys: (base) => ask(() => store.getKeys(base)),
    clear: (base) => ask(() => store.clear(base)),
    dispose: () => store.dispose?.(),
  };
}
