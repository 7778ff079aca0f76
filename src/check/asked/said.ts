/** What an answer says of what was asked for, gathered from the whole of it or from its events. */
import { visitMembers } from '../../contract/judge/member-values.js';
import { formatPointer } from '../../contract/pointer.js';
import type { AnswerPlace, AskedPlaces } from '../../contract/prepared.js';
import { joinedPieces } from '../order/joined-text.js';

/** A value, and where it stands. */
export interface Said {
  value: unknown;
  path: readonly string[];
  /** Number of the event, from 1. */
  event: number;
}

/** What is gathered where. */
export interface Gathering {
  place: AnswerPlace;
  gathered: Said[];
  /** Only the first, or the last, is looked for; or each that differs from those before. */
  keep: 'first' | 'last' | 'each' | 'different';
}

/** Values of one kind; more of them say no more. */
const most = 1000;

/** Gathers from one event, or from the whole answer. */
export function gather({ place, gathered, keep }: Gathering, piece: unknown, event: number): void {
  if (keep === 'first' && gathered.length > 0) return;
  visitMembers(piece, place, (value, path) => {
    if (value === null || value === '') return;
    if (keep === 'first' && gathered.length > 0) return;
    if (keep === 'different' && gathered.some((said) => said.value === value)) return;
    const said = { value, path: path.slice(), event };
    if (keep === 'last') gathered[0] = said;
    else if (gathered.length < most) gathered.push(said);
  });
}

export const gathering = (places: AskedPlaces | undefined, isStream: boolean, keep: Gathering['keep']): Gathering | undefined => {
  const place = isStream ? places?.event : places?.answer;
  return place && { place, gathered: [], keep };
};

/** A text, and where it ends. */
export interface SaidText {
  pieces: ReturnType<typeof joinedPieces>;
  pointer: string;
  event: number;
}

/** The text of each alternative, or of each item, by the first index of its place; of a stream it is one. */
export class SaidTexts {
  readonly texts = new Map<string, SaidText>();

  constructor(
    readonly place: AnswerPlace,
    readonly isStream: boolean,
  ) {}

  gather(piece: unknown, event: number): void {
    visitMembers(piece, this.place, (value, path) => {
      if (typeof value !== 'string') return;
      const key = this.isStream ? '' : (path.find((part) => /^\d+$/.test(part)) ?? '');
      const text = this.texts.get(key) ?? { pieces: joinedPieces(), pointer: '', event };
      text.pieces.add(value);
      Object.assign(text, { pointer: formatPointer(path), event });
      this.texts.set(key, text);
    });
  }
}
