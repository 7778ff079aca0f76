/** What an answer says of what was asked for, gathered from the whole of it or from its events. */
import { compilePlaces, type Places } from '../../../contract/judge/member-values.js';
import { formatPointer, parsePointer } from '../../../contract/pointer.js';
import type { AnswerPlace } from '../../../contract/prepared/member-place.js';
import { joinedPieces } from '../../order/joined-text.js';

/** A value, and where it stands. */
export interface Said {
  value: unknown;
  /** Index of its place, and the numbers of the items that it is in. */
  place: number;
  items: readonly number[];
  /** Number of the event, from 1. */
  event: number;
}

/** Takes a value; `path` tells where it stands, for as long as the call lasts. */
export type TakeMember = (value: unknown, path: () => string[]) => void;

/** Which values of a place are kept: only the first, or the last; or each; or each that differs from those before. */
export type Keep = 'first' | 'last' | 'each' | 'different';

/** A place, made ready to be looked at. */
export interface SaidPlace {
  /** Where it would be, to those who read it. */
  pointer: string;
  visit: (body: unknown, take: TakeMember) => void;
  /** Whether it is at a path. */
  isAt: (path: readonly string[]) => boolean;
}

/** The same place in the older form. */
const olderPlace = ({ older, ...place }: AnswerPlace): AnswerPlace[] => (older === undefined ? [] : [{ ...place, at: older }]);

export function saidPlace(place: AnswerPlace): SaidPlace {
  const whole = (place.list ?? '') + place.at;
  const parts = parsePointer(whole);
  const isPart = (given: string, index: number) => (parts[index] === '*' ? /^\d+$/.test(given) : given === parts[index]);
  const { visit, pathOf } = compilePlaces([place, ...olderPlace(place)]);
  return {
    pointer: whole.replace(/\/\*.*/, ''),
    visit: (body, take) => visit(body, (index, value, items) => take(value, () => pathOf(index, items))),
    isAt: (path) => path.length === parts.length && path.every(isPart),
  };
}

/** Values of one kind; more of them say no more. */
const most = 1000;

export interface KeptPlace {
  keep: Keep;
  at: AnswerPlace;
}

/** Places that are all looked at in one walk: most answers have something at a few of them. */
export interface KeptPlaces extends Places {
  keeps: readonly Keep[];
  /** Of those in older forms, which come behind all others: which of these they are. */
  older: readonly number[];
}

export function keptPlaces(places: readonly KeptPlace[]): KeptPlaces {
  const older = places.flatMap(({ at }, index) => olderPlace(at).map((place) => ({ index, place })));
  return {
    keeps: places.map(({ keep }) => keep),
    older: older.map(({ index }) => index),
    ...compilePlaces([...places.map(({ at }) => at), ...older.map(({ place }) => place)]),
  };
}

const nothing: readonly Said[] = [];

/** Gathers what one answer says at its places. */
export class Gathering {
  readonly #places: KeptPlaces;
  readonly #said: (Said[] | undefined)[] = [];
  #event = 0;

  constructor(places: KeptPlaces) {
    this.#places = places;
  }

  /** What it says at a place so far. @param index of the place; there may be none */
  at(index: number | undefined): readonly Said[] {
    return (index === undefined ? undefined : this.#said[index]) ?? nothing;
  }

  /** Where something that it says stands. */
  pointerOf({ place, items }: Said): string {
    return formatPointer(this.#places.pathOf(place, items));
  }

  /** Whether it stands in the older form. */
  isOlder({ place }: Said): boolean {
    return place >= this.#places.keeps.length;
  }

  /** Whether an event said something of which each time counts. */
  hasCounted(event: number): boolean {
    return this.#places.keeps.some((keep, index) => keep === 'each' && this.#said[index]?.at(-1)?.event === event);
  }

  gather(piece: unknown, event: number): void {
    this.#event = event;
    this.#places.visit(piece, this.#take);
  }

  readonly #take = (place: number, value: unknown, items: readonly number[]): void => {
    if (value === null || value === '') return;
    const { keeps, older } = this.#places;
    const index = place < keeps.length ? place : (older[place - keeps.length] as number);
    const keep = keeps[index];
    let said = this.#said[index];
    if (said && (keep === 'first' || (keep === 'different' && said.some((one) => one.value === value)))) return;
    if (said && keep !== 'last' && said.length >= most) return;
    if (!said) {
      said = [];
      this.#said[index] = said;
    }
    const one = { value, place, items: items.slice(), event: this.#event };
    if (keep === 'last') said[0] = one;
    else said.push(one);
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
