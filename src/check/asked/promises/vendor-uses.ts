/** Is a tool that the vendor runs used no more often than the request allows, and as often as the answer counts? */
import type { AskedOf } from '../../../contract/prepared/asked.js';
import type { Misfit } from '../said/misfit.js';
import { Gathering, type KeptPlaces, keptPlaces, type Said } from '../said/said.js';
import type { FurtherPromise } from './further.js';

type Rules = NonNullable<AskedOf['uses']>[number];

/** Where an answer of one form tells of the uses of one tool. */
export interface UsePlaces {
  tool: string;
  most: string;
  /** Results, failures and what is counted. */
  places: KeptPlaces;
}

export const placesOfUses = (rules: readonly Rules[] = [], form: 'answer' | 'event'): UsePlaces[] =>
  rules.flatMap(({ tool, most, results, failures, counted }) => {
    const [one, other, number] = [results[form], failures[form], counted[form]];
    if (!one || !other || !number) return [];
    const places = keptPlaces([
      { at: one, keep: 'each' },
      { at: other, keep: 'each' },
      { at: number, keep: 'last' },
    ]);
    return [{ tool, most, places }];
  });

/** The one item of the tools of a request that has this name. */
export function toolNamed(body: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const { tools } = Object(body) as { tools?: unknown };
  const named = Array.isArray(tools) ? tools.filter((tool) => Object(tool).name === name) : [];
  return named.length === 1 ? named[0] : undefined;
}

export class VendorUses implements FurtherPromise {
  readonly #told: Gathering;
  readonly #most: number;

  constructor({ most, places }: UsePlaces, tool: Readonly<Record<string, unknown>>) {
    const limit = tool[most.slice(1)];
    this.#most = typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
    this.#told = new Gathering(places);
  }

  gather(piece: unknown, event: number): void {
    this.#told.gather(piece, event);
  }

  misfit(): Misfit | undefined {
    const [results, failures, [told]] = [this.#told.at(0), this.#told.at(1), this.#told.at(2)];
    const at = (said: Said) => ({ event: said.event, pointer: this.#told.pointerOf(said) });
    const allowed = `must be at most ${this.#most}, as often as the request allows`;
    const beyond = results[this.#most];
    if (beyond) return { ...at(beyond), expected: allowed, got: results.length };
    if (typeof told?.value !== 'number') return undefined;
    // Whether one that failed counts is the vendor's.
    if (told.value > this.#most + failures.length) return { ...at(told), expected: allowed, got: told.value };
    const enough = told.value >= results.length;
    return enough ? undefined : { ...at(told), expected: `must be at least ${results.length}, the number of results`, got: told.value };
  }
}
