/** Where members of a list stand, and which of its items have them. */
export interface MemberPlace {
  /** The items, such as `/messages/*`; the body itself, if it is absent. */
  list?: string;
  /** Values of members by which items are chosen. */
  when?: Record<string, string[]>;
  /** The member of an item. */
  at: string;
}

/** Where an answer, or an event, says something. */
export interface AnswerPlace extends MemberPlace {
  /** Member that the items do not have, or not as something true. */
  lacks?: string;
  /** Where an older form has the same. */
  older?: string;
}
