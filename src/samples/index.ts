/** Values for JSON Schemas that callers bring along (draft-07, 2020-12), and whether a value is valid for one. */
import type { Json } from '../contract/prepared/json.js';
import { KnownSamples } from './known-samples.js';
import { type Goal, longestList } from './make/goal.js';
import { Sampler } from './make/sampler.js';
import { Patterns } from './pattern/patterns.js';
import { Budget } from './schema/budget.js';
import { keysOf, limitOf } from './schema/keywords.js';
import { type Place, Resources } from './schema/resources.js';
import { type Fault, Validator } from './validate/validator.js';

export type { Fault };

export interface Sample {
  value: Json;
  /** What of the schema the value does not meet, or nobody can tell whether it does; empty for a valid one. */
  problems: string[];
}

/** What there is to use, for those who load it when a schema first comes. */
export interface Samples {
  sampleFor(schema: unknown, options?: SampleOptions): Sample;
  validates(schema: unknown, value: unknown): boolean;
}

export interface SampleOptions {
  /** What the value is, whatever the schema leaves open: the arguments of a tool are an object. */
  type?: 'object';
  /** Whether the schema is known to be small, as all are that come in a small body: what is made for it is kept for the next time. */
  isSmall?: boolean;
}

/**
 * Steps of work, for making values and for judging them. A usual schema takes some hundred in all, and a thousand take about a millisecond, or four
 * while the code is cold. The plain way, and a look at what came of it, may take so many at once, and more for each part of a schema: of 5,357
 * schemas of projects and of JSON-Schema-Test-Suite, small ones take up to 4,400 steps, and large ones up to 7 for each part, and 1.2 to be judged.
 * What needs far more than its size allows, such as references that double with each step, seldom gets a valid value with more of them.
 */
const steps = { plain: { atOnce: 4500, ofPart: 7 }, judge: { atOnce: 2500, ofPart: 2 } };

/** Of the plain way and the careful one together, and to judge what comes of them, or from elsewhere. */
const most = { make: 16_000, judge: 10_000 };

interface Steps {
  plain: number;
  make: number;
  judge: number;
}

const toJudge = (): Steps => ({ ...most, plain: 0 });

function toMake(schema: unknown): Steps {
  const parts = partsOf(schema);
  const { plain, judge } = steps;
  return {
    plain: Math.min(most.make, plain.atOnce + parts * plain.ofPart),
    make: most.make,
    judge: Math.min(most.judge, judge.atOnce + parts * judge.ofPart),
  };
}

/** Each asks for as many values as it says. */
const counts = new Set(['minItems', 'minContains', 'minProperties']);

/** More parts make no difference. */
const mostParts = most.judge / steps.judge.ofPart;

/** How many values a schema consists of, itself and those that it asks for among them. */
function partsOf(schema: unknown): number {
  const parts = [schema];
  let asked = 0;
  for (const part of parts) {
    const names = Array.isArray(part) ? part.keys() : keysOf(part);
    for (const name of names) {
      if (parts.length + asked >= mostParts) return mostParts;
      const inner = (part as Record<string | number, unknown>)[name];
      if (counts.has(name as string)) asked += Math.max(0, Math.min(longestList, limitOf(inner) ?? 0));
      parts.push(inner);
    }
  }
  return parts.length + asked;
}

/** More say no more. */
const mostProblems = 5;

/** The parts of work on one schema. */
class Work {
  readonly budget = new Budget();
  readonly resources: Resources;
  readonly patterns = new Patterns(this.budget);
  readonly wanted: readonly Place[];
  readonly #left: Steps;

  constructor(schema: unknown, type: SampleOptions['type'], left: Steps) {
    this.#left = left;
    this.resources = new Resources(schema, this.budget);
    const { start } = this.resources;
    this.wanted = type ? [start, { schema: { type }, scope: start.scope }] : [start];
  }

  /** A value, be it valid or not. */
  makePlainly(): { value: Json; isWhole: boolean } {
    const { plain } = this.#left;
    this.budget.begin(plain);
    const sampler = new Sampler(new Validator(this.resources, this.patterns, this.budget), false);
    const value = sampler.make(this.#goal) ?? null;
    this.#left.make -= plain - this.budget.left;
    return { value, isWhole: !sampler.isSpent };
  }

  /** A value that is valid, as far as there is time to look for one. */
  makeCarefully(): Json | undefined {
    this.budget.begin(this.#left.make);
    try {
      return new Sampler(new Validator(this.resources, this.patterns, this.budget), true).make(this.#goal);
    } catch {
      return undefined;
    }
  }

  get #goal(): Goal {
    return { wanted: this.wanted, unwanted: [], name: '', depth: 0 };
  }

  /** What is certainly wrong with a value. @throws Exhausted */
  faults(value: unknown): Fault[] {
    this.budget.begin(this.#left.judge);
    const validator = new Validator(this.resources, this.patterns, this.budget);
    const faults: Fault[] = [];
    for (const place of this.wanted) validator.isValid(place, value, faults);
    return faults;
  }

  /** Why a value is not valid. */
  judge(value: unknown): string[] {
    this.budget.begin(this.#left.judge);
    const validator = new Validator(this.resources, this.patterns, this.budget);
    const faults: Fault[] = [];
    try {
      for (const place of this.wanted) validator.isValid(place, value, faults);
    } catch {
      return ['the schema is too large or too deep to be judged by'];
    } finally {
      this.#left.judge = this.budget.left;
    }
    const undecided = Array.from(validator.undecided, (what) => `the schema has ${what}`);
    return [...faults.map(problemOf), ...undecided].slice(0, mostProblems);
  }
}

const problemOf = ({ pointer, keyword }: Fault): string =>
  keyword === 'false' ? `no value is allowed at "${pointer}"` : `no value was found for "${pointer}" that meets \`${keyword}\``;

/** Whether a value is valid for a schema. What cannot be told, because it costs too much or leads out of the schema, is not. */
export function validates(schema: unknown, value: unknown): boolean {
  try {
    return new Work(schema, undefined, toJudge()).judge(value).length === 0;
  } catch {
    return false;
  }
}

/** What a value lacks of a schema. Nothing where that cannot be told, because it costs too much or leads out of the schema. */
export function faultsIn(schema: unknown, value: unknown): Fault[] {
  try {
    return new Work(schema, undefined, toJudge()).faults(value);
  } catch {
    return [];
  }
}

/**
 * The plainest value for a schema, the same for the same schema. Never throws; where no valid value is found, the nearest that is, and why.
 *
 * @example
 * sampleFor({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }); // { value: { city: 'example_city' }, problems: [] }
 */
export function sampleFor(schema: unknown, { type, isSmall = false }: SampleOptions = {}): Sample {
  return isSmall ? known.sample(schema, type ?? '', () => made(schema, type)) : made(schema, type);
}

const known = new KnownSamples<Sample>();

function made(schema: unknown, type: SampleOptions['type']): Sample {
  try {
    const work = new Work(schema, type, toMake(schema));
    const { value, isWhole } = work.makePlainly();
    const problems = work.judge(value);
    if (problems.length === 0 || !isWhole || work.budget.isExhausted) return { value, problems };
    const careful = work.makeCarefully();
    return careful === undefined ? { value, problems } : { value: careful, problems: work.judge(careful) };
  } catch {
    return { value: type ? {} : null, problems: ['the schema cannot be read'] };
  }
}
