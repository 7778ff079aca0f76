/** Do the results of tools that the vendor runs belong to calls, and do those calls have results? */
import { formatPointer } from '../../../contract/pointer.js';
import type { AskedOf } from '../../../contract/prepared/asked.js';
import type { Misfit } from '../said/misfit.js';
import { type SaidPlace, saidPlace } from '../said/said.js';
import type { AnswerEnd, FurtherPromise } from './further.js';

type Rules = NonNullable<AskedOf['results']>;

/** Where an answer of one form has the ids: those of calls, and those that results name. */
export interface ResultPlaces {
  results: SaidPlace;
  calls: SaidPlace;
  done: readonly string[];
}

export function resultPlaces(rules: Rules | undefined, form: 'answer' | 'event'): ResultPlaces | undefined {
  const [results, calls] = [rules?.[form], rules?.calls[form]];
  return rules && results && calls && { results: saidPlace(results), calls: saidPlace(calls), done: rules.done };
}

interface Told {
  pointer: string;
  event: number;
}

/** Calls that are remembered. */
const most = 1000;

export class VendorResults implements FurtherPromise {
  readonly #places: ResultPlaces;
  readonly #body: unknown;
  readonly #open = new Map<string, Told>();
  readonly #called = new Set<string>();
  #stray: (Told & { id: string }) | undefined;

  /** @param body of the request: a call may stand in the turn that the answer goes on with */
  constructor(places: ResultPlaces, body: unknown) {
    this.#places = places;
    this.#body = body;
  }

  gather(piece: unknown, event: number): void {
    const { results, calls } = this.#places;
    const answered: { id: string; path: string[] }[] = [];
    results.visit(piece, (id, path) => {
      if (typeof id === 'string') answered.push({ id, path: path() });
    });
    calls.visit(piece, (id, path) => {
      if (typeof id !== 'string' || this.#called.size >= most) return;
      const own = path();
      this.#called.add(id);
      // In a whole answer the result may stand before it.
      const early = answered.find((one) => one.id === id && Number(one.path.find(isIndex)) < Number(own.find(isIndex)));
      if (early) this.#stray ??= { id, pointer: formatPointer(early.path), event };
      this.#open.set(id, { pointer: formatPointer(own), event });
    });
    for (const { id, path } of answered) {
      this.#open.delete(id);
      if (!this.#called.has(id) && this.#called.size < most && !this.#isAsked(id))
        this.#stray ??= { id, pointer: formatPointer(path), event };
    }
  }

  #isAsked(id: string): boolean {
    return JSON.stringify(this.#body ?? null).includes(JSON.stringify(id));
  }

  misfit({ word }: AnswerEnd): Misfit | undefined {
    if (this.#stray) {
      const { id, ...place } = this.#stray;
      return { ...place, expected: 'must be the id of a call before it', got: id };
    }
    const [missing] = this.#places.done.includes(word ?? '') ? this.#open : [];
    return missing && { ...missing[1], expected: 'must have a result, since the answer has ended', got: missing[0] };
  }
}

const isIndex = (part: string): boolean => /^\d+$/.test(part);
