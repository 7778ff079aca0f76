/** Requests whose answers a test gives when it wants to: at once, event by event, or not at all. */

import { suggestion } from '../../options/check-options.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import type { Answer, ContentAnswer } from '../../scenarios/scenario.js';
import type { Steps } from '../answer/stream.js';
import { RefusedRequest } from '../engine/exchange.js';
import type { Call } from '../engine/state.js';
import { checkError, checkEvents, checkProgress, checkWait, type HeldError, type Word, Words } from './hold-words.js';

/** Which request is held. */
export interface HoldOptions {
  /** Only a request of this session; of any, if it is left out. */
  session?: string;
  /** What is answered, step by step; the documented answer, if it is left out. */
  answer?: Answer;
  /**
   * Milliseconds to wait for the request, and then for each word of the test.
   * @default 30000
   */
  timeoutMs?: number;
}

/** A request that waits for its answer. */
export interface HeldRequest {
  /** operationId. */
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  /** Absent where the operation has no chat protocol. */
  conversation?: Conversation;
  /** Resolves when the caller goes away before the response has ended. */
  aborted: Promise<void>;
}

/**
 * The answer to a request, in the hands of a test. What is said before the request comes is kept for it. What is said once the response has ended, or
 * its caller has left, does nothing: a test need not know which of the two was first.
 */
export interface Held {
  /** The next request that is held; rejects when none comes in time. */
  readonly request: Promise<HeldRequest>;
  /** Gives all of the answer, or what is left of it. @param answer in place of the one that was given with the hold */
  answer(answer?: ContentAnswer | Answer): void;
  /** Sends that many events of a stream; 1 if left out. A response that is no stream is sent whole. @throws RangeError for less than 1, or a part of one */
  next(events?: number): void;
  /** Reports an error: as the response, or inside the stream that has begun. @throws RangeError for a status below 400 or above 599 */
  error(error?: HeldError): void;
  /** Breaks the connection. */
  cut(): void;
  /** Ends a stream, as if all had been said. */
  end(): void;
  /**
   * Says how far the job is that the request created, by the name of its state; `progress` in percent.
   * @throws Error for an operation that creates no job, and for a state that its jobs do not have; RangeError for a progress below 0 or above 100
   */
  state(name: string, progress?: { progress?: number }): void;
  /** Holds no request, or no longer. */
  release(): void;
}

/** How a held request is answered. */
export interface HeldDecision {
  answer: Answer | undefined;
  steps: Steps;
}

const usualWait = 30_000;

/** More than any test has at once. */
export const mostHolds = 1000;

export class Hold implements Held {
  readonly request: Promise<HeldRequest>;
  readonly #words = new Words();
  readonly #options: HoldOptions;
  readonly #wait: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  #arrive!: (request: HeldRequest) => void;
  #isOver = false;
  /** operationId of the request that is held. */
  #taken: string | undefined;
  #job: { state: string; done?: number } | undefined;
  /** Events that may still be sent without a further word. */
  #open = 0;

  /**
   * @param source names it in the ids of jobs; no scenario has such a name
   * @param statesOf names the states of the jobs that an operation creates; `undefined` where it creates none
   */
  constructor(
    readonly operation: string | undefined,
    options: HoldOptions,
    readonly source: string,
    readonly statesOf: (operation: string) => readonly string[] | undefined,
  ) {
    checkWait(options.timeoutMs);
    this.#options = options;
    this.#wait = options.timeoutMs ?? usualWait;
    let fail: (error: Error) => void = () => {};
    this.request = new Promise((resolve, reject) => {
      this.#arrive = resolve;
      fail = reject;
    });
    // Who never looks at it is not to be told.
    this.request.catch(() => {});
    this.#timer = setTimeout(() => {
      this.#over();
      fail(new Error(`no request of ${operation ?? 'any operation'} came in ${this.#wait} ms`));
    }, this.#wait);
    if (typeof this.#timer === 'object') this.#timer.unref?.();
  }

  answer(answer?: Answer): void {
    this.#words.say({ say: 'answer', ...(answer && { answer }) });
  }
  next(events = 1): void {
    checkEvents(events);
    this.#words.say({ say: 'next', events });
  }
  error(error: HeldError = {}): void {
    checkError(error);
    this.#words.say({ say: 'error', error });
  }
  cut(): void {
    this.#words.say({ say: 'cut' });
  }
  end(): void {
    this.#words.say({ say: 'end' });
  }
  state(name: string, { progress }: { progress?: number } = {}): void {
    checkProgress(progress);
    const operation = this.#taken ?? this.operation;
    const states = operation === undefined ? [name] : this.statesOf(operation);
    if (!states) throw new Error(`state: ${operation} creates no job`);
    if (!states.includes(name)) throw new Error(`state: there is no state ${name}${suggestion(name, states)}`);
    this.#job = { state: name, ...(progress !== undefined && { done: progress / 100 }) };
  }
  release(): void {
    this.#over();
    this.answer();
  }

  get session(): string | undefined {
    return this.#options.session;
  }

  /** How far its job is; absent until the test has said it. */
  get job(): { state: string; done?: number } | undefined {
    return this.#job;
  }

  matches({ operation, exchange }: Call): boolean {
    const { session } = this.#options;
    return (
      !this.#isOver &&
      (this.operation === undefined || operation.prepared.id === this.operation) &&
      (session === undefined || session === (exchange.preferences.session ?? ''))
    );
  }

  /** Takes the request, and waits for the first word about it. @throws RefusedRequest for an error */
  async take({ operation, exchange }: Call, conversation: Conversation | undefined, createsJob: boolean): Promise<HeldDecision | 'cut'> {
    this.#over();
    this.#taken = operation.prepared.id;
    const { request, body } = exchange;
    const { signal } = request;
    const about = `${request.method} ${request.path}`;
    this.#arrive({
      operation: operation.prepared.id,
      method: request.method,
      path: request.path,
      headers: request.headers(),
      body,
      ...(conversation && { conversation }),
      aborted: new Promise((resolve) => {
        if (signal?.aborted) resolve();
        else signal?.addEventListener('abort', () => resolve(), { once: true });
      }),
    });
    // A job is created at once: it is its state that is held.
    if (createsJob) return { answer: this.#options.answer, steps: async () => 'event' };
    const word = await this.#words.next(this.#wait, signal, about);
    if (signal?.aborted) exchange.ending.aborted = true;
    if (word.say === 'error') throw new RefusedRequest({ status: 500, ...word.error });
    if (word.say === 'cut') return 'cut';
    if (word.say === 'next') this.#open = word.events;
    if (word.say === 'answer') this.#open = Number.POSITIVE_INFINITY;
    let ended = word.say === 'end';
    return {
      answer: (word.say === 'answer' ? word.answer : undefined) ?? this.#options.answer,
      steps: async () => {
        while (!ended && this.#open <= 0) {
          const next = await this.#words
            .next(this.#wait, signal, about)
            .catch((error: Error): Word => ({ say: 'error', error: { message: error.message } }));
          if (next.say === 'error') return { error: next.error };
          if (next.say === 'cut') return 'cut';
          if (next.say === 'next') this.#open += next.events;
          if (next.say === 'answer') this.#open = Number.POSITIVE_INFINITY;
          ended = next.say === 'end';
        }
        if (ended) return 'end';
        this.#open--;
        return 'event';
      },
    };
  }

  #over(): void {
    clearTimeout(this.#timer);
    this.#isOver = true;
  }
}
