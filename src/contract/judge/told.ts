/** How much is told of what was found: a body may be wrong in a hundred thousand places. */

/** The findings that one stands for. */
export interface Further {
  count: number;
  /** Whether these are all: where very much is wrong, nobody looks for the rest. */
  isAll: boolean;
  /** Set where they are the mistake that all findings before them are, such as in further items of a list. */
  isSame?: true;
}

/** Findings that are told one by one. */
export const mostTold = 20;

const words = ({ count, isAll }: Further): string => (count === 0 ? 'and more' : `and ${isAll ? '' : 'at least '}${count} more`);

/** A finding that stands for others. */
export const further = (place: string, stands: Further) => {
  const message = words(stands);
  return { in: place, pointer: '', field: '', keyword: 'further', expected: message, got: 'nothing', message, further: stands };
};

/** What stands at the end of a list for whatever nobody looked for any more. */
export const unsought = (place: string) => further(place, { count: 0, isAll: false });

interface Finding {
  in: string;
  further?: Further;
}

const sumOf = (findings: readonly Finding[]): Further => ({
  count: findings.reduce((sum, { further: { count } = { count: 1 } }) => sum + count, 0),
  isAll: findings.every(({ further: { isAll } = { isAll: true } }) => isAll),
});

/** The first of the findings, and how many more there are. */
export function told<One extends Finding>(findings: readonly One[]): (One | ReturnType<typeof further>)[] {
  const first = findings.slice(0, mostTold).filter((finding) => finding.further === undefined);
  const rest = findings.slice(first.length);
  return rest.length === 0 ? first : [...first, further(rest[0]?.in ?? '', sumOf(rest))];
}

/** What stands behind the first finding for all others; empty where it is the only one. */
export const moreThanFirst = ([, ...others]: readonly Finding[]): string => (others.length === 0 ? '' : ` (${words(sumOf(others))})`);
