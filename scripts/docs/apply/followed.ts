/** What is recorded of a page that was not followed in all: what is left has to be found again. */
import { type Change, type Fact, sortedFacts } from '../facts/fact.js';

const named = ['field', 'param', 'header', 'status', 'example'];

const isWithin = (pointer: string, address: string): boolean =>
  pointer === address || (pointer.startsWith(address) && /^[/# ]/.test(pointer.slice(address.length)));

/** Whether a fact is on one side of a change. */
function isOf({ kind, pointer, to }: Change, value: string | undefined, fact: Fact, address = to ?? pointer): boolean {
  if (to !== undefined || (named.includes(kind) && value !== undefined)) return isWithin(fact.pointer, address);
  return fact.kind === kind && fact.pointer === address && (value === undefined || fact.value === value);
}

/** The facts of a page with what is left as it was before. */
export function followedFacts(before: readonly Fact[], after: readonly Fact[], left: readonly Change[]): Fact[] {
  const kept = after.filter(
    (fact) => !left.some((change) => (change.to !== undefined || change.after !== undefined) && isOf(change, change.after, fact)),
  );
  const old = before.filter((fact) =>
    left.some((change) => (change.to !== undefined || change.before !== undefined) && isOf(change, change.before, fact, change.pointer)),
  );
  return sortedFacts([...kept, ...old]);
}
