/** Where the mock keeps what does not follow from an id: lists, deletions and counts. */

/** A small key-value store; `unstorage` has this form. */
export interface Store {
  getItem(key: string): Promise<unknown> | unknown;
  setItem(key: string, value: unknown): Promise<void> | void;
  /** Takes a key away. @default its value is set to null */
  removeItem?(key: string): Promise<void> | void;
  /**
   * Adds one to a number, which is 0 where there is none, in one step. Without it numbers are counted right within one process, and may be
   * lost between several that share the store.
   *
   * @param ttlSeconds how long the number is kept from now on
   * @returns the new number
   */
  increment?(key: string, ttlSeconds: number): Promise<number> | number;
  getKeys(base?: string): Promise<string[]> | string[];
  clear(base?: string): Promise<void> | void;
  /** Gives back what the store holds on to, such as a connection. */
  dispose?(): Promise<void> | void;
}

/** A store that counts. */
export interface CountingStore extends Store {
  /** @param ttlSeconds a day if left out */
  increment(key: string, ttlSeconds?: number): Promise<number> | number;
}

/** What nobody asked for in so many seconds is of no test that still runs. */
export const daySeconds = 86_400;

/** A store in memory. It forgets the oldest keys, so that a mock may run for weeks. */
export function memoryStore(limit = 100_000): CountingStore {
  const items = new Map<string, { value: unknown; until: number }>();
  const read = (key: string): unknown => {
    const item = items.get(key);
    return item && item.until > Date.now() ? item.value : null;
  };
  const write = (key: string, value: unknown, ttlSeconds = daySeconds) => {
    items.delete(key);
    items.set(key, { value, until: Date.now() + ttlSeconds * 1000 });
    if (items.size > limit) items.delete(items.keys().next().value as string);
  };
  return {
    getItem: read,
    setItem: (key, value) => write(key, value),
    increment(key, ttlSeconds) {
      const number = Number(read(key)) + 1;
      write(key, number, ttlSeconds);
      return number;
    },
    getKeys: (base = '') => [...items.keys()].filter((key) => key.startsWith(base) && read(key) !== null),
    clear(base = '') {
      for (const key of items.keys()) if (key.startsWith(base)) items.delete(key);
    },
  };
}
