/** Is each piece of a streamed text what is new of it? Some upstreams tell all of it again, each time or in the end. */
import { formatPointer } from '../../contract/pointer.js';
import type { FurtherPromise } from './further.js';
import type { Misfit } from './misfit.js';
import type { SaidPlace } from './said.js';

/** Pieces, of which each goes on from the one before, that no text has by chance, where the last is that long. */
const [enough, long] = [4, 20];

export class NewPieces implements FurtherPromise {
  readonly #place: SaidPlace;
  readonly #first: string[] = [];
  /** Characters before the last piece. */
  #length = 0;
  #last = '';
  #pointer = '';
  #event = 0;
  /** Whether the last event had one: what is like it may be another kind of text. */
  #hasGrown = false;

  constructor(place: SaidPlace) {
    this.#place = place;
  }

  /** Number of the event that had the last. */
  get latest(): number {
    return this.#event;
  }

  gather(piece: unknown, event: number): void {
    this.#hasGrown = false;
    this.#place.visit(piece, (text, path) => {
      if (typeof text !== 'string' || text === '') return;
      this.#pointer = formatPointer(path());
      this.#hasGrown = true;
      this.grow(text, event);
    });
  }

  grow(text: string, event: number): void {
    if (!this.#hasGrown) return;
    if (this.#first.length < enough) this.#first.push(text);
    this.#length += this.#last.length;
    this.#last = text;
    this.#event = event;
  }

  misfit(): Misfit | undefined {
    if (this.#first.length < enough) return undefined;
    const goesOn = (text: string, index: number) =>
      index === 0 || (text !== this.#first[index - 1] && text.startsWith(this.#first[index - 1] ?? ''));
    const isEach = this.#first.every(goesOn) && (this.#first.at(-1) ?? '').length >= long;
    const isLast =
      this.#last.length >= long && this.#last.length === this.#length && this.#last.startsWith(this.#first.slice(0, -1).join(''));
    if (!isEach && !isLast) return undefined;
    return {
      event: this.#event,
      pointer: this.#pointer,
      expected: 'must be what is new of the text, not all of it again',
      got: this.#last,
    };
  }
}
