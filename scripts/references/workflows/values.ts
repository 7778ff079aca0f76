/** The values of a workflow: what their expressions name exists. */
import { didYouMean, nearest, suggestion } from '../report/nearest.js';
import type { Finding, Place } from '../report/place.js';
import { answersOf, headersOf, isSuccess } from '../schemas/exchange.js';
import { type Described, nearestPointer, schemaAt } from '../schemas/schema-at.js';
import { expressionForms, expressionsIn, type Named, parseArazzo } from './arazzo.js';
import type { Scope, Step } from './scope.js';

/** Findings, and the schemas of the value, if they are known. */
export type Valued = Generator<Finding, Described | undefined>;

/** Which answers of the step an expression is about, by their status. */
export type Statuses = (status: string) => boolean;

/** A value that may hold expressions, be they in it or all of it. */
export function* checkValue(place: Place, scope: Scope, statuses: Statuses = isSuccess): Valued {
  if (typeof place.value !== 'string') {
    for (const [, member] of place.entries()) yield* checkValue(member, scope, statuses);
    return undefined;
  }
  let described: Described | undefined;
  for (const expression of expressionsIn(place.value)) {
    const found = yield* checkExpression(place, expression, scope, statuses);
    if (expression === place.value) described = found;
  }
  return described;
}

/** The beginning of an expression that one which is none was probably meant to have. */
function formLike(expression: string): string | undefined {
  const [head = '', first = ''] = /^(\$\w+\.?)\w*/.exec(expression) ?? [];
  return nearest(head, expressionForms) ?? nearest(first, expressionForms);
}

/** @param place where it stands, itself or in a text */
export function* checkExpression(place: Place, expression: string, scope: Scope, statuses: Statuses = isSuccess): Valued {
  const named = parseArazzo(expression);
  if (!named) {
    const form = formLike(expression);
    yield { place, message: `${expression} is no runtime expression${suggestion(form && `${form}…`)}` };
    return undefined;
  }
  switch (named.kind) {
    case 'input':
      if (!scope.inputs.includes(named.name))
        yield { place, message: `The workflow has no input ${named.name}${didYouMean(named.name, scope.inputs)}` };
      return undefined;
    case 'output':
      return yield* checkOutput(place, named, scope);
    case 'body':
      return yield* checkBody(place, named, scope, statuses);
    case 'header':
    case 'parameter':
      yield* checkName(place, named, scope);
      return undefined;
    default:
      return undefined;
  }
}

function* checkOutput(place: Place, { step: id, name, pointer }: Extract<Named, { kind: 'output' }>, scope: Scope): Valued {
  const step = scope.steps.get(id);
  if (!step) {
    yield { place, message: `No step before is called ${id}${didYouMean(id, scope.steps.keys())}` };
    return undefined;
  }
  const outputs = step.place.child('outputs').value ?? {};
  if (!Object.hasOwn(outputs, name)) {
    yield { place, message: `The step ${id} has no output ${name}${didYouMean(name, Object.keys(outputs))}` };
    return undefined;
  }
  const described = describe(String(outputs[name]), step, scope);
  if (pointer === '' || described === undefined || described === 'anything') return described;
  return yield* pointerInto(place, described, pointer, `The output ${name}`, scope);
}

/** What an output is, without findings: those are told where it stands. */
function describe(expression: string, step: Step, scope: Scope): Described | undefined {
  const checking = checkExpression(step.place, expression, { ...scope, step });
  for (;;) {
    const { done, value } = checking.next();
    if (done) return value;
  }
}

function* checkBody(place: Place, { of, pointer }: Extract<Named, { kind: 'body' }>, scope: Scope, statuses: Statuses): Valued {
  const operation = scope.step?.operation;
  if (!operation) return undefined;
  const schemas = of === 'request' ? [operation.request ?? []].flat() : answersOf(operation, statuses);
  return yield* pointerInto(place, schemas, pointer, `${of === 'request' ? 'A request' : 'An answer'} of ${operation.id}`, scope);
}

function* pointerInto(place: Place, schemas: Exclude<Described, string>, pointer: string, what: string, { sources }: Scope): Valued {
  const found = schemaAt(sources.document, schemas, pointer);
  if (found) return found;
  const meant = nearestPointer(sources.document, schemas, pointer);
  yield { place, message: `${what} has no ${pointer}${suggestion(meant)}` };
  return undefined;
}

function* checkName(place: Place, named: Extract<Named, { kind: 'header' | 'parameter' }>, { step }: Scope): Generator<Finding> {
  if (!step?.operation) return;
  const { id, responses, parameters } = step.operation;
  const names =
    named.kind === 'header'
      ? Object.values(responses).flatMap(headersOf)
      : parameters.filter((parameter) => parameter.in === named.place).map(({ name }) => name);
  const name = named.kind === 'header' ? named.name.toLowerCase() : named.name;
  if (names.includes(name)) return;
  const what = named.kind === 'header' ? `An answer of ${id} has no header` : `${id} has no ${named.place} parameter`;
  yield { place, message: `${what} ${named.name}${didYouMean(named.name, new Set(names))}` };
}
