/** What does not fit. */
export interface Misfit {
  /** Number of the event, from 1; 1 in a whole answer. */
  event: number;
  pointer: string;
  expected: string;
  got: unknown;
}
