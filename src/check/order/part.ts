/** What of a stream's parts is looked at in each event: worked out once for a protocol. */
import { compilePointer, parsePointer } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { JoinedText, StreamPart } from '../../contract/prepared/stream-order.js';

/** A value and where it stands in the piece. */
export interface Found {
  pointer: string;
  value: Json;
}

/** Looks at one thing that stands in one of several places. */
export interface Look {
  (piece: Json): Found | undefined;
  /** The value alone: most events say what those before them said, and nobody asks where. */
  value(piece: Json): Json | undefined;
}

export interface CompiledText extends Pick<JoinedText, 'is' | 'mayBeEmpty' | 'atOnce'> {
  /** The piece in an event of a kind. */
  piece: (kind: string) => Look | undefined;
  /** Where an event of a kind tells the whole text, for the part of a number; asked of a piece of the part itself, or of the one around it. */
  whole: (kind: string, number: number, isAround: boolean) => string[];
  /** Kinds of events that tell the whole text and nothing else, before the part closes: one of them comes, once. */
  tellings: ReadonlySet<string>;
  /** Whether events of a kind tell the whole text, among what they are about. */
  isToldAround: (kind: string) => boolean;
}

/** What the last piece of a part has. */
export interface Seal {
  look: Look;
  pointers: readonly string[];
  /** Whether parts of this stream have it, as far as its events tell. */
  where: { look: Look; text: string }[];
}

export interface CompiledPart {
  name: string;
  rules: StreamPart;
  /** The pieces in an event, or in a piece of the part around it: several, or the whole of it. */
  pieces: (around: Json) => readonly Json[];
  /** Where the piece of a position stands. */
  pointerOf: (position: number) => string;
  number: (piece: Json) => number | undefined;
  /** Whether an event of a kind is about it. */
  concerns: (kind: string) => boolean;
  opens: ReadonlySet<string>;
  mayOpen: ReadonlySet<string>;
  closes: ReadonlySet<string>;
  whole: ReadonlySet<string>;
  first: { look: Look; pointers: string[] }[];
  same: Look[];
  /** The member in which all of these are, where they are in one: most pieces do not have it. */
  sameWithin: ((piece: unknown) => unknown) | undefined;
  distinct: { look: Look; isInSort: boolean }[];
  early: Look | undefined;
  says: Look[];
  finish: Look | undefined;
  sortAt: Look | undefined;
  sortBy: Look | undefined;
  /** Pieces that any sort takes. */
  takenBySome: ReadonlySet<string>;
  /** What ends a part of a sort. */
  seals: ReadonlyMap<string, Seal>;
  joined: CompiledText[];
  parts: CompiledPart[];
}

/** Whether a value says something: null and an empty text or list do not. */
export const says = (value: Json | undefined): value is Json =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The first of the places that says something. */
export function compileLook(pointers: readonly string[]): Look {
  const reads = pointers.map((pointer) => ({ pointer, read: compilePointer(pointer) }));
  const look = (piece: Json): Found | undefined => {
    for (const { pointer, read } of reads) {
      const value = read(piece) as Json | undefined;
      if (says(value)) return { pointer, value };
    }
    return undefined;
  };
  const value = (piece: Json): Json | undefined => {
    for (let index = 0; index < reads.length; index++) {
      const found = reads[index]?.read(piece) as Json | undefined;
      if (says(found)) return found;
    }
    return undefined;
  };
  return Object.assign(look, { value });
}

const isItem = '/*';

const none: never[] = [];

/** A piece by itself: some servers send one of nothing with each event. */
function compileOne(at: string): CompiledPart['pieces'] {
  const read = compilePointer(at);
  return (around) => {
    const found = read(around);
    return typeof found === 'object' && found !== null && Object.values(found).some(says) ? [found as Json] : none;
  };
}

function compilePieces(at: string): Pick<CompiledPart, 'pieces' | 'pointerOf'> {
  if (at === '') return { pieces: (piece) => [piece], pointerOf: () => '' };
  if (!at.endsWith(isItem)) return { pieces: compileOne(at), pointerOf: () => at };
  const list = at.slice(0, -isItem.length);
  const read = compilePointer(list);
  const [first, second] = [`${list}/0`, `${list}/1`];
  return {
    pieces(around) {
      const found = read(around);
      return Array.isArray(found) ? found : none;
    },
    pointerOf: (position) => (position === 0 ? first : position === 1 ? second : `${list}/${position}`),
  };
}

function compileText({ pieces, whole = {}, is, mayBeEmpty, atOnce }: JoinedText, within: readonly string[]): CompiledText {
  const looks = new Map(Object.entries(pieces).map(([kind, pointers]) => [kind, compileLook(pointers)]));
  const own = new Map<string, string[]>();
  const around = new Map<string, string[]>();
  for (const [kind, pointers] of Object.entries(whole)) {
    const hasNumber = pointers.some((pointer) => parsePointer(pointer).includes('#'));
    (hasNumber ? around : own).set(kind, pointers);
  }
  return {
    ...(is && { is }),
    ...(mayBeEmpty && { mayBeEmpty }),
    ...(atOnce && { atOnce }),
    piece: (kind) => looks.get(kind) ?? looks.get('*'),
    tellings: new Set(Object.keys(whole).filter((kind) => within.includes(kind))),
    isToldAround: (kind) => around.has(kind),
    whole: (kind, number, isAround) => (isAround ? around : own).get(kind)?.map((pointer) => pointer.replace('#', String(number))) ?? none,
  };
}

const compileSeals = (seals: NonNullable<StreamPart['sort']>['seals'] = {}): ReadonlyMap<string, Seal> =>
  new Map(
    Object.entries(seals).map(([sort, { at, where = {} }]) => [
      sort,
      {
        look: compileLook(at),
        pointers: at,
        where: Object.entries(where).map(([pointer, text]) => ({ look: compileLook([pointer]), text })),
      },
    ]),
  );

function commonMember(pointers: readonly string[]): CompiledPart['sameWithin'] {
  const members = new Set(pointers.map((pointer) => /^\/[^/]+(?=\/)/.exec(pointer)?.[0]));
  const [member] = members;
  return members.size === 1 && member ? compilePointer(member) : undefined;
}

export function compilePart(name: string, rules: StreamPart): CompiledPart {
  const { at = '', by, opens = [], mayOpen = [], within = [], closes = [], first = [], same = [] } = rules;
  const { distinct = [], distinctInSort = [], early, says: said = [], finish, sort, joined = [], parts = {} } = rules;
  const kinds = new Set([...opens, ...mayOpen, ...within, ...closes]);
  const number = by === undefined ? undefined : compilePointer(by);
  return {
    name,
    rules,
    ...compilePieces(at),
    number: (piece) => {
      const found = number?.(piece);
      return typeof found === 'number' ? found : undefined;
    },
    concerns: (kind) => kinds.size === 0 || kinds.has(kind),
    opens: new Set(opens),
    mayOpen: new Set(mayOpen),
    closes: new Set(closes),
    whole: new Set(finish?.whole),
    first: first.map((pointers) => ({ look: compileLook(pointers), pointers })),
    same: same.map(compileLook),
    sameWithin: commonMember(same.flat()),
    distinct: [distinct, distinctInSort].flatMap((looks, place) =>
      looks.map((pointers) => ({ look: compileLook(pointers), isInSort: place > 0 })),
    ),
    early: early && compileLook(early),
    says: said.map((pointer) => compileLook([pointer])),
    finish: finish?.at === undefined ? undefined : compileLook([finish.at]),
    sortAt: sort && compileLook([sort.at]),
    sortBy: sort && compileLook([sort.by]),
    takenBySome: new Set(Object.values(sort?.takes ?? {}).flat()),
    seals: compileSeals(sort?.seals),
    joined: joined.map((text) => compileText(text, [...within, ...mayOpen])),
    parts: Object.entries(parts).map(([child, childRules]) => compilePart(child, childRules)),
  };
}
