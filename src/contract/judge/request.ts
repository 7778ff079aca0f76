/** What a request breaks of the contract: its body and its parameters. */

import type { ExpressionContext } from '../expression.js';
import type { PreparedOperation, PreparedParameter } from '../prepared.js';
import { explain, type Violation } from './explain.js';
import type { Validate } from './validate.js';

const places = ['path', 'query', 'header'] as const;

/** The validators of an operation's requests, by place. */
export type RequestValidators = Partial<Record<'body' | PreparedParameter['in'], Validate>>;

/** Picks the validators of one operation out of those that generation compiled. */
export function requestValidatorsOf(operationId: string, all: Readonly<Record<string, Validate>>): RequestValidators {
  const own: RequestValidators = {};
  for (const place of ['body', ...places] as const) {
    const validate = all[`${operationId}_${place}`];
    if (validate) own[place] = validate;
  }
  return own;
}

/** Validates the parameters and, unless it is undefined, the body. */
export function judgeRequest(
  { parameters }: Pick<PreparedOperation, 'parameters'>,
  validators: RequestValidators,
  request: ExpressionContext,
): Violation[] {
  const violations: Violation[] = [];
  const { body } = validators;
  if (body && request.body !== undefined && !body(request.body)) violations.push(...explain(body.errors ?? [], request.body, 'body'));
  for (const place of places) {
    const validate = validators[place];
    if (!validate) continue;
    const values = parameterValues(parameters, request, place);
    if (!validate(values)) violations.push(...explain(validate.errors ?? [], values, place));
  }
  return violations;
}

function parameterValues(
  parameters: readonly PreparedParameter[],
  { path, query, header }: ExpressionContext,
  place: PreparedParameter['in'],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, in: at, array } of parameters) {
    if (at !== place) continue;
    const all = place === 'query' ? query.getAll(name) : [];
    const value = place === 'path' ? path[name] : place === 'header' ? header(name.toLowerCase()) : array || all.length > 1 ? all : all[0];
    // As in Prism, an empty value is none.
    if (value !== undefined && value !== null && value.length > 0) values[name.toLowerCase()] = value;
  }
  return values;
}
