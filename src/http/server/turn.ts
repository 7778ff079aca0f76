/** One request and its response on a connection: the next one's begins when this one's is over. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrokenRequestError } from '../message.js';
import type { Admission } from './admission.js';
import type { ServerRefusal } from './refusal.js';

export class Turn {
  /** Told that the rest of the request does not come; `broken` says so to whoever comes later. */
  onBroken: ((error: BrokenRequestError) => void) | undefined;
  #broken: BrokenRequestError | undefined;
  #held = 0;

  /** @param awaitsLeave whether the body comes only once it is asked for (`Expect: 100-continue`) */
  constructor(
    readonly incoming: IncomingMessage,
    readonly outgoing: ServerResponse,
    readonly admission: Admission,
    public awaitsLeave: boolean,
  ) {}

  get broken(): BrokenRequestError | undefined {
    return this.#broken;
  }

  /** The first reason counts. */
  break(error: BrokenRequestError): void {
    if (this.#broken) return;
    this.#broken = error;
    this.onBroken?.(error);
  }

  /** Lets the body come, where the caller waits for leave. */
  askForBody(): void {
    if (this.awaitsLeave) this.outgoing.writeContinue();
    this.awaitsLeave = false;
  }

  /** Holds bytes of the body until the turn is over. @returns why there is no room for them, if there is none */
  hold(bytes: number): ServerRefusal | undefined {
    const full = this.admission.hold(bytes);
    if (!full) this.#held += bytes;
    return full;
  }

  /** Gives back what is held of the body. */
  free(): void {
    this.admission.free(this.#held);
    this.#held = 0;
  }
}
