/** One way in which the documentation says something else than the contract. */
export interface Difference {
  kind: 'unknown-field' | 'unknown-value' | 'violation';
  /** JSON pointer into the example, or into the described value, with `*` for every element. */
  pointer: string;
  message: string;
  /** Of a member, the one of the contract that it may have been. */
  before?: string;
  after?: string;
}
