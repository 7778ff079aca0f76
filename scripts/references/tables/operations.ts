/** What operations say of streams and jobs. */
import { parseCondition } from '../../../src/contract/expression.js';
import { componentName, type Json } from '../../lib/document.js';
import { didYouMean } from '../report/nearest.js';
import type { Finding, Findings } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import type { Sources } from '../schemas/sources.js';
import { listedValues, mayBe } from '../schemas/values.js';
import { expressionIn, pointerIn } from './resolve.js';

export function* checkOperations(sources: Sources): Findings {
  const families = Object.keys(sources.tables.tasks.value ?? {});
  for (const placed of sources.operations) {
    const task = placed.operation['x-task'];
    if (task && !families.includes(task.name)) {
      const place = placed.place.child('x-task', 'name');
      yield { place, message: `x-tasks has no family ${task.name}${didYouMean(String(task.name), families)}` };
    }
    if (placed.operation['x-stream']) yield* checkStream(sources, placed);
  }
}

function* checkStream({ document }: Sources, placed: PlacedOperation): Generator<Finding> {
  const stream = placed.place.child('x-stream');
  const reference = stream.value?.event?.$ref;
  if (reference === undefined) {
    yield { place: stream.child('event'), message: 'The event of a stream is a component, by its $ref.' };
  } else if (stream.value.framing === 'event') {
    const event = { name: componentName(reference), schemas: [{ $ref: reference }] };
    yield* pointerIn(document, stream.child('framing'), '/type', event, ['string']);
  }
  const when = stream.child('when');
  let condition: { expression: string; literal: unknown };
  try {
    condition = parseCondition(String(when.value));
  } catch {
    // The linter's own rule says what a condition is.
    return;
  }
  const { expression, literal } = condition;
  const described = yield* expressionIn(document, when, expression, [placed]);
  if (described && !mayBe(document, described, literal as Json)) {
    const listed = (listedValues(document, described) ?? []).map(String);
    yield { place: when, message: `${expression} is never ${JSON.stringify(literal)}${didYouMean(String(literal), listed)}` };
  }
}
