/** Where the mock keeps what does not follow from an id: lists, deletions and poll counts. */

/** A small key-value store; `unstorage` has this form. */
export interface Store {
  getItem(key: string): Promise<unknown> | unknown;
  setItem(key: string, value: unknown): Promise<void> | void;
  /** Adds one to a number, which is 0 where there is none, in one step. @returns the new number */
  increment(key: string): Promise<number> | number;
  getKeys(base?: string): Promise<string[]> | string[];
  clear(base?: string): Promise<void> | void;
  /** Gives back what the store holds on to, such as a connection. */
  dispose?(): Promise<void> | void;
}

/** A store in memory. It forgets the oldest keys, so that a mock may run for weeks. */
export function memoryStore(limit = 100_000): Store {
  const items = new Map<string, unknown>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      items.delete(key);
      items.set(key, value);
      if (items.size > limit) items.delete(items.keys().next().value as string);
    },
    increment(key) {
      const number = Number(items.get(key) ?? 0) + 1;
      items.set(key, number);
      return number;
    },
    getKeys: (base = '') => [...items.keys()].filter((key) => key.startsWith(base)),
    clear(base = '') {
      for (const key of items.keys()) if (key.startsWith(base)) items.delete(key);
    },
  };
}
