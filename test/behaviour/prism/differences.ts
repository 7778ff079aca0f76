/**
 * Where the mock and Prism differ, and why: the one list. Whatever is not in it is a defect, and what no longer differs turns a test red,
 * so that it is taken out.
 */
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';

/** Places that one judge finds wrong in a request, and the other does not. */
export interface VerdictDifference {
  reason: string;
  finder: 'prepared' | 'prism';
  /** @param finds what both find, with places such as `body/messages/0` */
  applies: (place: string, finds: { prepared: readonly Finding[]; prism: readonly Finding[] }) => boolean;
}

export interface Finding {
  place: string;
  /** JSON Schema keyword that is not met. */
  keyword: string;
}

export const isWithin = (place: string, outer: string): boolean => place === outer || place.startsWith(`${outer}/`);

/** That none of several alternatives fits. */
export const isChoice = ({ keyword }: Finding): boolean => keyword === 'oneOf' || keyword === 'anyOf';

export const verdictDifferences: readonly VerdictDifference[] = [
  {
    reason: 'Where no alternative fits, Prism reports what is wrong with each, and the mock what is wrong with the one that was meant.',
    finder: 'prism',
    applies: (place, { prepared, prism }) =>
      prism.filter(isChoice).some((choice) => isWithin(place, choice.place) && prepared.some((ours) => isWithin(ours.place, choice.place))),
  },
];

/** Documented answers that stock `prism mock` does not give; `Prefer: code=` alone has it give their status. */
export interface StockLimit {
  reason: string;
  applies: (operation: PreparedOperation, example: PreparedExample) => boolean;
}

export const stockLimits: readonly StockLimit[] = [
  {
    reason:
      'The errors of a dialect are response components that its operations share, so the bundle has no place for the error of one job: `code=` gives the status, with the first body that the dialect has for it.',
    applies: (_, { status }) => status >= 400,
  },
];
