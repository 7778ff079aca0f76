/** What was found, each mistake once: five hundred answers with the same one are one finding. */
import { type ContractViolation, mistakeOf } from '../findings/violation.js';

/** A mistake, and how often it was found. */
export interface CountedViolation {
  /** As it was found first. */
  violation: ContractViolation;
  count: number;
  /** Whether there are more than were counted: where very much is wrong, nobody looks for the rest. */
  isAtLeast: boolean;
  /** Whether other values came in the further ones, or other places of a list. */
  varies: boolean;
}

/** In the order in which they were found first. */
export function countViolations(violations: Iterable<ContractViolation>): CountedViolation[] {
  const found = new Map<string, CountedViolation>();
  let last: CountedViolation | undefined;
  for (const violation of violations) {
    // What is counted and not told follows what it is like.
    const { further } = violation;
    if (further?.isSame && last) {
      last.count += further.count;
      last.isAtLeast ||= !further.isAll;
      last.varies = true;
      continue;
    }
    const mistake = mistakeOf(violation);
    const known = found.get(mistake);
    if (known) {
      known.count++;
      known.varies ||= known.violation.message !== violation.message;
    }
    last = known ?? { violation, count: 1, isAtLeast: false, varies: false };
    if (!known) found.set(mistake, last);
  }
  return [...found.values()];
}

/** In one line. */
export const countedLine = ({ violation: { message }, count, isAtLeast, varies }: CountedViolation): string =>
  count === 1
    ? message
    : `${message} (${isAtLeast ? 'at least ' : ''}${count} times${varies ? ', also elsewhere or with other values' : ''})`;
