/** What a value has to be, and who makes it. */
import type { Json } from '../../contract/prepared/json.js';
import type { Patterns } from '../pattern/patterns.js';
import type { Budget } from '../schema/budget.js';
import type { Schema } from '../schema/keywords.js';
import type { Place, Resources } from '../schema/resources.js';

/** One value that is wanted. */
export interface Goal {
  /** Schemas that it is valid for. */
  wanted: readonly Place[];
  /** Schemas that it is not valid for. */
  unwanted: readonly Place[];
  /** Of the member that it is for: texts speak of it. */
  name: string;
  /** How deep inside of the whole it is. */
  depth: number;
  /** Whether the whole does without it: where there is no time to make it, it is left out. */
  mayBeLeftOut?: boolean;
}

/** A schema of which the keywords that lead to other schemas at the same place are resolved. */
export interface Fact extends Place {
  schema: Schema;
}

export interface Maker {
  resources: Resources;
  patterns: Patterns;
  budget: Budget;
  /** The first value that will do; `undefined` where there is none. */
  make(goal: Goal): Json | undefined;
  /**
   * All values that will do.
   * @param most how many are looked at for each way to meet the schemas
   */
  values(goal: Goal, most: number): Iterator<Json, undefined>;
  /** Values that may do, the plainest first; at most so many for each way to meet the schemas. */
  candidates(goal: Goal, most: number): Iterable<Json>;
}

/** Below this depth, what may be left out is. */
export const deep = 4;
/** Only so far down does a value show what it may have. */
export const shownDepth = 2;
export const deepestValue = 40;
export const longestText = 10_000;
export const longestList = 1000;
