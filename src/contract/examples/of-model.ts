/** Which examples of an operation are about jobs of which model. */
import { compileExpression, type ExpressionContext } from '../expression.js';
import type { TaskFamily } from '../prepared/task-family.js';
import type { PreparedExample, PreparedOperation } from '../prepared.js';

/** Where a request for a job of the family names the model, as a runtime expression. */
export function modelExpression({ echo, remember }: Pick<TaskFamily, 'echo' | 'remember'>): string | undefined {
  const echoed = echo?.['/model'];
  return typeof echoed === 'object' ? echoed.from : (echoed ?? remember?.model);
}

/** The model of the job that a request asks for: the one that it names, else the operation's own. */
export function requestedModel(
  { model }: Pick<PreparedOperation, 'model'>,
  family: Pick<TaskFamily, 'echo' | 'remember'>,
  request: ExpressionContext,
): string | undefined {
  const expression = modelExpression(family);
  const named = expression === undefined ? undefined : compileExpression(expression)(request);
  return typeof named === 'string' ? named : model;
}

/** The model of the job that a documented request asks for. */
export function documentedModel(
  operation: Pick<PreparedOperation, 'model'>,
  family: Pick<TaskFamily, 'echo' | 'remember'>,
  { request: { path = {}, query = {}, headers = {}, body } }: Pick<PreparedExample, 'request'>,
): string | undefined {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return requestedModel(operation, family, { path, query: search, header: (name) => headers[name], body });
}

/**
 * The examples that are about jobs of a model: those that name it, else those that name none. Of a model that nobody knows, they are
 * those about the models of the first one.
 */
export function examplesOfModel<E extends Pick<PreparedExample, 'models'>>(
  examples: readonly E[],
  model: string | undefined,
): readonly E[] {
  const naming = (name: string | undefined) => (name === undefined ? [] : examples.filter(({ models }) => models?.includes(name)));
  const named = naming(model);
  if (named.length > 0) return named;
  const open = examples.filter(({ models }) => models === undefined);
  return open.length > 0 ? open : naming(examples[0]?.models?.[0]);
}
