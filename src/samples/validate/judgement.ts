/** What the keywords of a schema are judged with, at one value. */

import type { Patterns } from '../pattern/patterns.js';
import type { Budget } from '../schema/budget.js';
import type { Schema } from '../schema/keywords.js';

/** Members and items that a schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Seen {
  names: Set<string>;
  /** All items before this one. */
  items: number;
  /** Items that are what the list has to contain. */
  contained: Set<number>;
}

export const nothingSeen = (): Seen => ({ names: new Set(), items: 0, contained: new Set() });

export function addSeen(seen: Seen, { names, items, contained }: Seen): void {
  for (const name of names) seen.names.add(name);
  for (const index of contained) seen.contained.add(index);
  seen.items = Math.max(seen.items, items);
}

export interface Judgement {
  schema: Schema;
  seen: Seen;
  /** Whether a schema of the same value asks for what is seen. */
  isWatched: boolean;
  /** Before 2019-09. */
  isOld: boolean;
  patterns: Patterns;
  budget: Budget;
  /** Gets what could not be decided, and counts as met. */
  undecided: Set<string>;
  /** Judges the same value by another schema; what is wrong is only noted where there is no other way to be right. */
  also(schema: unknown, isOnlyWay: boolean): Seen | undefined;
  /** Judges a member or an item. */
  part(schema: unknown, key: string | number, value: unknown, isOnlyWay: boolean): boolean;
}

/** The keyword that is broken, `noted` for one that was noted further inside, or `undefined` where all is well. */
export type Broken = string | undefined;
export const noted = '';
