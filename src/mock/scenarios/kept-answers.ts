/** Answers that a request may go on from by their id: the last of each session. */
import type { Json } from '../../contract/prepared/json.js';
import { keyPart, sessionKey } from '../../http/session-key.js';
import type { CountingStore } from '../store/store.js';

/** How many are kept of a session. */
const most = 1000;

interface Kept {
  /** What request and answer said. */
  said: Json[];
  /** The answer that the request went on from. */
  previous?: string;
}

export class KeptAnswers {
  readonly #store: CountingStore;

  constructor(store: CountingStore) {
    this.#store = store;
  }

  async keep(session: string, id: string, kept: Kept): Promise<void> {
    const number = await this.#store.increment(`${sessionKey(session)}answers:count`);
    const slot = `${sessionKey(session)}answers:${number % most}`;
    const oldest = await this.#store.getItem(slot);
    if (typeof oldest === 'string') await this.#store.setItem(keyOf(session, oldest), null);
    await this.#store.setItem(slot, id);
    await this.#store.setItem(keyOf(session, id), kept);
  }

  /** All that was said up to an answer; nothing where it is not known. */
  async before(session: string, id: string): Promise<Json[]> {
    const turns: Json[][] = [];
    for (let next: string | undefined = id; next !== undefined && turns.length < most; ) {
      const kept = (await this.#store.getItem(keyOf(session, next))) as Kept | null;
      if (!kept) break;
      turns.push(kept.said);
      next = kept.previous;
    }
    return turns.reverse().flat();
  }
}

/** Ids come from callers, and are no longer than those that are made. */
const keyOf = (session: string, id: string): string => `${sessionKey(session)}answer:${keyPart(id.slice(0, 200))}`;
