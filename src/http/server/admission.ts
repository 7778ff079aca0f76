/** Lets in as many requests, and as much of their bodies, as a server can take on. */
import type { ServerLimits } from './limits.js';
import type { ServerRefusal } from './refusal.js';

/** Seconds; whatever is in the way is soon over. */
const retryAfter = { 'retry-after': '1' };

const full = (message: string): ServerRefusal => ({ status: 503, message, headers: retryAfter });

export class Admission {
  readonly #limits: ServerLimits;
  #requests = 0;
  #bytes = 0;

  constructor(limits: ServerLimits) {
    this.#limits = limits;
  }

  /** @returns why there is no room for one more request; `undefined` where there is, and it is in */
  enter(): ServerRefusal | undefined {
    const { maxConcurrency } = this.#limits;
    if (this.#requests < maxConcurrency) {
      this.#requests++;
      return undefined;
    }
    return full(`${maxConcurrency} requests are being answered already; the limit is set by maxConcurrency (--max-concurrency)`);
  }

  /** @returns why there is no room for so many bytes; `undefined` where there is, and they are held */
  hold(bytes: number): ServerRefusal | undefined {
    const { maxBytesInFlight } = this.#limits;
    if (this.#bytes === 0 || this.#bytes + bytes <= maxBytesInFlight) {
      this.#bytes += bytes;
      return undefined;
    }
    return full(
      `there is no room for ${bytes} more bytes of request bodies; the limit of ${maxBytesInFlight} is set by maxBytesInFlight (--max-bytes-in-flight)`,
    );
  }

  free(bytes: number): void {
    this.#bytes -= bytes;
  }

  leave(): void {
    this.#requests--;
  }
}
