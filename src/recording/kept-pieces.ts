/** Keeps the pieces of a body that is to be recorded, up to a bound, so that no response fills the memory. */
import { type RecordedResponse, toRecordedBody } from './recording.js';

/** Of one body, in characters. Answers are far shorter; it is films and endless streams that are cut. */
export const mostKept = 4 * 2 ** 20;

export class KeptPieces {
  readonly #elapsed: () => number;
  readonly #pieces: { at: number; text: string }[] = [];
  #kept = 0;
  #dropped = 0;

  /** @param elapsed milliseconds since the request was sent */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  add(text: string): void {
    const room = Math.max(0, mostKept - this.#kept);
    const kept = text.length > room ? text.slice(0, room) : text;
    this.#dropped += text.length - kept.length;
    this.#kept += kept.length;
    if (kept !== '' || text === '') this.#pieces.push({ at: this.#elapsed(), text: kept });
  }

  /**
   * As it is recorded. What is not all there did not end, for whoever reads it.
   * @param headers names in lower case
   */
  recorded({ ended, headers }: Pick<RecordedResponse, 'ended' | 'headers'>): Omit<RecordedResponse, 'status' | 'headers'> {
    const isStream = /^text\/event-stream/.test(headers['content-type'] ?? '');
    const body = isStream ? { chunks: this.#pieces } : toRecordedBody(this.#pieces.map(({ text }) => text).join(''), true);
    return this.#dropped === 0 ? { ended, ...body } : { ended: ended === 'end' ? 'cancel' : ended, dropped: this.#dropped, ...body };
  }
}
