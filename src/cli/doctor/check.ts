/** What the doctor finds of one thing: that it is right, that it is worth knowing, or that something will not work. */
export interface Check {
  outcome: 'ok' | 'note' | 'wrong';
  /** What was looked at, in a word or two. */
  what: string;
  found: string;
  /** What to do about it. */
  advice?: string;
}
