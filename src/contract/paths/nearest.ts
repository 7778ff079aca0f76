/** Which path of the contract is meant by one that it does not have: with parts missing or too many, or a part misspelt. */
import type { PreparedOperation } from '../prepared.js';

type Routable = Pick<PreparedOperation, 'method' | 'path'>;

/** Longer paths are no slip of the pen, and would take a while. */
const longestPath = 200;
/** The share that has to be common; less than a third is none. */
const leastShare = 0.3;

/** Whether a word is another one with a slip: a letter too many, too few or wrong, for each three of them, and two at most. */
function isSlip(a: string, b: string): boolean {
  const most = Math.min(2, Math.floor(Math.max(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return (row[b.length] as number) <= most;
}

/** A part of a template. */
interface Part {
  /** Length of its fixed text. */
  weight: number;
  /** @param before part of the path before the given one: what is nothing but a parameter fits behind its own part only */
  fits(given: string, before: string | undefined): boolean;
}

function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  for (const text of template.toLowerCase().split('/').slice(1)) {
    const fixed = text.replace(/\{[^}]*\}/, '');
    const owner = parts.at(-1);
    const fits: Part['fits'] = !text.includes('{')
      ? (given) => given === fixed || isSlip(given, fixed)
      : fixed !== ''
        ? (given) => given.endsWith(fixed)
        : (_, before) => before !== undefined && owner?.fits(before, undefined) === true;
    parts.push({ weight: fixed.length, fits });
  }
  return parts;
}

/** How much of a path and a template is common, in their order, as a share of all that there is: 0 to 1. */
function likeness(path: readonly string[], template: string): number {
  const parts = partsOf(template);
  // The most that the first parts of both have in common: characters of the template, and of the path.
  let best = path.map(() => ({ template: 0, path: 0 }));
  best.push({ template: 0, path: 0 });
  for (const { weight, fits } of parts) {
    const next = [{ template: 0, path: 0 }];
    for (const [index, given] of path.entries()) {
      const [skipped, left, before] = [best[index + 1], next[index], best[index]] as { template: number; path: number }[];
      const taken =
        before && fits(given, path[index - 1]) ? { template: before.template + weight, path: before.path + given.length } : undefined;
      const options = [taken, skipped, left].filter((option) => option !== undefined);
      next.push(options.reduce((most, option) => (option.template > most.template ? option : most)));
    }
    best = next;
  }
  const common = best.at(-1) ?? { template: 0, path: 0 };
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const given = path.reduce((sum, { length }) => sum + length, 0);
  const all = whole + given - common.path;
  return all === 0 ? 0 : common.template / all;
}

/** The operation whose path makes sense of this one, if any does; of several that are as like, the first with the method. */
export function nearest<T extends Routable>(operations: readonly T[], path: string, method?: string): T | undefined {
  if (path.length > longestPath) return undefined;
  const given = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  let best: T | undefined;
  let most = leastShare;
  for (const operation of operations) {
    const share = likeness(given, operation.path);
    const hasMethod = share === most && operation.method === method && best !== undefined && best.method !== method;
    if (share > most || hasMethod) [best, most] = [operation, share];
  }
  return best;
}
