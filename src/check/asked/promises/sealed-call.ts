/** Is the first call of an answer sealed, where its model seals calls? */
import { compilePointer, formatPointer, getAt } from '../../../contract/pointer.js';
import type { AskedOf } from '../../../contract/prepared/asked.js';
import type { Misfit } from '../said/misfit.js';
import { type SaidPlace, saidPlace } from '../said/said.js';
import type { FurtherPromise } from './further.js';

type Rules = NonNullable<AskedOf['seals']>;

export interface SealPlaces {
  calls: SaidPlace;
  /** Where the item of the call has its seal. */
  seal: string;
  where: { look: (piece: unknown) => unknown; has: string };
}

export function sealPlaces(rules: Rules | undefined, form: 'answer' | 'event'): SealPlaces | undefined {
  const calls = rules?.[form];
  if (!rules || !calls) return undefined;
  return { calls: saidPlace(calls), seal: rules.seal, where: { look: compilePointer(rules.where.at), has: rules.where.has } };
}

export class SealedCall implements FurtherPromise {
  readonly #places: SealPlaces;
  #first: Misfit | undefined;
  #hasCall = false;

  constructor(places: SealPlaces) {
    this.#places = places;
  }

  gather(piece: unknown, event: number): void {
    if (this.#hasCall) return;
    const { calls, seal, where } = this.#places;
    calls.visit(piece, (_, path) => {
      if (this.#hasCall) return;
      this.#hasCall = true;
      const own = path();
      const item = formatPointer(own.slice(0, own.findLastIndex((part) => /^\d+$/.test(part)) + 1));
      if (getAt(piece, item + seal) || !String(where.look(piece) ?? '').includes(where.has)) return;
      this.#first = { event, pointer: item + seal, expected: `is required beside the first call of ${where.has}`, got: undefined };
    });
  }

  misfit(): Misfit | undefined {
    return this.#first;
  }
}
