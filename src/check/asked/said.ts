/** What an answer says of what was asked for, gathered from the whole of it or from its events. */
import { compileMembers, type TakeMember } from '../../contract/judge/member-values.js';
import { formatPointer, parsePointer } from '../../contract/pointer.js';
import type { AnswerPlace } from '../../contract/prepared.js';
import { joinedPieces } from '../order/joined-text.js';

/** A value, and where it stands. */
export interface Said {
  value: unknown;
  path: readonly string[];
  /** Number of the event, from 1. */
  event: number;
}

/** Which values of a place are kept: only the first, or the last; or each; or each that differs from those before. */
export type Keep = 'first' | 'last' | 'each' | 'different';

/** A place, made ready to be looked at. */
export interface SaidPlace {
  /** Where it would be, to those who read it. */
  pointer: string;
  visit: ReturnType<typeof compileMembers>;
  /** Whether it is at a path. */
  isAt: (path: readonly string[]) => boolean;
}

export function saidPlace(place: AnswerPlace): SaidPlace {
  const whole = (place.list ?? '') + place.at;
  const parts = parsePointer(whole);
  const isPart = (given: string, index: number) => (parts[index] === '*' ? /^\d+$/.test(given) : given === parts[index]);
  return {
    pointer: whole.replace(/\/\*.*/, ''),
    visit: compileMembers(place),
    isAt: (path) => path.length === parts.length && path.every(isPart),
  };
}

/** Values of one kind; more of them say no more. */
const most = 1000;

/** Gathers what one answer says at a place, from the whole of it or from event after event. */
export class Gathering {
  readonly gathered: Said[] = [];
  readonly place: SaidPlace;
  readonly #keep: Keep;
  #event = 0;

  constructor(place: SaidPlace, keep: Keep) {
    this.place = place;
    this.#keep = keep;
  }

  /** Whether an event said something of which each time counts. */
  hasCounted(event: number): boolean {
    return this.#keep === 'each' && this.gathered.at(-1)?.event === event;
  }

  gather(piece: unknown, event: number): void {
    if (this.#keep === 'first' && this.gathered.length > 0) return;
    this.#event = event;
    this.place.visit(piece, this.#take);
  }

  readonly #take: TakeMember = (value, path) => {
    if (value === null || value === '') return;
    const { gathered } = this;
    if (this.#keep === 'first' && gathered.length > 0) return;
    if (this.#keep === 'different' && gathered.some((said) => said.value === value)) return;
    if (this.#keep !== 'last' && gathered.length >= most) return;
    const said = { value, path: path(), event: this.#event };
    if (this.#keep === 'last') gathered[0] = said;
    else gathered.push(said);
  };
}

/** A text, and where it ends. */
export interface SaidText {
  pieces: ReturnType<typeof joinedPieces>;
  pointer: string;
  event: number;
}

/** The text of each alternative, or of each item, by the first index of its place; of a stream it is one. */
export class SaidTexts {
  readonly texts = new Map<string, SaidText>();
  readonly #place: SaidPlace;
  readonly #isStream: boolean;
  /** To which the last event added. */
  #grown: SaidText[] = [];

  constructor(place: SaidPlace, isStream: boolean) {
    this.#place = place;
    this.#isStream = isStream;
  }

  /** Adds another piece to what the last event added to; that is one text. */
  grow(piece: string, event: number): void {
    const [text] = this.#grown;
    text?.pieces.add(piece);
    if (text) text.event = event;
  }

  /** To how many the last event added. */
  get grown(): number {
    return this.#grown.length;
  }

  gather(piece: unknown, event: number): void {
    this.#grown = [];
    this.#place.visit(piece, (value, path) => {
      if (typeof value !== 'string') return;
      const at = path();
      const key = this.#isStream ? '' : (at.find((part) => /^\d+$/.test(part)) ?? '');
      const text = this.texts.get(key) ?? { pieces: joinedPieces(), pointer: '', event };
      text.pieces.add(value);
      Object.assign(text, { pointer: formatPointer(at), event });
      this.texts.set(key, text);
      if (value !== '') this.#grown.push(text);
    });
  }
}
