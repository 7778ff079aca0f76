/** What is known of a page that was read, and what becomes of its changes. */
import type { DocsEntry } from '../../../lib/docs-map.js';
import type { Change, Fact } from '../../facts/fact.js';
import type { Embedded } from '../../read/page.js';

/** A page as it was read, and how it differs from what is recorded of it. */
export interface PageReading {
  entry: DocsEntry;
  changes: readonly Change[];
  /** All that the page says now, and what it said before. */
  after: readonly Fact[];
  before: readonly Fact[];
  /** What it describes in OpenAPI, in the form that does. */
  embedded?: Embedded;
  /** Where it has examples that are no JSON. */
  malformed?: readonly string[];
  /** Date and time of its last change, if it tells. */
  modified?: string;
}

/** One change of one page. */
export interface Task {
  reading: PageReading;
  change: Change;
  /** Today, as `yyyy-mm-dd`. */
  day: string;
}

/**
 * What became of a change: `done`, `left` to a person with the sentence that says what is to be decided, or `noted`, since the contract
 * has no place for it.
 */
export type Outcome = { done: string } | { left: string } | { noted: string };

export const isLeft = (outcome: Outcome): outcome is { left: string } => 'left' in outcome;
export const isDone = (outcome: Outcome): outcome is { done: string } => 'done' in outcome;
