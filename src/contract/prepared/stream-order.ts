/** In which order the events of a protocol's streams come; documented in `openapi/stream-orders.yaml`. The whole stream is a part, too. */
export interface StreamOrder extends StreamPart {
  /** Where an event says of which kind it is; absent where all are of one kind. */
  kind?: string;
  /** Kinds that may come at any time. */
  anywhere?: string[];
  /** Kinds that come once each, if at all, and before the first part. */
  leads?: string[];
  /** A pattern of kinds that may come, too, though they are not described. */
  further?: string;
  /** Where an event says which one it is, from 0. */
  count?: string;
  /** Numbers that never fall. One that an event leaves out, though it has the object, begins anew. */
  rising?: string[][];
  /** Numbers whose sum never falls, each as it was told last. */
  risingSum?: string[][];
  /** An event that has this counts all of them anew. */
  countsAnew?: string;
  /** An event that has this comes in place of an answer. */
  instead?: string;
}

/** A part of a stream, such as a choice, a block, a call. All pointers are into its pieces; a list of pointers names one thing that stands in several places. */
export interface StreamPart {
  /** Where the pieces stand in an event, or in a piece of the part around; the event or the piece itself, if it is absent. */
  at?: string;
  /** Where a piece says to which part it belongs. */
  by?: string;
  /** Kinds of events that open it; where there are none of these three, any piece opens it. */
  opens?: string[];
  mayOpen?: string[];
  /** Kinds of events that are about the open part, and that close it. */
  within?: string[];
  closes?: string[];
  /** Whether nothing else may come while it is open. */
  alone?: boolean;
  /** How many there are at least in an answer that is whole. */
  least?: number;
  /** Whether the numbers are those of the order in which parts open, or have no gap in the end. */
  numbered?: 'in-order' | 'any-order';
  /** What the first piece has. */
  first?: string[][];
  /** What is the same in all pieces that have it. */
  same?: string[][];
  /** What no two parts begin with, and no two of one sort. */
  distinct?: string[][];
  distinctInSort?: string[][];
  /** What comes no later than the first piece that says something, if at all. */
  early?: string[];
  /** What a piece has no more once the part has finished. */
  says?: string[];
  finish?: StreamFinish;
  /** Of which sort it is: where the first piece says so, where a piece says what it is, and the pieces that each sort takes. */
  sort?: { at: string; by: string; takes: Record<string, string[]>; seals?: Record<string, StreamSeal> };
  joined?: JoinedText[];
  /** Where the event that closes the whole stream tells all parts again, and where the one that closes the part does; `like`: in what they agree. */
  result?: { in: string; at: string; like: string[] };
  parts?: Record<string, StreamPart>;
}

/** What the last piece of a part has. */
export interface StreamSeal {
  /** Where it stands; before a part closes, one of these is there, and what is within the part comes before it. */
  at: string[];
  /** Only in streams in which the text at the pointer into an event has this in it. */
  where?: Record<string, string>;
}

/** Why a part ends. */
export interface StreamFinish {
  /** Where a piece has the word; the kind of the event that closes the part, if it is absent. */
  at?: string;
  /** Words after which the part is whole. */
  whole?: string[];
  /** By word, the part that there must be, and must not be. */
  needs?: Record<string, { part: string; sort?: string }>;
  excludes?: Record<string, { part: string; sort?: string }>;
}

/** A text that comes in pieces: pointers by kind of event, `*` being any. */
export interface JoinedText {
  pieces: Record<string, string[]>;
  /** Where events tell all of it again; `#` in a pointer is the number of the part. */
  whole?: Record<string, string[]>;
  /** It is JSON of this type. */
  is?: 'object';
  /** Whether none at all will do. */
  mayBeEmpty?: boolean;
  /** Whether the whole may be told without any piece. */
  atOnce?: boolean;
}
