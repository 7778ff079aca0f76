/** What a value of a workflow can name. */
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import type { Sources } from '../schemas/sources.js';

export interface Step {
  id: string;
  place: Place;
  /** What it calls, if that is known. */
  operation: PlacedOperation | undefined;
}

export interface Scope {
  sources: Sources;
  inputs: string[];
  /** Steps that have been made, by their id. */
  steps: ReadonlyMap<string, Step>;
  /** The one that the value stands in, if any. */
  step?: Step;
}

export function* known(place: Place, what: string, names: readonly string[]): Findings {
  if (!names.includes(place.value)) yield { place, message: `There is no ${what} ${place.value}${didYouMean(String(place.value), names)}` };
}
