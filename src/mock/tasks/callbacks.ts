/** Calls the addresses that a request gave for news of its job. */
import { isLoopback } from '../../http/loopback.js';
import type { Journal } from '../../journal/journal.js';

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

export class Callbacks {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** How often calls were forgotten: one that is under way then is not made again. */
  #closings = 0;

  constructor(
    readonly journal: Journal,
    readonly options: { allowAll: boolean; fetch: typeof fetch; now: () => number },
  ) {}

  /** Makes the first call after that many milliseconds. */
  schedule(plan: CallbackPlan, delay: number): void {
    this.#after(delay, () => this.#call(plan, 1));
  }

  /** Forgets all calls that have not been made. */
  close(): void {
    this.#closings++;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #after(delay: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, delay);
    // A pending call alone does not keep a process alive; browsers have no such thing.
    if (typeof timer === 'object') timer.unref();
    this.#timers.add(timer);
  }

  async #call(plan: CallbackPlan, attempt: number): Promise<void> {
    const started = this.options.now();
    const closings = this.#closings;
    const text = JSON.stringify(await plan.body());
    const objection = this.#objection(plan.url);
    const { status, error } = objection === undefined ? await this.#post(plan.url, text) : { status: 0, error: objection };
    this.journal.add({
      time: started,
      session: plan.session,
      method: 'POST',
      path: plan.url,
      query: '',
      operation: plan.operation,
      status,
      mediaType: 'application/json',
      violations: [],
      warnings: [],
      duration: this.options.now() - started,
      requestHeaders: { 'content-type': 'application/json' },
      requestText: text,
      callback: { url: plan.url, attempt, ...(error !== undefined && { error }) },
    });
    const failed = objection === undefined && (error !== undefined || status >= 500);
    if (failed && attempt < plan.tries && closings === this.#closings) {
      this.#after((plan.delays[attempt - 1] ?? plan.delays.at(-1) ?? 0) * 1000, () => this.#call(plan, attempt + 1));
    }
  }

  /** Why an address is not called, which no other try would change. */
  #objection(url: string): string | undefined {
    if (!URL.canParse(url)) return noAddress;
    const { hostname, protocol } = new URL(url);
    if (!/^https?:$/.test(protocol)) return noAddress;
    return this.options.allowAll || isLoopback(hostname) ? undefined : refusedAddress;
  }

  async #post(url: string, body: string): Promise<{ status: number; error?: string }> {
    try {
      const response = await this.options.fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        // An address on this machine may not lead to another one.
        redirect: this.options.allowAll ? 'follow' : 'manual',
        signal: AbortSignal.timeout(5000),
      });
      await response.body?.cancel();
      return { status: response.status };
    } catch (error) {
      return { status: 0, error: (error as Error).message };
    }
  }
}

const noAddress = 'not an http address';
const refusedAddress = 'not called: only loopback addresses are, unless callbacks are allowed';
