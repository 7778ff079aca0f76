/** Whether a creation is answered with a job, or with what was asked for at once: as it is documented for the model. */
import { lookAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import type { PreparedOperation } from '../../contract/prepared.js';
import { type Finding, findingOf } from '../findings/violation.js';

/** Models whose documented answers all have a job, or all have none. */
type Kinds = ReadonlyMap<string, 'job' | 'whole' | 'either'>;

const known = new WeakMap<PreparedOperation, Kinds>();

function kindsOf(operation: PreparedOperation, { id: { at } }: TaskFamily): Kinds {
  const before = known.get(operation);
  if (before) return before;
  const kinds = new Map<string, 'job' | 'whole' | 'either'>();
  for (const { model, status, body } of operation.examples) {
    if (model === undefined || status >= 400) continue;
    const kind = lookAt(body, at) === undefined ? 'whole' : 'job';
    kinds.set(model, (kinds.get(model) ?? kind) === kind ? kind : 'either');
  }
  known.set(operation, kinds);
  return kinds;
}

/** @param model that the request names */
export function kindFindings(operation: PreparedOperation, family: TaskFamily, model: string | undefined, body: unknown): Finding[] {
  const kind = model === undefined ? undefined : kindsOf(operation, family).get(model);
  const pointer = family.id.at;
  const id = lookAt(body, pointer);
  if (kind === undefined || kind === 'either' || (kind === 'job') === (id !== undefined)) return [];
  const expected = kind === 'job' ? `must be there: ${model} answers with a job` : `must not be there: ${model} answers at once`;
  return [findingOf({ part: 'job', in: 'body', pointer }, 'id', expected, id)];
}
