/** Violations that are known: they are there for a reason, and do not fail a run. */
import { acrossCopies } from '../any-copy.js';
import { collapsed } from '../contract/pointer.js';
import type { ContractViolation, ExchangePart } from './findings/violation.js';

/** A violation that is known, and why it is borne with. */
export interface KnownViolation {
  /** operationId, or the name of a workflow; absent for requests that belong to no operation. */
  operation?: string;
  part: ExchangePart | 'workflow';
  /** JSON pointer; an index and `*` stand for every item of a list. */
  pointer: string;
  /** JSON Schema keyword, or what is said instead, such as `status`; of a workflow its step. */
  keyword: string;
  /**
   * What the contract asks for, as it is told.
   * @default any
   */
  expected?: string;
  /** Why it is borne with. */
  reason: string;
  /** Day since when, as `yyyy-mm-dd`. */
  since: string;
}

/**
 * A list of known violations that makes no sense. The message names the entry.
 *
 * @example
 * ```ts
 * import { BaselineError, knownViolations } from 'nexconn-contract/testing';
 *
 * try {
 *   knownViolations([{ operation: 'listModels', part: 'response', pointer: '/object', keyword: 'const' }]);
 * } catch (error) {
 *   if (error instanceof BaselineError) console.error(error.message); // entry 1: reason must be why it is borne with, got nothing
 * }
 * ```
 */
export class BaselineError extends Error {}

const parts: readonly string[] = ['request', 'response', 'stream', 'job', 'workflow'] satisfies KnownViolation['part'][];

const isText = (value: unknown): boolean => typeof value === 'string';
const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

const members: Record<keyof KnownViolation, { isRight: (value: unknown) => boolean; expected: string; optional?: true }> = {
  operation: { isRight: isFilled, expected: 'an operationId', optional: true },
  part: { isRight: (value) => parts.includes(value as string), expected: `one of ${parts.join(', ')}` },
  pointer: { isRight: (value) => isText(value) && /^(\/|$)/.test(value as string), expected: 'a JSON pointer, such as /choices/*/message' },
  keyword: { isRight: isFilled, expected: 'a keyword, such as required' },
  expected: { isRight: isText, expected: 'a text, such as must be string', optional: true },
  reason: { isRight: isFilled, expected: 'why it is borne with' },
  since: { isRight: isDay, expected: 'a day, such as 2026-01-31' },
};

function checkEntry(entry: unknown, place: string): KnownViolation {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) throw new BaselineError(`${place} must be an object`);
  for (const name of Object.keys(entry))
    if (!Object.hasOwn(members, name))
      throw new BaselineError(`${place} has an unknown member ${JSON.stringify(name)}; known: ${Object.keys(members).join(', ')}`);
  for (const [name, { isRight, expected, optional }] of Object.entries(members)) {
    const value = (entry as Record<string, unknown>)[name];
    if (value === undefined ? !optional : !isRight(value))
      throw new BaselineError(`${place}: ${name} must be ${expected}, got ${value === undefined ? 'nothing' : JSON.stringify(value)}`);
  }
  return entry as KnownViolation;
}

/** Which mistake a violation is: what tells it apart from others of the same operation. */
export type Mistake = Pick<KnownViolation, 'operation' | 'part' | 'pointer' | 'keyword'>;

const keyOf = ({ operation, part, pointer, keyword }: Mistake): string => JSON.stringify([operation, part, collapsed(pointer), keyword]);

/**
 * Tells known violations from new ones, and remembers which were met.
 *
 * @example
 * ```ts
 * import { contractFetch, knownViolations } from 'nexconn-contract/testing';
 *
 * const entry = { operation: 'listModels', part: 'response', pointer: '/object', keyword: 'const', reason: 'ticket 12', since: '2026-01-31' };
 * const baseline = knownViolations([entry]);
 * await (await contractFetch(fetch, { baseline })(`${url}/v1/models`)).json();
 * console.log(baseline.met, baseline.fixed());
 * ```
 */
export class Baseline {
  readonly #entries = new Map<string, { entry: KnownViolation; isMet: boolean }[]>();
  #met = 0;

  /** @throws BaselineError for an entry that makes no sense */
  constructor(entries: unknown) {
    if (!Array.isArray(entries)) throw new BaselineError('known violations are a list');
    for (const [index, given] of entries.entries()) {
      const entry = checkEntry(given, `entry ${index + 1}`);
      const key = keyOf(entry);
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), { entry, isMet: false }]);
    }
  }

  /** How many violations were known. */
  get met(): number {
    return this.#met;
  }

  /** Whether a violation is known; it counts as met. */
  isKnown(violation: Mistake & Pick<ContractViolation, 'expected'>): boolean {
    const found = this.#entries
      .get(keyOf(violation))
      ?.find(({ entry }) => entry.expected === undefined || entry.expected === violation.expected);
    if (!found) return false;
    found.isMet = true;
    this.#met++;
    return true;
  }

  /** Those that were never met: they are fixed, or nothing asked for them. */
  fixed(): KnownViolation[] {
    return [...this.#entries.values()].flatMap((list) => list.flatMap(({ entry, isMet }) => (isMet ? [] : [entry])));
  }
}

/**
 * Known violations, to be given to `contractFetch`: they do not fail, new ones do, and `fixed()` tells which were never met.
 *
 * @param entries a list of {@link KnownViolation}, such as a file that `conform --write-baseline` has made, with its reasons filled in
 * @throws BaselineError for an entry that makes no sense, naming it
 * @example
 * ```ts
 * import { contractFetch, knownViolations } from 'nexconn-contract/testing';
 * import { readFile } from 'node:fs/promises';
 *
 * const baseline = knownViolations(JSON.parse(await readFile('known.json', 'utf8')));
 * const checked = contractFetch(fetch, { baseline });
 * // … calls of the app …
 * for (const { operation, pointer, reason } of baseline.fixed()) console.log(`fixed: ${operation} ${pointer} (${reason})`);
 * ```
 */
export const knownViolations = (entries: unknown): Baseline => new Baseline(entries);

/** Entries for violations that are to be borne with from a day on: the reason is to be filled in. */
export function baselineFor(violations: Iterable<ContractViolation>, since: string): KnownViolation[] {
  const entries = new Map<string, KnownViolation>();
  for (const { operation, part, pointer, keyword, expected } of violations) {
    const entry = {
      ...(operation !== undefined && { operation }),
      part,
      pointer: collapsed(pointer),
      keyword,
      expected,
      reason: '',
      since,
    };
    entries.set(JSON.stringify([keyOf(entry), expected]), entry);
  }
  return [...entries.values()];
}

acrossCopies({ BaselineError });
