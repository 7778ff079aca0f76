/** What a request that cannot go on without its store is answered with. */
import { restSeconds } from '../store/bounded.js';
import { completeStore } from '../store/complete.js';
import type { CountingStore, Store } from '../store/store.js';
import { RefusedRequest } from './exchange.js';

const storeAway = (reason: string): RefusedRequest =>
  new RefusedRequest({
    status: 503,
    message: `the store does not answer: ${reason}`,
    headers: { 'retry-after': String(restSeconds) },
  });

/** A store that a mock was given, as the mock asks it. */
export const openedStore = (store: Store): CountingStore => completeStore(store, storeAway);
