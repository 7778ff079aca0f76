/** Examples among which the fields of a request decide. */

import type { FieldTree, PreparedExample } from '../prepared.js';
import { defaultOf } from './defaults.js';
import { isKind, ShapeIndex, shapeOf } from './shape.js';

/**
 * What a field of an example is worth, by whether the request has it. A field present weighs a little more than one absent, so that
 * of two examples that are as like, the one that takes up more of the request is chosen.
 */
const worth = { present: 10, absent: -9 };

/** A kind of turn or part counts as much as a few settings: the response depends on it. */
const kindWeight = 3;

type Shape = ReadonlyMap<string, string>;

/** What a field of an example means to the request that has it. */
interface Gain {
  index: number;
  worth: number;
  /** Position of the reason that it belongs to, if it is a part of one. */
  reason: number | undefined;
}

/** What makes a request one for an example that is a variation of another: fields of the former alone, all of them. */
interface Reason {
  index: number;
  size: number;
}

function requestShape({ request }: PreparedExample, usual: (path: string) => unknown): Shape {
  const shape = shapeOf(request.body, usual);
  for (const name of Object.keys(request.query ?? {})) shape.set(`?${name}`, '');
  return shape;
}

/** How many kinds each field comes in: items of a list, an object, or the member that tells them. */
function countKinds(shape: Shape): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const [field, parent] of shape) {
    if (!isKind(field, parent)) continue;
    for (const owner of [parent, shape.get(parent) ?? '']) kinds.set(owner, (kinds.get(owner) ?? 0) + 1);
  }
  return kinds;
}

/** What each field adds to the worth of an example; under `''`, the worth to a request that has none of them. */
function worthByField(shape: Shape, kinds: ReadonlyMap<string, number>): Map<string, number> {
  const worths = new Map([['', 0]]);
  const add = (field: string, value: number) => worths.set(field, (worths.get(field) ?? 0) + value);
  for (const [field, parent] of shape) {
    const weight = isKind(field, parent) ? kindWeight : 1;
    // An absent field counts once more for each kind that it has, but a list of one kind is often left out for a plain text.
    const times = Math.max(1, (kinds.get(field) ?? 0) + (field.endsWith('/*') ? 0 : 1));
    const absent = worth.absent * weight * times;
    // It is absent only where the one that it lies in is present: what lies in an absent field does not count.
    add(parent, absent);
    add(field, worth.present * weight - absent);
  }
  return worths;
}

/**
 * The fields that an example adds to the one that it varies, in groups. Where it adds kinds, it is for them, whatever settings it has beside
 * them; those of one list belong together, since each by itself may be in other requests too (a text beside a picture). What only holds
 * others is no reason.
 */
function reasonsOf(shape: Shape, varied: Shape): string[][] {
  const added = [...shape].filter(([field]) => !varied.has(field));
  const kinds = new Map<string, string[]>();
  for (const [field, parent] of added) if (isKind(field, parent)) kinds.set(parent, [...(kinds.get(parent) ?? []), field]);
  if (kinds.size > 0) return [...kinds.values()];
  const holders = new Set(shape.values());
  return added.filter(([field]) => !holders.has(field)).map(([field]) => [field]);
}

export class Candidates {
  readonly #examples: readonly PreparedExample[];
  /** What each example is worth to a request that has none of its fields. */
  readonly #least: Int32Array;
  /** Whether each example adds something to another one, and so is none for a request that gives no reason for it. */
  readonly #adds: boolean[] = [];
  readonly #reasons: Reason[] = [];
  /** The examples that have a field, so that only the fields of the request are looked at. */
  readonly #byField = new ShapeIndex<Gain>();
  readonly #byQuery = new Map<string, Gain[]>();
  /** What is reckoned of one request; lists that all share, since one is reckoned at a time. */
  readonly #worths: Int32Array;
  readonly #excluded: boolean[] = [];
  readonly #missing: number[] = [];

  /** @param fields what the contract says of the members of a request: those with their default value count as absent */
  constructor(examples: readonly PreparedExample[], fields: FieldTree = {}) {
    this.#examples = examples;
    const usualOf =
      ({ request: { body } }: PreparedExample) =>
      (path: string) =>
        defaultOf(fields, body, path);
    this.#least = new Int32Array(examples.length);
    this.#worths = new Int32Array(examples.length);
    const shapes = new Map(examples.map((example) => [example.name, requestShape(example, usualOf(example))]));
    for (const [index, example] of examples.entries()) {
      const { name, variantOf = '' } = example;
      const varied = shapes.get(variantOf);
      const shape = shapes.get(name) ?? new Map();
      const worths = worthByField(shape, countKinds(shape));
      this.#least[index] = worths.get('') ?? 0;
      const reasons = varied ? reasonsOf(shape, varied) : [];
      this.#adds.push(reasons.length > 0);
      const byField = new Map(reasons.flatMap((fields, at) => fields.map((field) => [field, this.#reasons.length + at])));
      this.#reasons.push(...reasons.map(({ length }) => ({ index, size: length })));
      for (const [field, parent] of shape) {
        const gain = { index, worth: worths.get(field) ?? 0, reason: byField.get(field) };
        if (field.startsWith('?')) this.#byQuery.set(field.slice(1), [...(this.#byQuery.get(field.slice(1)) ?? []), gain]);
        else this.#byField.add(field, parent, gain, isKind(field, parent) ? undefined : usualOf(example)(field));
      }
    }
  }

  /** The example that is worth most to a request, the first of several. */
  choose(body: unknown, query: URLSearchParams): PreparedExample | undefined {
    if (this.#examples.length < 2) return this.#examples[0];
    // Loops and lists of the plain kind: this is a part of each call that is answered or checked.
    for (let index = 0; index < this.#least.length; index++) {
      this.#worths[index] = this.#least[index] as number;
      this.#excluded[index] = this.#adds[index] as boolean;
    }
    for (let index = 0; index < this.#reasons.length; index++) this.#missing[index] = (this.#reasons[index] as Reason).size;
    this.#byField.search(body, this.#count);
    if (query.size > 0) for (const name of new Set(query.keys())) this.#byQuery.get(name)?.forEach(this.#count);
    let best = -1;
    for (let index = 0; index < this.#worths.length; index++) {
      if (!this.#excluded[index] && (best < 0 || (this.#worths[index] as number) > (this.#worths[best] as number))) best = index;
    }
    return this.#examples[best];
  }

  readonly #count = ({ index, worth, reason }: Gain): void => {
    this.#worths[index] = (this.#worths[index] ?? 0) + worth;
    if (reason === undefined) return;
    const left = (this.#missing[reason] ?? 0) - 1;
    this.#missing[reason] = left;
    if (left === 0) this.#excluded[index] = false;
  };
}
