/** Do the parts of a request belong together: results to calls, choices to tools, as `x-refers` says? And are they what the vendor of the model takes? */
import { formsOf, isMedium } from '../media/medium.js';
import { formatPointer, getAt } from '../pointer.js';
import type { AnswerPlace } from '../prepared/member-place.js';
import type { ExcusePlace, ReferenceRule } from '../prepared/reference-rule.js';
import { fieldName, inWords, shorten } from './explain.js';
import { compilePlaces, type Places } from './member-values.js';
import { wayToMisfit } from './strict-schema.js';
import { unsought } from './told.js';
import { mostErrors } from './validate.js';
import type { JudgedWarning } from './warning.js';

/** A value, and where it stands. */
interface Found {
  value: unknown;
  path: string[];
}

/** A place where any value is meant, or only texts. */
type Wanted = AnswerPlace & Pick<ReferenceRule, 'most' | 'least' | 'strict' | 'falling'>;

/** Those of the contract are few, and asked for with each request. */
const compiled = new WeakMap<readonly Wanted[], Places>();

/** The values at each of several places. */
function valuesAt(body: unknown, places: readonly Wanted[]): readonly (Found[] | undefined)[] {
  const known = compiled.get(places) ?? compilePlaces(places);
  compiled.set(places, known);
  const found: Found[][] = [];
  known.visit(body, (index, value, items) => {
    if (typeof value !== 'string' || value === '') {
      const { most, least, strict, falling } = places[index] as Wanted;
      if (value === null || (most === undefined && least === undefined && !strict && !falling)) return;
    }
    const one = { value, path: known.pathOf(index, items) };
    const before = found[index];
    if (before) before.push(one);
    else found[index] = [one];
  });
  return found;
}

/** The places of rules, and behind each the further ones of the same rule. */
const spread = new WeakMap<readonly ReferenceRule[], Wanted[]>();

function spreadPlaces(rules: readonly ReferenceRule[]): readonly Wanted[] {
  const all =
    spread.get(rules) ??
    rules.flatMap(({ also = [], ...rule }) => {
      const { most, least, strict, falling } = rule;
      return [rule, ...also.map((place) => ({ most, least, strict, falling, ...place }))];
    });
  spread.set(rules, all);
  return all;
}

/** Each pattern is made once, too. */
const patterns = new Map<string, RegExp>();

function fits(pattern: string, text: unknown): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return typeof text === 'string' && known.test(text);
}

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** The number of the item of the outermost list. */
const position = ({ path }: Found): number => Number(path.find(isNumber) ?? 0);

function breaks({ message = '', medium }: ReferenceRule, { value, path }: Found): JudgedWarning {
  const expected = medium ? formsOf(medium) : message;
  const pointer = formatPointer(path);
  const finding = { in: 'body', pointer, field: fieldName(pointer), keyword: 'x-refers', expected, got: shorten(value) };
  return { ...finding, message: inWords(finding) };
}

/** What refers to nothing, or stands twice. The contract does not refuse it, since nobody has seen the gateway do so. */
export function judgeReferences(rules: readonly ReferenceRule[], body: unknown): JudgedWarning[] {
  if (rules.length === 0) return [];
  const found: { rule: ReferenceRule; value: Found }[] = [];
  const places = spreadPlaces(rules);
  const all = valuesAt(body, places);
  if (all.length === 0) return [];
  let at = 0;
  for (const rule of rules) {
    const end = at + 1 + (rule.also?.length ?? 0);
    const values = rule.also ? all.slice(at, end).flatMap((some) => some ?? []) : (all[at] ?? []);
    at = end;
    // Most requests have none.
    if (values.length === 0 || (rule.models && !fits(rule.models, getAt(body, '/model')))) continue;
    if (isExcused(rule, body)) continue;
    for (const judge of judges) for (const value of judge(rule, values, body)) found.push({ rule, value });
  }
  const told = found.slice(0, mostErrors).map(({ rule, value }) => breaks(rule, value));
  return found.length > mostErrors ? [...told, unsought('body')] : told;
}

/** Whether something is there that makes a rule one for others. */
const isExcused = ({ unless }: ReferenceRule, body: unknown): boolean =>
  unless !== undefined &&
  valuesAt(body, unless).some((found, index) => {
    const { pattern } = unless[index] as ExcusePlace;
    return found?.some(({ value }) => pattern === undefined || fits(pattern, value));
  });

/** Values that refer to nothing. */
function lost({ to, before, after }: ReferenceRule, values: readonly Found[], body: unknown): Found[] {
  if (!to) return [];
  if (after) return unanswered(values, to, body);
  // The first place of each counts.
  const targets = new Map<unknown, number>();
  for (const target of valuesAt(body, to).flatMap((found) => found ?? []))
    if (!targets.has(target.value)) targets.set(target.value, position(target));
  return values.filter((found) => {
    const at = targets.get(found.value);
    return at === undefined || (before === true && at >= position(found));
  });
}

/** Values for which there is none of their own in an item after theirs. What the last item has may be answered later. */
function unanswered(values: readonly Found[], to: readonly AnswerPlace[], body: unknown): Found[] {
  const answers = new Map<unknown, number[]>();
  for (const answer of valuesAt(body, to).flatMap((found) => found ?? [])) {
    const places = answers.get(answer.value);
    if (places) places.push(position(answer));
    else answers.set(answer.value, [position(answer)]);
  }
  for (const places of answers.values()) places.sort((one, other) => other - one);
  const { path } = values[0] as Found;
  const list = getAt(body, formatPointer(path.slice(0, path.findIndex(isNumber))));
  const end = (Array.isArray(list) ? list.length : 0) - 1;
  return values.filter((found) => {
    const from = position(found);
    const places = answers.get(found.value) ?? [];
    // What stands before this one stands before all that follow.
    while (places.length > 0 && (places.at(-1) as number) <= from) places.pop();
    return places.pop() === undefined && from < end;
  });
}

/** Values beyond as many as there are of those that they are. */
function again({ to, once }: ReferenceRule, values: readonly Found[], body: unknown): Found[] {
  if (!to || !once || twice({ distinct: 'body' }, values).length === 0) return [];
  const left = new Map<unknown, number>();
  for (const { value } of valuesAt(body, to).flatMap((found) => found ?? [])) left.set(value, (left.get(value) ?? 0) + 1);
  return values.filter(({ value }) => {
    const rest = left.get(value);
    if (rest !== undefined) left.set(value, rest - 1);
    return rest !== undefined && rest <= 0;
  });
}

function twice({ distinct }: Pick<ReferenceRule, 'distinct'>, values: readonly Found[]): Found[] {
  if (!distinct) return [];
  const seen = new Set<unknown>();
  return values.filter((found) => {
    const key = distinct === 'item' ? `${position(found)} ${found.value}` : found.value;
    return seen.has(key) || !seen.add(key);
  });
}

/** Values beyond the most that there may be. */
const tooMany = ({ most }: ReferenceRule, values: readonly Found[]): readonly Found[] =>
  most === undefined ? [] : values.slice(most, most + 1);

/** Numbers that are too small, and lists that are too short. */
const tooSmall = ({ least }: ReferenceRule, values: readonly Found[]): Found[] =>
  least === undefined
    ? []
    : values.filter(({ value }) => {
        const size = Array.isArray(value) ? value.length : value;
        return typeof size === 'number' && size < least;
      });

/** Values whose word comes before that of one before them. Those that have none count as the last word. */
function misordered({ falling }: ReferenceRule, values: readonly Found[]): readonly Found[] {
  if (!falling) return [];
  const { at, words } = falling;
  let lowest = 0;
  return values.filter(({ value }) => {
    const place = words.indexOf(String(getAt(value, at) ?? words.at(-1)));
    const isHigher = place >= 0 && place < lowest;
    lowest = Math.max(lowest, place);
    return isHigher;
  });
}

/** Whether a value is the last of each list that it is in. */
const isLast = (body: unknown, { path }: Found): boolean =>
  path.every((part, depth) => {
    const list = isNumber(part) ? getAt(body, formatPointer(path.slice(0, depth))) : undefined;
    return !Array.isArray(list) || Number(part) === list.length - 1;
  });

/** Values of another form than the pattern's. */
const misshapen = ({ pattern, last }: ReferenceRule, values: readonly Found[], body: unknown): Found[] =>
  pattern === undefined ? [] : values.filter((found) => !fits(pattern, found.value) && (!last || isLast(body, found)));

/** Schemas within schemas that are of another form than they may be. */
const loose = ({ strict }: ReferenceRule, values: readonly Found[]): Found[] =>
  values.flatMap(({ value, path }) => {
    const below = strict && wayToMisfit(value, strict);
    return below ? [{ value: getAt(value, formatPointer(below)), path: [...path, ...below] }] : [];
  });

/** Texts that are no medium in a form that it may have. */
const noMedia = ({ medium }: ReferenceRule, values: readonly Found[], body: unknown): Found[] =>
  medium === undefined
    ? []
    : values.filter(({ value, path }) => {
        const named = medium.type && getAt(body, formatPointer([...path.slice(0, -1), medium.type]));
        return !isMedium(value as string, medium, named);
      });

const judges = [noMedia, lost, again, twice, tooMany, tooSmall, misordered, misshapen, loose];
