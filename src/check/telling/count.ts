/** What was found, each mistake once: five hundred answers with the same one are one finding. */
import { collapsed } from '../../contract/pointer.js';
import type { ContractViolation } from '../violation.js';

/** A mistake, and how often it was found. */
export interface CountedViolation {
  /** As it was found first. */
  violation: ContractViolation;
  count: number;
  /** Whether other values came in the further ones, or other places of a list. */
  varies: boolean;
}

/** What a violation is of: the place, indices and numbers of events apart, and what the contract asks for there. */
export const mistakeOf = ({ operation, part, in: place, pointer, keyword, expected }: Omit<ContractViolation, 'message'>): string =>
  JSON.stringify([operation, part, place.replace(/\d+$/, '*'), collapsed(pointer), keyword, expected]);

/** In the order in which they were found first. */
export function countViolations(violations: Iterable<ContractViolation>): CountedViolation[] {
  const found = new Map<string, CountedViolation>();
  for (const violation of violations) {
    const mistake = mistakeOf(violation);
    const known = found.get(mistake);
    if (!known) found.set(mistake, { violation, count: 1, varies: false });
    else {
      known.count++;
      known.varies ||= known.violation.message !== violation.message;
    }
  }
  return [...found.values()];
}

/** In one line. */
export const countedLine = ({ violation: { message }, count, varies }: CountedViolation): string =>
  count === 1 ? message : `${message} (${count} times${varies ? ', also elsewhere or with other values' : ''})`;
