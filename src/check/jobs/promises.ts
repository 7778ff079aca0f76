/** What responses about one job keep: what its creation asked for, what was told before, and what comes only with its end. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { isFilled } from '../../contract/judge/filled.js';
import { getAt } from '../../contract/pointer.js';
import type { PreparedContract, TaskFamily } from '../../contract/prepared.js';
import { type Finding, findingOf } from '../findings/violation.js';

/** What is remembered of a job. */
export interface JobPromises {
  /** What was asked for or told first, by the pointer at which answers repeat it. */
  repeated?: Readonly<Record<string, unknown>>;
  /** The most results, by where they stand. */
  most?: Readonly<Record<string, number>>;
}

const find = (pointer: string, keyword: string, expected: string, value: unknown): Finding =>
  findingOf({ part: 'job', in: 'body', pointer }, keyword, expected, value);

/** Members that answers repeat, but for the model, which has names of its own; and values that leave the choice to the server. */
const repeatedOf = ({ echo = {} }: TaskFamily): { pointer: string; from: string; except: readonly unknown[] }[] =>
  Object.entries(echo).flatMap(([pointer, rule]) => {
    if (pointer === '/model' || pointer.includes('*')) return [];
    return typeof rule === 'string' ? [{ pointer, from: rule, except: [] }] : [{ pointer, from: rule.from, except: rule.except ?? [] }];
  });

const isSomething = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && typeof value !== 'object';

/** What a creation asks for. */
export function askedOf(family: TaskFamily, request: ExpressionContext): JobPromises {
  const asked = (expression: string) => compileExpression(expression)(request);
  const repeated = repeatedOf(family).flatMap(({ pointer, from, except }) => {
    const value = asked(from);
    return isSomething(value) && !except.includes(value) ? [[pointer, value] as const] : [];
  });
  const most = (family.count ?? []).flatMap(({ at, from, default: usual }) => {
    const value = asked(from) ?? usual;
    return typeof value === 'number' ? [[at, value] as const] : [];
  });
  return { repeated: Object.fromEntries(repeated), most: Object.fromEntries(most) };
}

/** What is known of a job, with what a response tells of it. */
export function promisesOf(family: TaskFamily, body: unknown, before: JobPromises): JobPromises {
  const told = repeatedOf(family).flatMap(({ pointer, except }) => {
    const value = getAt(body, pointer);
    return isSomething(value) && !except.includes(value) ? [[pointer, value] as const] : [];
  });
  return { ...before, repeated: { ...Object.fromEntries(told), ...before.repeated } };
}

/** Equal as texts, or as numbers. */
const isLike = (one: unknown, other: unknown): boolean =>
  String(one) === String(other) || (String(one).trim() !== '' && Number(one) === Number(other));

/** What a response tells otherwise than was asked for, or than before. */
export function promiseFindings(family: TaskFamily, body: unknown, { repeated = {}, most = {} }: JobPromises): Finding[] {
  const others = repeatedOf(family).flatMap(({ pointer, except }) => {
    const [known, told] = [repeated[pointer], getAt(body, pointer)];
    if (known === undefined || !isSomething(told) || except.includes(told) || isLike(known, told)) return [];
    return [find(pointer, 'echo', `must be as asked for or told before, ${JSON.stringify(known)}`, told)];
  });
  const tooMany = Object.entries(most).flatMap(([at, number]) => {
    const list = getAt(body, at);
    if (!Array.isArray(list) || list.length <= number) return [];
    return [find(at, 'count', `must have at most ${number} items, as many as were asked for`, list)];
  });
  return [...others, ...tooMany];
}

/** What comes only with the end of a job, or never with that end. */
export function endFindings(family: TaskFamily, state: string, body: unknown): Finding[] {
  const { value = state, outcome } = family.states[state] ?? {};
  const { error, lifetime } = family;
  // What is over has been something else before.
  if (state === lifetime?.then) return [];
  const early: string[] = [];
  if (outcome !== 'failure' && error !== undefined && isFilled(body, error)) early.push(error);
  const { completed } = family.times;
  if (outcome === undefined && completed !== undefined && isFilled(body, completed)) early.push(completed);
  if (outcome !== 'success') early.push(...resultsOf(family).filter((pointer) => isFilled(body, pointer)));
  return early.map((pointer) => {
    const place = pointer.replace(/\/\*.*/, '');
    return find(place, 'has', `must not be there while the state is ${value}`, getAt(body, place));
  });
}

/** What only a success has. */
function resultsOf(family: TaskFamily): string[] {
  const ends = Object.values(family.states).filter((one) => one.outcome === 'success');
  return [...new Set(ends.flatMap(({ has = [] }) => has.flatMap((pointers) => pointers.slice(0, 1))))];
}

/** Addresses of other operations about the job: they end as the paths of these do, with its id. */
export function addressFindings(
  { addresses = {} }: TaskFamily,
  operations: PreparedContract['operations'],
  id: string,
  body: unknown,
): Finding[] {
  return Object.entries(addresses).flatMap(([pointer, operationId]) => {
    const told = getAt(body, pointer);
    const operation = operations.find((one) => one.id === operationId);
    if (typeof told !== 'string' || told === '' || !operation?.task?.parameter) return [];
    const path = operation.path.replace(`{${operation.task.parameter}}`, encodeURIComponent(id));
    const isOwn = URL.canParse(told) && new URL(told).pathname.endsWith(path);
    return isOwn ? [] : [find(pointer, 'address', `must be the address of the job, ending with ${path}`, told)];
  });
}
