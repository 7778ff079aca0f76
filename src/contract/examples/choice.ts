/** Which documented exchange a request is like (openapi/README.md, "Examples"). */

import { compilePointer } from '../pointer.js';
import type { FieldTree, ModelEntry, PreparedExample, PreparedOperation } from '../prepared.js';
import { Candidates } from './candidates.js';

/** What a request has that examples are compared by. */
export interface Likeness {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  /** Whether the response is to be a stream. */
  stream: boolean;
}

export type ChooseExample = (request: Likeness) => PreparedExample | undefined;

/**
 * Streams apart from other responses. An example of the other form still tells what to say; only its form has to change. Each form is
 * prepared when it is first asked for: most users of a mock call few operations.
 */
class ByForm {
  readonly #candidates = new Map<boolean, Candidates>();

  constructor(
    readonly examples: readonly PreparedExample[],
    readonly fields: FieldTree | undefined,
  ) {}

  choose({ body, query, stream }: Likeness): PreparedExample | undefined {
    let candidates = this.#candidates.get(stream);
    if (!candidates) {
      const inForm = this.examples.filter(({ events }) => (events !== undefined) === stream);
      candidates = new Candidates(inForm.length > 0 ? inForm : this.examples, this.fields);
      this.#candidates.set(stream, candidates);
    }
    return candidates.choose(body, query);
  }
}

/**
 * The examples for a model that has none of its own: not those of a model that makes other things too, such as pictures in a chat, which
 * nobody asked for.
 */
function ofOrdinaryModels(
  examples: readonly PreparedExample[],
  { modality }: PreparedOperation,
  models: readonly Pick<ModelEntry, 'id' | 'modalities'>[],
): readonly PreparedExample[] {
  const special = new Set(models.filter(({ modalities }) => modalities.some((other) => other !== modality)).map(({ id }) => id));
  const ordinary = examples.filter(({ model }) => model === undefined || !special.has(model));
  return ordinary.length > 0 ? ordinary : examples;
}

/**
 * Prepares the choice among the successful examples of an operation.
 * @param models the catalogue
 */
export function createExampleChoice(
  operation: PreparedOperation,
  models: readonly Pick<ModelEntry, 'id' | 'modalities'>[] = [],
): ChooseExample {
  const fields = operation.body?.fields;
  const examples = operation.examples.filter(({ status }) => status < 400);
  const modelOf = compilePointer(`/${operation.body?.discriminator ?? 'model'}`);
  const pathNames = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const grouped = (key: (example: PreparedExample) => string | undefined): Map<string, ByForm> => {
    const groups = new Map<string, PreparedExample[]>();
    for (const example of examples) {
      const name = key(example);
      if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), example]);
    }
    return new Map([...groups].map(([name, list]) => [name, new ByForm(list, fields)]));
  };
  const all = new ByForm(ofOrdinaryModels(examples, operation, models), fields);
  const byModel = grouped(({ model }) => model);
  // An example of the very same path comes first: its parameter is a job or a model.
  const byPath = grouped(({ request }) => request.path && pathNames.map((name) => request.path?.[name]).join('/'));

  return (request) => {
    const same = pathNames.length > 0 ? byPath.get(pathNames.map((name) => request.params[name]).join('/')) : undefined;
    if (same) return same.choose(request);
    const model = modelOf(request.body);
    return ((typeof model === 'string' ? byModel.get(model) : undefined) ?? all).choose(request);
  };
}
