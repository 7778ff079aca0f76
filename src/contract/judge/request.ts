/** What a request breaks of the contract, and what of it the gateway ignores: its body and its parameters. */
import type { ExpressionContext } from '../expression.js';
import { formatPointer } from '../pointer.js';
import type { PreparedOperation, PreparedParameter } from '../prepared.js';
import { explain, type Violation } from './explain.js';
import { objectForm } from './object-form.js';
import { unsought } from './told.js';
import { unknownParts } from './unknown-parts.js';
import { mostErrors, type Validate } from './validate.js';
import { judgeValue } from './value.js';
import { type JudgedWarning, nullMember, unknownField, unknownValue } from './warning.js';

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

export interface Judgement {
  violations: Violation[];
  warnings: JudgedWarning[];
  /** The body as it counts; undefined where there is none. */
  body: unknown;
}

/** Judges the parameters and, unless it is undefined, the body. */
export function judgeRequest(
  operation: Pick<PreparedOperation, 'parameters' | 'body'>,
  validators: RequestValidators,
  request: ExpressionContext,
): Judgement {
  const { body, violations, warnings } = judgeBody(validators.body, request);
  for (const place of places) {
    const validate = validators[place];
    if (!validate) continue;
    const values = parameterValues(operation.parameters, request, place);
    if (!validate(values)) violations.push(...explain(validate.errors ?? [], values, place));
  }
  return { violations, warnings: [...warnings, ...unknownIn(operation, { ...request, body })], body };
}

/** What of a request the contract does not know, whoever judges the rest. */
export function unknownIn(
  { parameters, body: declared }: Pick<PreparedOperation, 'parameters' | 'body'>,
  request: ExpressionContext,
): JudgedWarning[] {
  const warnings = parameters.some(({ values }) => values) ? places.flatMap((place) => unknownParameters(parameters, request, place)) : [];
  if (!declared || request.body === undefined) return warnings;
  const { fields, values, isAll } = unknownParts(request.body, declared.fields);
  if (fields.length === 0 && values.length === 0 && isAll) return warnings;
  return [
    ...warnings,
    ...fields.map(unknownField),
    ...values.map(({ pointer, value }) => unknownValue('body', pointer, value)),
    ...(isAll ? [] : [unsought('body')]),
  ];
}

function judgeBody(validate: Validate | undefined, { body: value, header }: ExpressionContext): Judgement {
  if (!validate || value === undefined) return { violations: [], warnings: [], body: value };
  const judged = judgeValue(validate, value);
  if (judged.errors.length === 0 && judged.nulls.length === 0) return { violations: [], warnings: [], body: value };
  const errors = judged.errors.filter(({ params }) => !isLifted(params, header));
  return {
    violations: explain(errors, judged.value, 'body', (pointer) => objectForm(validate, judged.value, pointer)),
    warnings: [
      ...judged.nulls.map((pointer) => nullMember('body', pointer)),
      ...(judged.nulls.length < mostErrors ? [] : [unsought('body')]),
    ],
    body: judged.value,
  };
}

/** Whether a header lifts the bound that is not met (`x-less-than`). */
function isLifted({ unless }: Record<string, unknown>, header: ExpressionContext['header']): boolean {
  const { header: name, has } = (unless ?? {}) as Partial<Record<'header' | 'has', string>>;
  return name !== undefined && has !== undefined && (header(name)?.includes(has) ?? false);
}

function unknownParameters(
  parameters: readonly PreparedParameter[],
  request: ExpressionContext,
  place: PreparedParameter['in'],
): JudgedWarning[] {
  const open = parameters.filter(({ in: at, values }) => at === place && values);
  if (open.length === 0) return [];
  const values = parameterValues(open, request, place);
  return open.flatMap(({ name, values: known = [] }) => {
    const value = values[name.toLowerCase()];
    return typeof value === 'string' && !known.includes(value) ? [unknownValue(place, formatPointer([name]), value)] : [];
  });
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
