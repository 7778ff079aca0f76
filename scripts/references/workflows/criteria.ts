/** What a step expects of its answer: statuses that are declared, members that exist, and values that they can have. */
import { didYouMean } from '../report/nearest.js';
import type { Finding, Findings, Place } from '../report/place.js';
import { isSuccess } from '../schemas/exchange.js';
import type { Described } from '../schemas/schema-at.js';
import { listedValues, mayBe } from '../schemas/values.js';
import { type Comparison, comparisonsIn, literalOf } from './arazzo.js';
import type { Scope } from './scope.js';
import { checkExpression, type Statuses } from './values.js';

/** The statuses that the criteria ask for; any success where they ask for none. */
export function statusesOf(criteria: Place): Statuses {
  const conditions = criteria.entries().map(([, { value }]) => String(value?.condition));
  const asked = conditions.flatMap((condition) =>
    comparisonsIn(condition).flatMap((part) =>
      'left' in part && part.left === '$statusCode' && part.operator === '==' ? [part.right] : [],
    ),
  );
  return asked.length > 0 ? (status) => asked.includes(status) : isSuccess;
}

/** @param statuses of the answers that are judged */
export function* checkCriteria(criteria: Place, scope: Scope, statuses: Statuses = statusesOf(criteria)): Findings {
  for (const [, criterion] of criteria.entries()) {
    const { context, type = 'simple' } = criterion.value ?? {};
    if (context !== undefined) yield* checkExpression(criterion.child('context'), String(context), scope, statuses);
    if (type !== 'simple') continue;
    const at = criterion.child('condition');
    for (const part of comparisonsIn(String(at.value))) {
      if ('left' in part) yield* checkComparison(at, part, scope, statuses);
      else yield* checkExpression(at, part.text, scope, statuses);
    }
  }
}

function* checkComparison(at: Place, { left, operator, right }: Comparison, scope: Scope, statuses: Statuses): Generator<Finding> {
  const described = yield* checkExpression(at, left, scope, statuses);
  const literal = literalOf(right);
  if (!literal) {
    yield* checkExpression(at, right, scope, statuses);
    return;
  }
  const { value } = literal;
  if (left === '$statusCode') {
    const { id, responses } = scope.step?.operation ?? { id: '', responses: undefined };
    const declared = Object.keys(responses ?? {}).filter((status) => status !== 'default');
    if (responses && (typeof value !== 'number' || (['==', '!='].includes(operator) && !declared.includes(String(value)))))
      yield { place: at, message: `${id} declares no ${right}; it declares ${declared.join(', ')}.` };
    return;
  }
  // Whether there is any text at all.
  if (operator === '!=' && value === '') return;
  if (described && ['==', '!='].includes(operator)) yield* checkLiteral(at, left, value, described, scope);
}

function* checkLiteral(
  at: Place,
  left: string,
  value: string | number | boolean | null,
  described: Described,
  { sources, step }: Scope,
): Generator<Finding> {
  const { document, tables } = sources;
  const family = tables.tasks.value?.[step?.operation?.operation['x-task']?.name ?? ''];
  const isState = family && left === `$response.body#${family.state}`;
  const words = isState ? Object.values<{ value: string } | null>(family.states ?? {}).map((state) => state?.value) : undefined;
  const isKnown = words && !listedValues(document, described) ? words.includes(String(value)) : mayBe(document, described, value);
  if (isKnown) return;
  const listed = (listedValues(document, described) ?? words ?? []).map(String);
  yield { place: at, message: `${left} is never ${JSON.stringify(value)}${didYouMean(String(value), listed)}` };
}
