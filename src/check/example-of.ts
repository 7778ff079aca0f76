/** Which documented exchange an exchange is like. */
import type { Likeness } from '../contract/examples/choice.js';
import { examplesOfModel } from '../contract/examples/of-model.js';
import type { PreparedExample } from '../contract/prepared.js';
import type { CheckedOperation } from './subject.js';

export interface AnswerLikeness {
  status: number;
  /** State of the job that the response tells of. */
  state?: string;
  /** Model of the job, if it is known. */
  model?: string;
}

/** The example with the response's status and form that has the most in common with the exchange. */
export function exampleOf({ prepared, choose }: CheckedOperation, request: Likeness, { status, state, model }: AnswerLikeness) {
  const isOfForm = (example: PreparedExample) => example.status === status && (example.events !== undefined) === request.stream;
  if (!prepared.task) {
    const chosen = choose(request);
    return chosen && isOfForm(chosen) ? chosen : undefined;
  }
  let candidates: readonly PreparedExample[] = prepared.examples.filter(isOfForm);
  const documented = candidates.find((example) => example.request.path && hasPath(example, request));
  if (documented) return documented;
  const reads = prepared.task.role === 'query' || prepared.task.role === 'result';
  if (!reads) {
    const chosen = choose(request);
    return chosen && candidates.includes(chosen) ? chosen : undefined;
  }
  const keep = (fits: (example: PreparedExample) => boolean) => {
    const fitting = candidates.filter(fits);
    if (fitting.length > 0) candidates = fitting;
  };
  if (candidates.length > 0) candidates = examplesOfModel(candidates, model);
  keep((example) => example.state === state);
  return candidates[0];
}

const hasPath = ({ request: { path } }: PreparedExample, { params }: Likeness): boolean =>
  Object.entries(path ?? {}).every(([name, value]) => params[name] === value);
