/** The workflows: what their steps call, send, expect and hand on is what the contract has. */
import { dirname, join, relative } from 'node:path';
import { didYouMean } from '../report/nearest.js';
import type { Finding, Findings, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import type { Sources } from '../schemas/sources.js';
import { checkCriteria } from './criteria.js';
import { checkParameters, checkRequest } from './request.js';
import { known, type Scope, type Step } from './scope.js';
import { checkValue } from './values.js';

export function* checkWorkflows(sources: Sources): Findings {
  for (const file of sources.workflows) {
    const version = file.child('arazzo');
    if (!/^1\.\d+\.\d+$/.test(String(version.value))) yield { place: version, message: `${version.value} is no version of Arazzo.` };
    yield* checkSources(file, sources);
    const workflows = file.child('workflows');
    const ids = workflows.entries().map(([, { value }]) => String(value?.workflowId));
    for (const [, workflow] of workflows.entries()) {
      for (const [, at] of workflow.child('dependsOn').entries()) yield* known(at, 'workflow', ids);
      yield* checkWorkflow(workflow, sources, ids);
    }
  }
}

/** The description that the workflows are about is there, and has the name by which it is told its server. */
function* checkSources(file: Place, { descriptions }: Sources): Findings {
  if (!descriptions) return;
  for (const [, source] of file.child('sourceDescriptions').entries()) {
    const { name, url } = source.value ?? {};
    const { names, files } = descriptions;
    const folder = dirname(file.file);
    if (!files.includes(join(folder, String(url)))) {
      const known = files.map((other) => relative(folder, other));
      yield { place: source.child('url'), message: `${url} is no description of the contract${didYouMean(String(url), known)}` };
    }
    if (!names.includes(name))
      yield { place: source.child('name'), message: `redocly.yaml has no description ${name}${didYouMean(String(name), names)}` };
  }
}

function* checkWorkflow(workflow: Place, sources: Sources, workflowIds: string[]): Generator<Finding> {
  const { inputs: declared } = workflow.value ?? {};
  const inputs = Object.keys(declared?.properties ?? {});
  for (const [, at] of workflow.child('inputs', 'required').entries()) yield* known(at, 'input', inputs);
  const ids = workflow
    .child('steps')
    .entries()
    .map(([, { value }]) => String(value?.stepId));
  const steps = new Map<string, Step>();
  const calls: PlacedOperation[] = [];
  for (const [, place] of workflow.child('steps').entries()) {
    const operation = yield* operationOf(place, sources, workflowIds);
    const step: Step = { id: String(place.value?.stepId), place, operation };
    if (operation) calls.push(operation);
    const scope: Scope = { sources, inputs, steps, step };
    yield* checkParameters(place.child('parameters'), operation ? [operation] : [], scope);
    if (operation) yield* checkRequest(place, operation, scope, workflow.child('parameters'));
    yield* checkCriteria(place.child('successCriteria'), scope);
    for (const [, output] of place.child('outputs').entries()) yield* checkValue(output, scope);
    for (const list of ['onSuccess', 'onFailure']) {
      for (const [, action] of place.child(list).entries()) yield* checkAction(action, scope, ids, workflowIds);
    }
    if (steps.has(step.id)) yield { place: place.child('stepId'), message: `Another step is called ${step.id}.` };
    steps.set(step.id, step);
  }
  const outside: Scope = { sources, inputs, steps };
  for (const [, output] of workflow.child('outputs').entries()) yield* checkValue(output, outside);
  yield* checkParameters(workflow.child('parameters'), calls, outside);
  for (const list of ['successActions', 'failureActions']) {
    for (const [, action] of workflow.child(list).entries()) yield* checkAction(action, outside, ids, workflowIds);
  }
}

function* operationOf(step: Place, { operations }: Sources, workflowIds: string[]): Generator<Finding, PlacedOperation | undefined> {
  const { operationId, operationPath, workflowId } = step.value ?? {};
  if (workflowId !== undefined) yield* known(step.child('workflowId'), 'workflow', workflowIds);
  if (operationPath !== undefined) {
    yield { place: step.child('operationPath'), message: 'A step names its operation by operationId.' };
  }
  if (operationId === undefined) return undefined;
  const found = operations.find(({ id }) => id === operationId);
  if (!found) {
    yield* known(
      step.child('operationId'),
      'operation',
      operations.map(({ id }) => id),
    );
  }
  return found;
}

function* checkAction(action: Place, scope: Scope, stepIds: string[], workflowIds: string[]): Generator<Finding> {
  if (action.value?.stepId !== undefined) yield* known(action.child('stepId'), 'step', stepIds);
  if (action.value?.workflowId !== undefined) yield* known(action.child('workflowId'), 'workflow', workflowIds);
  yield* checkCriteria(action.child('criteria'), scope);
}
