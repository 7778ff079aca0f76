/** How far the parts of a stream are. */
import { type JoinedPieces, joinedPieces } from './joined-text.js';
import type { CompiledPart, Found } from './part.js';

/** A text, and where the last piece of it came. */
export interface JoinedState {
  pieces: JoinedPieces;
  /** How often the whole of it was told while the part was open. */
  told: number;
  event: number;
  pointer: string;
}

/** How far a part is. */
export interface PartState {
  /** In words, such as `block 0`. */
  label: string;
  number: number;
  /** Where its last piece came, and in which event. */
  at: string;
  event: number;
  opened: boolean;
  closed: boolean;
  /** Its opening was not told, so that its end need not be. */
  implied: boolean;
  finish: string | undefined;
  sort: string | undefined;
  same: (Found | undefined)[];
  /** What the parts in it began with, which none of the others does. */
  begun: Set<string>;
  /** Whether a piece of it has said something. */
  hasSaid: boolean;
  /** Whether what has to come early has come. */
  isEarly: boolean;
  /** How far it is sealed: by the piece that opened it, or by a later one, behind which nothing comes. */
  sealed: 'at first' | 'in the end' | undefined;
  texts: JoinedState[];
  children: Map<CompiledPart, Map<number, PartState>>;
  /** The last of its parts that opened. */
  latest: PartState | undefined;
  /** What the event that closed it told of it, as texts of JSON. */
  result: string[] | undefined;
}

export const newState = (part: CompiledPart, number: number): PartState => ({
  label: `${part.name} ${number}`,
  number,
  at: '',
  event: 0,
  opened: false,
  closed: false,
  implied: false,
  finish: undefined,
  sort: undefined,
  same: [],
  begun: new Set(),
  hasSaid: false,
  isEarly: false,
  sealed: undefined,
  texts: part.joined.map(() => ({ pieces: joinedPieces(), told: 0, event: 0, pointer: '' })),
  children: new Map(),
  latest: undefined,
  result: undefined,
});

/** Whether a part of that name opened in it, of that sort where one is given. */
export const hasPart = ({ children }: PartState, { part, sort }: { part: string; sort?: string }): boolean =>
  [...children].some(
    ([{ name }, states]) => name === part && [...states.values()].some((state) => sort === undefined || state.sort === sort),
  );
