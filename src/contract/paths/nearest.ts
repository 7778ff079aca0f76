/** Which path of the contract is meant by one that it does not have: with parts missing or too many, or a part misspelt. */
import type { PreparedOperation } from '../prepared.js';

type Routable = Pick<PreparedOperation, 'method' | 'path'>;

/** Longer paths are no slip of the pen, and would take a while. */
const longestPath = 200;
/** The share that has to be common; less than a third is none. */
const leastShare = 0.3;

/** Whether a word is another one with a slip: what differs is a letter for each three of the longer one, and two at most. */
function isSlip(a: string, b: string): boolean {
  const [least, most] = [a.length, b.length].sort((one, other) => one - other) as [number, number];
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return most - start - end <= Math.min(2, most / 3);
}

/** How much of a path and a template is common, in their order, as a share of all that there is: 0 to 1. */
function likeness(path: readonly string[], template: string): number {
  let common = 0;
  let all = path.join('').length;
  let from = 0;
  let owner = '';
  for (const part of template.toLowerCase().split('/').slice(1)) {
    const fixed = part.replace(/\{.*\}/, '');
    const index = path.findIndex((given, at) => {
      if (at < from) return false;
      if (part === fixed) return isSlip(given, fixed);
      // What is nothing but a parameter fits behind its own part only.
      return fixed === '' ? at > 0 && at === from && isSlip(path[at - 1] as string, owner) : given.endsWith(fixed);
    });
    all += fixed.length;
    owner = part;
    const given = path[index];
    if (given === undefined) continue;
    common += fixed.length;
    all -= given.length;
    from = index + 1;
  }
  return common / all;
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
