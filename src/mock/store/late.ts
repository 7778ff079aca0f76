/** A store of the caller's: what the mock does about it is loaded when it is first asked. */
import type { CountingStore, Store } from './store.js';

type OpenedStore = { openedStore(store: Store): CountingStore };

export const lateStore = (store: Store, code: { load(): Promise<OpenedStore> }): CountingStore =>
  new Proxy({} as CountingStore, {
    get:
      (_, command: 'increment') =>
      async (...given: [string]) =>
        (await code.load()).openedStore(store)[command](...given),
  });
