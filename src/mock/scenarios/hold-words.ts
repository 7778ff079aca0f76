/** What a test says about a request that it holds. */
import { inShort } from '../../options/check-options.js';
import { longestWait } from '../../options/kinds.js';
import type { Answer } from '../../scenarios/scenario.js';
import { RefusedRequest } from '../engine/exchange.js';

/** An error that a held request is answered with. */
export interface HeldError {
  /** Where nothing was sent yet; 500 if left out. */
  status?: number;
  message?: string;
  type?: string;
}

export type Word =
  | { say: 'answer'; answer?: Answer }
  | { say: 'next'; events: number }
  | { say: 'error'; error: HeldError }
  | { say: 'cut' }
  | { say: 'end' };

/** @throws RangeError for what is no number of events */
export function checkEvents(events: unknown): void {
  if (!Number.isInteger(events) || Number(events) < 1)
    throw new RangeError(`next: events must be a whole number of at least 1, got ${inShort(events)}`);
}

/** @throws RangeError for a status that no error has */
export function checkError({ status }: HeldError): void {
  if (status !== undefined && !(Number.isInteger(status) && status >= 400 && status <= 599))
    throw new RangeError(`error: status must be a whole number from 400 to 599, got ${inShort(status)}`);
}

/** @throws RangeError for what is no progress */
export function checkProgress(progress: unknown): void {
  if (progress !== undefined && !(typeof progress === 'number' && progress >= 0 && progress <= 100))
    throw new RangeError(`state: progress must be a number from 0 to 100, got ${inShort(progress)}`);
}

const tooLong = longestWait + 1;

/** @throws RangeError for a wait that is none */
export function checkWait(timeoutMs: unknown): void {
  if (timeoutMs !== undefined && !(typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs < tooLong))
    throw new RangeError(`hold: timeoutMs must be a number above 0 and below ${tooLong}, got ${inShort(timeoutMs)}`);
}

/** Words of the test, in their order, each taken once. */
export class Words {
  readonly #said: Word[] = [];
  #waiting: ((word: Word) => void) | undefined;

  say(word: Word): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting(word);
    else this.#said.push(word);
  }

  /** The next word; the end where the caller has left. @throws RefusedRequest when the test says nothing in time */
  next(milliseconds: number, signal: AbortSignal | undefined, about: string): Promise<Word> {
    const said = this.#said.shift();
    if (said) return Promise.resolve(said);
    if (signal?.aborted) return Promise.resolve({ say: 'end' });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new RefusedRequest({ status: 500, message: `${about} is held, and nobody said in ${milliseconds} ms what becomes of it` }),
          ),
        milliseconds,
      );
      const end = () => {
        clearTimeout(timer);
        resolve({ say: 'end' });
      };
      signal?.addEventListener('abort', end, { once: true });
      this.#waiting = (word) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve(word);
      };
    });
  }
}
