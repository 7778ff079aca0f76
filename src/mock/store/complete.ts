/** What a store of the caller's may lack. */
import { boundedStore, type Failure } from './bounded.js';
import { type CountingStore, daySeconds, type Store } from './store.js';

/** One for all mocks of this process that share a store, so that none of their counts is lost. */
const completed = new WeakMap<Store, CountingStore>();

/** @param failure what a command that fails ends with */
export function completeStore(store: Store, failure: Failure): CountingStore {
  const known = completed.get(store);
  if (known) return known;
  const bounded = boundedStore(store, failure);
  const complete = { ...bounded, increment: counting(bounded), clear: (base?: string) => clear(bounded, base) };
  completed.set(store, complete);
  return complete;
}

/** Where the store does not count itself, the counts of a key follow each other. */
function counting(store: Store): CountingStore['increment'] {
  const { increment } = store;
  if (increment) return (key, ttlSeconds = daySeconds) => increment(key, ttlSeconds);
  const turns = new Map<string, Promise<unknown>>();
  const add = async (key: string): Promise<number> => {
    const number = Number((await store.getItem(key)) ?? 0) + 1;
    await store.setItem(key, number);
    return number;
  };
  return (key) => {
    const counted = (turns.get(key) ?? Promise.resolve()).then(() => add(key));
    // One that failed does not stop those after it.
    const turn = counted
      .catch(() => {})
      .then(() => {
        if (turns.get(key) === turn) turns.delete(key);
      });
    turns.set(key, turn);
    return counted;
  };
}

/** That of `unstorage` leaves what has only the beginning of its keys in common, and all that is kept under a prefix. */
async function clear(store: Store, base = ''): Promise<void> {
  await store.clear(base);
  const left = (await store.getKeys(base)).filter((key) => key.startsWith(base));
  await Promise.all(left.map((key) => (store.removeItem ? store.removeItem(key) : store.setItem(key, null))));
}
