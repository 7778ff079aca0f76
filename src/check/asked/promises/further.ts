/** A further promise of an answer, kept track of beside those about its words. */
import type { Misfit } from '../said/misfit.js';

/** What is known of an answer at its end. */
export interface AnswerEnd {
  /** Why it ended; absent where nothing tells. */
  word: string | undefined;
  /** Whether it ended by itself: nothing of it is missing. */
  isWhole: boolean;
  hasCall: boolean;
  /** Its only text, as far as that is kept. */
  text: string | undefined;
  hasThoughts: boolean;
}

export interface FurtherPromise {
  /** Whether each event of a stream has its own part in it, be it like the one before or not; false if left out. */
  goesByPieces?: true;
  gather(piece: unknown, event: number): void;
  /** Takes a piece of what the last event added to, where it does not go by each event. */
  grow?(text: string, event: number): void;
  /** What is broken, if anything. */
  misfit(end: AnswerEnd): Misfit | undefined;
}
