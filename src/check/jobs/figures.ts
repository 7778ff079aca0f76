/** What responses about one job agree in: what it has in its state, its model, how far it is, its times, and what a list says of its page. */

import { modelExpression } from '../../contract/examples/of-model.js';
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { isFilled, saysNothing } from '../../contract/judge/filled.js';
import { getAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import { type Finding, findingOf } from '../findings/violation.js';
import { repeated } from './repeated.js';

export type JobList = NonNullable<TaskFamily['list']>;

/** What is followed of a job. */
export interface JobFigures {
  progress?: number;
  /** Times in milliseconds, by the name of the family's `times`. */
  created?: number;
  updated?: number;
  /** Once it has ended. */
  completed?: number;
}

const find = (pointer: string, keyword: string, expected: string, value: unknown): Finding =>
  findingOf({ part: 'job', in: 'body', pointer }, keyword, expected, value);

/** What the answer lacks in its state, and what is counted wrongly. */
export function stateFindings(family: TaskFamily, state: string, body: unknown): Finding[] {
  const { value = state, has = [] } = family.states[state] ?? {};
  const missing = has.flatMap((pointers) => {
    const [pointer = ''] = pointers;
    if (pointers.some((one) => isFilled(body, one))) return [];
    const place = pointer.replace(/\/\*.*/, '');
    return [
      find(place, 'has', `must be there while the state is ${value}${place === pointer ? '' : `, with ${pointer}`}`, getAt(body, place)),
    ];
  });
  return [...missing, ...reasonFindings(family, state, body), ...valueFindings(family, state, body), ...countFindings(family, body)];
}

/** Why a job has failed, in a word for nothing. */
function reasonFindings({ states, message }: TaskFamily, state: string, body: unknown): Finding[] {
  const told = states[state]?.outcome === 'failure' && message !== undefined ? getAt(body, message) : undefined;
  if (message === undefined || typeof told !== 'string' || told === '' || !saysNothing(told)) return [];
  return [find(message, 'has', 'must say what went wrong', told)];
}

/** What is not as it is in this state, and numbers that are more than in any. */
export function valueFindings(family: TaskFamily, state: string, body: unknown): Finding[] {
  return Object.entries(family.states).flatMap(([name, { value, is = {} }]) =>
    Object.entries(is).flatMap(([pointer, wanted]) => {
      const told = getAt(body, pointer);
      if (told === undefined || told === null || told === wanted) return [];
      if (name === state) return [find(pointer, 'is', `must be ${JSON.stringify(wanted)} while the state is ${value}`, told)];
      const isMost = family.states[name]?.outcome === 'success';
      const isBeyond = isMost && typeof told === 'number' && typeof wanted === 'number' && (told > wanted || told < 0);
      return isBeyond ? [find(pointer, 'is', `must be from 0 to ${wanted}`, told)] : [];
    }),
  );
}

function countFindings({ count = [] }: TaskFamily, body: unknown): Finding[] {
  return count.flatMap(({ at, exact, index, total }) => {
    const list = getAt(body, at);
    if (!Array.isArray(list)) return [];
    const told = total === undefined ? undefined : getAt(body, total);
    const isOther = typeof told === 'number' && told !== list.length;
    const findings = isOther ? [find(total as string, 'count', `must be ${list.length}, the number of items at ${at}`, told)] : [];
    const twice = index === undefined ? undefined : repeated(list, `/${index}`);
    const isNone = (place: number) => place < 0 || place >= list.length;
    const beyond = exact && index !== undefined ? list.findIndex((item) => isNone(Number(getAt(item, `/${index}`)))) : -1;
    if (beyond >= 0) {
      const expected = `must be from 0, and less than ${list.length}, the number of items`;
      findings.push(find(`${at}/${beyond}/${index}`, 'count', expected, getAt(list[beyond], `/${index}`)));
    }
    return twice === undefined
      ? findings
      : [
          ...findings,
          find(`${at}/${twice}/${index}`, 'distinct', 'must differ from that of the items before', getAt(list[twice], `/${index}`)),
        ];
  });
}

/** Where answers repeat the model that was asked for. */
function modelPointers(family: TaskFamily): string[] {
  const expression = modelExpression(family);
  return Object.entries(family.echo ?? {}).flatMap(([pointer, from]) => (from === expression ? [pointer] : []));
}

/** The model that a response names. */
export const toldModel = (family: TaskFamily, body: unknown): string | undefined =>
  modelPointers(family)
    .map((pointer) => getAt(body, pointer))
    .find((told) => typeof told === 'string');

/** The name without its vendor, which some answers leave out. */
const plainName = (model: string): string => model.slice(model.lastIndexOf('/') + 1);

/** Another model than that of the job. */
export function modelFindings(family: TaskFamily, body: unknown, model: string | undefined): Finding[] {
  if (model === undefined) return [];
  return modelPointers(family).flatMap((pointer) => {
    const told = getAt(body, pointer);
    return typeof told !== 'string' || plainName(told) === plainName(model)
      ? []
      : [find(pointer, 'echo', `must be the model of the job, ${JSON.stringify(model)}`, told)];
  });
}

function timeOf({ times }: TaskFamily, name: 'created' | 'updated' | 'completed' | 'expires', body: unknown): number | undefined {
  const pointer = times[name];
  const value = pointer === undefined ? undefined : getAt(body, pointer);
  const time = times.format === 'unix' ? (typeof value === 'number' ? value * 1000 : Number.NaN) : Date.parse(String(value));
  // A time of 0 is one that is not known.
  return Number.isNaN(time) || time <= 0 ? undefined : time;
}

export function figuresOf(family: TaskFamily, body: unknown): JobFigures & { expires?: number } {
  const progress = family.progress === undefined ? undefined : getAt(body, family.progress);
  const named = (['created', 'updated', 'completed', 'expires'] as const).flatMap((name) => {
    const time = timeOf(family, name, body);
    return time === undefined ? [] : [[name, time] as const];
  });
  return { ...(typeof progress === 'number' && { progress }), ...Object.fromEntries(named) };
}

/** Figures that contradict each other, or those of an earlier response. */
export function figureFindings(
  { times, progress }: TaskFamily,
  now: ReturnType<typeof figuresOf>,
  before: JobFigures | undefined,
  outcome: 'success' | 'failure' | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const name of ['updated', 'completed', 'expires'] as const) {
    const [time, created] = [now[name], now.created];
    if (time !== undefined && created !== undefined && time < created)
      findings.push(
        find(
          times[name] ?? '',
          'times',
          `must not be before ${times.created}, ${inFormat(times.format, created)}`,
          inFormat(times.format, time),
        ),
      );
  }
  if (now.expires !== undefined && now.completed !== undefined && now.expires < now.completed)
    findings.push(
      find(
        times.expires ?? '',
        'times',
        `must not be before ${times.completed}, ${inFormat(times.format, now.completed)}`,
        inFormat(times.format, now.expires),
      ),
    );
  for (const name of ['created', 'completed'] as const) {
    const [told, time] = [before?.[name], now[name]];
    // Some answers round what others cut.
    if (told === undefined || time === undefined || Math.abs(time - told) <= 1000) continue;
    const expected = `must be as before, ${inFormat(times.format, told)}`;
    findings.push(find(times[name] ?? '', 'times', expected, inFormat(times.format, time)));
  }
  if (before?.updated !== undefined && now.updated !== undefined && now.updated < before.updated)
    findings.push(
      find(
        times.updated ?? '',
        'rising',
        `must not be before ${inFormat(times.format, before.updated)}, as it was`,
        inFormat(times.format, now.updated),
      ),
    );
  // What a job that failed says of its progress says nothing.
  if (outcome !== 'failure' && before?.progress !== undefined && now.progress !== undefined && now.progress < before.progress)
    findings.push(find(progress ?? '', 'rising', `must not be less than before, ${before.progress}`, now.progress));
  return findings;
}

const inFormat = (format: 'unix' | 'rfc3339', time: number): number | string =>
  format === 'unix' ? time / 1000 : new Date(time).toISOString();

/** Is a page what the request asks for: no longer, after the item that it names, and of the items that it wants? */
export function pageFindings(
  request: ExpressionContext | undefined,
  { items: at, after, limit, filter = {} }: JobList,
  items: readonly unknown[],
  id: string,
): Finding[] {
  if (!request) return [];
  const asked = (expression: string | undefined) => (expression === undefined ? undefined : compileExpression(expression)(request));
  const findings: Finding[] = [];
  const most = Number(asked(limit) ?? Number.NaN);
  if (most > 0 && items.length > most) findings.push(find(at, 'list', `must have at most ${most} items, the limit of the request`, items));
  const start = asked(after);
  const repeats = start === undefined ? -1 : items.findIndex((item) => getAt(item, id) === start);
  if (repeats >= 0) findings.push(find(`${at}/${repeats}${id}`, 'list', 'must not be the one after which the page begins', start));
  for (const [parameter, pointer] of Object.entries(filter)) {
    const wanted = request.query.get(parameter);
    const other = wanted ? items.findIndex((item) => getAt(item, pointer) !== wanted) : -1;
    if (other >= 0)
      findings.push(
        find(`${at}/${other}${pointer}`, 'list', `must be ${JSON.stringify(wanted)}, as the request asks`, getAt(items[other], pointer)),
      );
  }
  return findings;
}

/** Does a page say of itself what it has? */
export function listFindings(body: unknown, { items: at, more, first, last }: JobList, items: readonly unknown[], id: string): Finding[] {
  const findings: Finding[] = [];
  for (const [pointer, item] of [
    [first, items[0]],
    [last, items.at(-1)],
  ] as const) {
    const told = pointer === undefined ? undefined : getAt(body, pointer);
    const own = item === undefined ? undefined : getAt(item, id);
    // On an empty page it may be empty, too.
    if (pointer === undefined || told === undefined || told === null || told === own || (own === undefined && told === '')) continue;
    findings.push(
      find(
        pointer,
        'list',
        own === undefined ? 'must be absent from an empty list' : `must be the id of its item, ${JSON.stringify(own)}`,
        told,
      ),
    );
  }
  if (more !== undefined && getAt(body, more) === true && items.length === 0)
    findings.push(find(more, 'list', 'must be false for an empty list', true));
  if (more !== undefined && getAt(body, more) === true && last !== undefined && items.length > 0 && !getAt(body, last))
    findings.push(find(last, 'list', `must be there where ${more} is true`, getAt(body, last)));
  const twice = repeated(items, id);
  if (twice !== undefined)
    findings.push(find(`${at}/${twice}${id}`, 'distinct', 'must differ from that of the items before', getAt(items[twice], id)));
  return findings;
}

/** Does what was created last come first? @param start when the item was created after which the page begins, in milliseconds */
export function orderFindings(family: TaskFamily, items: readonly unknown[], start: number | undefined): Finding[] {
  const { list, times } = family;
  if (!list?.newestFirst) return [];
  let before = start;
  for (const [index, item] of items.entries()) {
    const { created } = figuresOf(family, item);
    // Some answers round what others cut.
    if (created !== undefined && before !== undefined && created > before + 1000) {
      const expected = `must not be after ${inFormat(times.format, before)}, that of the item before`;
      return [find(`${list.items}/${index}${times.created}`, 'list', expected, inFormat(times.format, created))];
    }
    before = created ?? before;
  }
  return [];
}
