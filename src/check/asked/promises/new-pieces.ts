/** Is each piece of a streamed text what is new of it, in whole characters? Some upstreams tell all of it again, each time or in the end. */
import { formatPointer } from '../../../contract/pointer.js';
import type { Misfit } from '../said/misfit.js';
import type { SaidPlace } from '../said/said.js';
import type { FurtherPromise } from './further.js';

/** Pieces, of which each begins with all of the one before, or the last with all of them: no text has so many by chance, where the last is that long. */
const [enough, long] = [3, 12];

/** Characters of the beginning that are kept, at least, where there are as many. */
const opening = 40;

/** What stands for half of a character, whose bytes were cut in two. */
const half = '\ufffd';

/** So long a text is told in two pieces, and then in one, by no chance either. */
const longer = 24;

export class NewPieces implements FurtherPromise {
  readonly #place: SaidPlace;
  readonly #first: string[] = [];
  #count = 0;
  /** Whether each piece so far goes on from the one before. */
  #isEach = true;
  /** Characters before the last piece. */
  #length = 0;
  #last = '';
  #beginning = '';
  #isTorn = false;
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

  /** What all of them begin with. */
  get beginning(): string {
    return this.#beginning;
  }

  get last(): string {
    return this.#last;
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
    this.#count++;
    if (this.#count <= enough) this.#first.push(text);
    this.#isEach &&= text !== this.#last && text.startsWith(this.#last);
    if (this.#beginning.length < opening) this.#beginning += text;
    this.#isTorn ||= text.startsWith(half) && this.#last.endsWith(half);
    this.#length += this.#last.length;
    this.#last = text;
    this.#event = event;
  }

  misfit(): Misfit | undefined {
    const [event, pointer, got] = [this.#event, this.#pointer, this.#last];
    if (this.#isTorn) return { event, pointer, expected: 'must be of whole characters, each in one event', got: half };
    if (this.#last.length < long || this.#count < enough) return undefined;
    const isMany = this.#count > enough || this.#last.length >= longer;
    const isLast = isMany && this.#last.length === this.#length && this.#last.startsWith(this.#first.slice(0, this.#count - 1).join(''));
    if (!this.#isEach && !isLast) return undefined;
    return { event, pointer, expected: 'must be what is new of the text, not all of it again', got };
  }
}
