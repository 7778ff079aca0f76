/** Counts in a store of the caller's that cannot count itself. */
import type { CountingStore, Store } from './store.js';

/** Steps of one process follow each other. */
export function counting(store: Store): CountingStore {
  if (store.increment) return store as CountingStore;
  let last: Promise<unknown> = Promise.resolve();
  const add = async (key: string): Promise<number> => {
    const number = Number((await store.getItem(key)) ?? 0) + 1;
    await store.setItem(key, number);
    return number;
  };
  return {
    getItem: (key) => store.getItem(key),
    setItem: (key, value) => store.setItem(key, value),
    increment(key) {
      const counted = last.then(() => add(key));
      // One that failed does not stop those after it.
      last = counted.catch(() => {});
      return counted;
    },
    getKeys: (base) => store.getKeys(base),
    clear: (base) => store.clear(base),
    dispose: () => store.dispose?.(),
  };
}
