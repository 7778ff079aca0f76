/** One difference between two versions of the contract, and what it means for those who use it. */
export const levels = ['docs', 'non-breaking', 'breaking'] as const;
export type Level = (typeof levels)[number];

export interface Change {
  level: Level;
  /** Rule that judged it. */
  rule: string;
  text: string;
  /** What the text is about, where that is a schema component. */
  component?: string;
  /** Names of fields and values in the text. */
  subjects: string[];
  /** Ids of the operations that it touches. */
  operations: string[];
  /** Documentation pages that it touches, as title paths. */
  pages: string[];
}

/** A change about which nothing is known yet but its text. */
export const change = (level: Level, rule: string, text: string, more: Partial<Change> = {}): Change => ({
  level,
  rule,
  text,
  subjects: [],
  operations: [],
  pages: [],
  ...more,
});
