/** Which documented exchange a request is like (openapi/README.md, "Examples"). */
import { fieldPaths } from './fields.js';
import { getAt } from './pointer.js';
import type { PreparedExample, PreparedOperation } from './prepared.js';

/** What a request has that examples are compared by. */
export interface Likeness {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  /** Whether the answer is to be a stream. */
  stream: boolean;
}

export type ChooseExample = (request: Likeness) => PreparedExample | undefined;

const none: readonly number[] = [];

/** Examples among which the fields of a request decide. */
class Candidates {
  readonly #examples: readonly PreparedExample[];
  /** Number of fields of each example. */
  readonly #sizes: number[] = [];
  /** Which examples have a field, so that only the fields of the request are looked at. */
  readonly #byField = new Map<string, number[]>();

  constructor(examples: readonly PreparedExample[]) {
    this.#examples = examples;
    for (const [index, { request }] of examples.entries()) {
      const fields = [...fieldPaths(request.body), ...Object.keys(request.query ?? {}).map((name) => `?${name}`)];
      this.#sizes.push(fields.length);
      for (const field of fields) this.#byField.set(field, [...(this.#byField.get(field) ?? []), index]);
    }
  }

  /** The example with the most fields in the request, then the one with the fewest others, then the first. */
  choose({ body, query }: Likeness): PreparedExample | undefined {
    if (this.#examples.length < 2) return this.#examples[0];
    const counts = new Uint16Array(this.#examples.length);
    const count = (field: string) => {
      for (const index of this.#byField.get(field) ?? none) counts[index] = (counts[index] ?? 0) + 1;
    };
    for (const field of fieldPaths(body)) count(field);
    if (query.size > 0) for (const name of query.keys()) count(`?${name}`);
    const missing = (index: number) => (this.#sizes[index] ?? 0) - (counts[index] ?? 0);
    let best = 0;
    for (let index = 1; index < counts.length; index++) {
      const ahead = (counts[index] ?? 0) - (counts[best] ?? 0);
      if (ahead > 0 || (ahead === 0 && missing(index) < missing(best))) best = index;
    }
    return this.#examples[best];
  }
}

/** Streams apart from other answers. An example of the other form still tells what to say; only its form has to change. */
class ByForm {
  readonly #streams: Candidates;
  readonly #others: Candidates;

  constructor(examples: readonly PreparedExample[]) {
    const streams = examples.filter(({ events }) => events);
    const others = examples.filter(({ events }) => !events);
    this.#streams = new Candidates(streams.length > 0 ? streams : examples);
    this.#others = new Candidates(others.length > 0 ? others : examples);
  }

  choose(request: Likeness): PreparedExample | undefined {
    return (request.stream ? this.#streams : this.#others).choose(request);
  }
}

/** Prepares the choice among the successful examples of an operation. */
export function createExampleChoice(operation: PreparedOperation): ChooseExample {
  const examples = operation.examples.filter(({ status }) => status < 400);
  const property = operation.body?.discriminator ?? 'model';
  const pathNames = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const grouped = (key: (example: PreparedExample) => string | undefined): Map<string, ByForm> => {
    const groups = new Map<string, PreparedExample[]>();
    for (const example of examples) {
      const name = key(example);
      if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), example]);
    }
    return new Map([...groups].map(([name, list]) => [name, new ByForm(list)]));
  };
  const all = new ByForm(examples);
  const byModel = grouped(({ model }) => model);
  // An example of the very same path comes first: its parameter is a job or a model.
  const byPath = grouped(({ request }) => request.path && pathNames.map((name) => request.path?.[name]).join('/'));

  return (request) => {
    const same = pathNames.length > 0 ? byPath.get(pathNames.map((name) => request.params[name]).join('/')) : undefined;
    if (same) return same.choose(request);
    const model = getAt(request.body, `/${property}`);
    return ((typeof model === 'string' ? byModel.get(model) : undefined) ?? all).choose(request);
  };
}
