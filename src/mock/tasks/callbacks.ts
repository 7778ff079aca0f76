/** Calls the addresses that a request gave for news of its job. */
import type { Journal } from '../../journal/journal.js';
import { longestWait } from '../../options/kinds.js';
import { AddressRefused, type Deliver } from './deliver.js';

export interface CallbackPlan {
  url: string;
  /** Number of calls at most. */
  tries: number;
  /** Seconds between two calls. */
  delays: readonly number[];
  /** Body of the call, made when it is due. */
  body: () => unknown | Promise<unknown>;
  session: string;
  operation: string;
}

/** A call that is still to be made, or under way. */
interface Call {
  plan: CallbackPlan;
  /** Milliseconds since 1970. */
  due: number;
  attempt: number;
  isUnderWay: boolean;
  /** Resolves when it has been made; absent while nobody makes it, and where that is waited for anyway. */
  made?: Promise<void>;
}

interface CallbackOptions {
  deliver: Deliver;
  now: () => number;
  /** Whether the time stays as it is until `callDue` is called. */
  stands: () => boolean;
}

export class Callbacks {
  readonly #calls = new Set<Call>();
  #timer: { due: number; handle: ReturnType<typeof setTimeout> } | undefined;

  constructor(
    readonly journal: Journal,
    readonly options: CallbackOptions,
  ) {}

  /** Makes the first call after that many milliseconds. */
  schedule(plan: CallbackPlan, delay: number): void {
    this.#wait({ plan, due: this.options.now() + delay, attempt: 1, isUnderWay: false });
  }

  /** Makes the calls that are due, one after the other, so that they come in one order; those that fail and are due again too. */
  async callDue(): Promise<void> {
    await Promise.all(Array.from(this.#calls, ({ made }) => made));
    for (let due = this.#takeDue(); due.length > 0; due = this.#takeDue()) for (const call of due) await this.#make(call, call.due);
    this.#waitForNext();
  }

  /** Forgets all calls that have not been made, and what comes of those under way; of one session only where one is named. */
  forget(session?: string): void {
    for (const call of this.#calls) if (session === undefined || call.plan.session === session) this.#calls.delete(call);
    if (this.#calls.size === 0) this.#stopWaiting();
  }

  /** Those whose time has come, in the order of their times. */
  #takeDue(): Call[] {
    const now = this.options.now();
    const due = [...this.#calls].filter((call) => !call.isUnderWay && call.due <= now).sort((one, other) => one.due - other.due);
    for (const call of due) call.isUnderWay = true;
    return due;
  }

  #wait(call: Call): void {
    this.#calls.add(call);
    this.#waitUntil(call.due);
  }

  #waitForNext(): void {
    this.#stopWaiting();
    const waiting = [...this.#calls].filter(({ isUnderWay }) => !isUnderWay);
    if (waiting.length > 0) this.#waitUntil(waiting.reduce((first, { due }) => Math.min(first, due), Number.POSITIVE_INFINITY));
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer?.handle);
    this.#timer = undefined;
  }

  #waitUntil(due: number): void {
    const { now, stands } = this.options;
    if ((stands() && due > now()) || (this.#timer && this.#timer.due <= due)) return;
    this.#stopWaiting();
    const handle = setTimeout(
      () => {
        for (const call of this.#takeDue()) call.made = this.#make(call);
        this.#waitForNext();
      },
      Math.min(due - now(), longestWait),
    );
    // A pending call alone does not keep a process alive; browsers have no such thing.
    if (typeof handle === 'object') handle.unref();
    this.#timer = { due, handle };
  }

  /** @param at when it was made, where that is not now: a clock that is moved leaps over it */
  async #make(call: Call, at?: number): Promise<void> {
    const { plan, attempt } = call;
    // Others that were due with it may have taken their time.
    if (!this.#calls.has(call)) return;
    const time = this.options.now();
    const begin = performance.now();
    const { status, error, text, isRefused } = await this.#send(plan);
    if (!this.#calls.delete(call)) return;
    this.journal.add({
      time,
      session: plan.session,
      method: 'POST',
      path: plan.url,
      query: '',
      operation: plan.operation,
      status,
      mediaType: 'application/json',
      violations: [],
      warnings: [],
      duration: performance.now() - begin,
      requestHeaders: { 'content-type': 'application/json' },
      requestText: text,
      callback: { url: plan.url, attempt, ...(error !== undefined && { error }) },
    });
    const failed = !isRefused && (error !== undefined || status >= 500);
    const pause = (plan.delays[attempt - 1] ?? plan.delays.at(-1) ?? 0) * 1000;
    if (failed && attempt < plan.tries)
      this.#wait({ plan, due: (at ?? this.options.now()) + pause, attempt: attempt + 1, isUnderWay: false });
  }

  async #send({ url, body: make }: CallbackPlan): Promise<{ status: number; error?: string; text?: string; isRefused?: true }> {
    let text: string | undefined;
    try {
      text = JSON.stringify(await make());
      return { status: await this.options.deliver(url, text), text };
    } catch (error) {
      const isRefused = error instanceof AddressRefused;
      return { status: 0, error: (error as Error).message, ...(text !== undefined && { text }), ...(isRefused && { isRefused }) };
    }
  }
}
