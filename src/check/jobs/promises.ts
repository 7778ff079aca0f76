/** What responses about one job keep: what its creation asked for, what was told before, and what comes only with its end. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { isFilled } from '../../contract/judge/filled.js';
import { pathPart } from '../../contract/path-template.js';
import { getAt } from '../../contract/pointer.js';
import type { TaskEcho, TaskFamily } from '../../contract/prepared/task-family.js';
import type { PreparedContract } from '../../contract/prepared.js';
import { type Finding, findingOf } from '../findings/violation.js';
import { valuesAt } from './values-at.js';

/** What is remembered of a job. */
export interface JobPromises {
  /** What was asked for or told first, by the pointer at which answers repeat it. */
  repeated?: Readonly<Record<string, unknown>>;
  /** Of that, what answers to a creation or a query told so far. */
  said?: ReadonlySet<string>;
  /** What was asked for of each result, by the pointer at which it says so. */
  each?: Readonly<Record<string, unknown>>;
  /** The pointers at which they say something else, since the request has what has a say instead. */
  free?: readonly string[];
  /** The most results, by where they stand. */
  most?: Readonly<Record<string, number>>;
  /** Whether what comes on request only was asked for, by pointer; absent where the request was not seen. */
  wanted?: Readonly<Record<string, boolean>>;
  /** Seconds from its creation on that it is to last. */
  lasts?: number;
}

const find = (pointer: string, keyword: string, expected: string, value: unknown): Finding =>
  findingOf({ part: 'job', in: 'body', pointer }, keyword, expected, value);

/** A member that answers repeat; `from`: what of the request it has; `except`: values that say nothing of it. */
interface Repeated {
  pointer: string;
  from?: string;
  except: readonly unknown[];
}

/** Members that answers repeat, but for the model, which has names of its own; and values that leave the choice to the server. */
const repeatedOf = ({ echo = {}, keeps = [] }: TaskFamily): Repeated[] => [
  ...Object.entries(echo).flatMap(([pointer, rule]) => {
    if (pointer === '/model' || pointer.includes('*')) return [];
    return typeof rule === 'string' ? [{ pointer, from: rule, except: [] }] : [{ pointer, from: rule.from, except: rule.except ?? [] }];
  }),
  // A number that is not known yet is 0.
  ...keeps.flatMap((pointer) => (pointer.includes('*') ? [] : [{ pointer, except: [0] }])),
];

/** Members that each result repeats. */
const eachOf = ({ echo = {} }: TaskFamily): { pointer: string; from: string; unless?: TaskEcho['unless'] }[] =>
  Object.entries(echo).flatMap(([pointer, rule]) => {
    if (!pointer.includes('*')) return [];
    return typeof rule === 'string' ? [{ pointer, from: rule }] : [{ pointer, from: rule.from, unless: rule.unless }];
  });

const isSomething = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && typeof value !== 'object';

/** What a creation asks for. @param isJob whether a job makes it: how many a job makes is known, where nobody says so */
export function askedOf(family: TaskFamily, request: ExpressionContext, isJob: boolean): JobPromises {
  const asked = (expression: string) => compileExpression(expression)(request);
  const repeated = repeatedOf(family).flatMap(({ pointer, from, except }) => {
    const value = from && asked(from);
    return isSomething(value) && !except.includes(value) ? [[pointer, value] as const] : [];
  });
  const most = (family.count ?? []).flatMap(({ at, from, default: usual }) => {
    const value = asked(from) ?? (isJob ? usual : undefined);
    return typeof value === 'number' ? [[at, value] as const] : [];
  });
  const free = eachOf(family).flatMap(({ pointer, unless }) => (unless?.asked.some((one) => asked(one) !== undefined) ? [pointer] : []));
  const each = eachOf(family).flatMap(({ pointer, from }) => {
    const value = asked(from);
    return isSomething(value) && !free.includes(pointer) ? [[pointer, value] as const] : [];
  });
  // What is there on request only is not there where nobody says so.
  const wanted = Object.entries(family.onlyIf ?? {}).map(([pointer, from]) => [pointer, asked(from) === true] as const);
  const lasts = family.lifetime?.from && asked(family.lifetime.from);
  return {
    repeated: Object.fromEntries(repeated),
    most: Object.fromEntries(most),
    each: Object.fromEntries(each),
    free,
    wanted: Object.fromEntries(wanted),
    ...(typeof lasts === 'number' && { lasts }),
  };
}

/** What is known of a job, with what a response tells of it. @param isWhole it is one that tells all there is: to a creation, or a query */
export function promisesOf(family: TaskFamily, body: unknown, before: JobPromises, isWhole: boolean): JobPromises {
  const told = repeatedOf(family).flatMap(({ pointer, except }) => {
    const value = getAt(body, pointer);
    return isSomething(value) && !except.includes(value) ? [[pointer, value] as const] : [];
  });
  const said = new Set([...(before.said ?? []), ...(isWhole ? told.map(([pointer]) => pointer) : [])]);
  return { ...before, repeated: { ...Object.fromEntries(told), ...before.repeated }, said };
}

/** Equal as texts, or as numbers. */
export const isLike = (one: unknown, other: unknown): boolean =>
  String(one) === String(other) || (String(one).trim() !== '' && Number(one) === Number(other));

/** What a response tells otherwise than was asked for, or than before. */
export function promiseFindings(family: TaskFamily, body: unknown, { repeated = {}, each = {} }: JobPromises): Finding[] {
  const others = repeatedOf(family).flatMap(({ pointer, except }) => {
    const [known, told] = [repeated[pointer], getAt(body, pointer)];
    if (known === undefined || !isSomething(told) || except.includes(told) || isLike(known, told)) return [];
    return [find(pointer, 'echo', `must be as asked for or told before, ${JSON.stringify(known)}`, told)];
  });
  const results = Object.entries(each).flatMap(([pointer, known]) => {
    const other = valuesAt(body, pointer).find(({ value }) => isSomething(value) && !isAbout(known, value));
    return other ? [find(other.pointer, 'echo', `must be about as asked for, ${JSON.stringify(known)}`, other.value)] : [];
  });
  return [...others, ...results];
}

/** What each result repeats is what the job itself repeats of the same member of the request, where it is not known what that asked for. */
export function agreementFindings(
  family: TaskFamily,
  body: unknown,
  { each = {}, free }: JobPromises,
  model: string | undefined,
): Finding[] {
  const own = repeatedOf(family);
  const told = eachOf(family).flatMap(({ pointer, from, unless }) => {
    const { pointer: other } = own.find((one) => one.from === from) ?? {};
    const value = other === undefined ? undefined : getAt(body, other);
    // Nobody knows what a request asked for that was not seen.
    const isFree = free?.includes(pointer) ?? (model !== undefined && unless?.models.includes(model));
    return !isFree && each[pointer] === undefined && isSomething(value) ? [[pointer, value] as const] : [];
  });
  return promiseFindings(family, body, { each: Object.fromEntries(told) });
}

/** A medium is seldom as long as was asked for to the last part of a second. */
const isAbout = (asked: unknown, told: unknown): boolean => isLike(asked, told) || Math.abs(Number(asked) - Number(told)) <= 1;

/** More results than were asked for, or fewer. @param isAll whether there will be no more */
export function numberFindings({ count = [] }: TaskFamily, body: unknown, { most = {} }: JobPromises, isAll: boolean): Finding[] {
  return count.flatMap(({ at, exact, less }) => {
    const [number, list] = [most[at], getAt(body, at)];
    if (number === undefined || !Array.isArray(list)) return [];
    if (list.length > number) return [find(at, 'count', `must have at most ${number} items, as many as were asked for`, list)];
    const taken = less === undefined ? undefined : getAt(body, less);
    const left = number - list.length;
    if (less !== undefined && typeof taken === 'number' && taken > left)
      return [find(less, 'count', `must be at most ${left}, since ${number} were asked for`, taken)];
    // None at all are missing.
    if (!isAll || list.length === 0) return [];
    const missing = left - (typeof taken === 'number' ? taken : 0);
    if (missing <= 0 || !(exact || typeof taken === 'number')) return [];
    return [find(at, 'count', `must have ${list.length + missing} items, as many as were asked for`, list)];
  });
}

/** What comes on request only, as it was asked for or not. */
export function onRequestFindings({ onlyIf = {}, states }: TaskFamily, body: unknown, { wanted = {} }: JobPromises): Finding[] {
  const { value = 'a success' } = Object.values(states).find(({ outcome }) => outcome === 'success') ?? {};
  return Object.keys(onlyIf).flatMap((pointer) => {
    const isThere = isFilled(body, pointer);
    if (wanted[pointer] === undefined || wanted[pointer] === isThere) return [];
    const expected = isThere
      ? 'must not be there, since the request does not ask for it'
      : `must be there while the state is ${value}, since the request asks for it`;
    return [find(pointer, 'has', expected, getAt(body, pointer))];
  });
}

/** A clock may be wrong by that, and what is copied takes its time. */
const leeway = 600_000;

/** Whether a job lasts as long as was asked for. */
export function lifetimeFindings(
  { times }: TaskFamily,
  { created, expires }: { created?: number; expires?: number },
  { lasts }: JobPromises,
): Finding[] {
  if (lasts === undefined || created === undefined || expires === undefined || Math.abs(expires - created - lasts * 1000) <= leeway)
    return [];
  const inFormat = (time: number) => (times.format === 'unix' ? time / 1000 : new Date(time).toISOString());
  return [find(times.expires ?? '', 'times', `must be ${lasts} s after ${times.created}, as was asked for`, inFormat(expires))];
}

/** What a response to a query tells no more of what was told before. A job that is over for another reason has no settings to speak of. */
export function lostFindings(family: TaskFamily, state: string, body: unknown, { repeated = {}, said }: JobPromises): Finding[] {
  if (!said || family.states[state]?.outcome === 'failure') return [];
  return repeatedOf(family).flatMap(({ pointer }) => {
    const value = getAt(body, pointer);
    if (!said.has(pointer) || (value !== undefined && value !== null)) return [];
    return [find(pointer, 'echo', `must be as asked for or told before, ${JSON.stringify(repeated[pointer])}`, value)];
  });
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
    const path = operation.path.replace(`{${operation.task.parameter}}`, pathPart(id));
    const isOwn = URL.canParse(told) && new URL(told).pathname.endsWith(path);
    return isOwn ? [] : [find(pointer, 'address', `must be the address of the job, ending with ${path}`, told)];
  });
}
