import type { AnswerPlace, MemberPlace } from './member-place.js';

/** Where a whole answer says something, and where events do. */
export interface AskedPlaces {
  answer?: AnswerPlace;
  event: AnswerPlace;
}

/** What the answers of a protocol keep of what their requests ask for; documented in `openapi/README.md` under `x-asked`. */
export interface AskedOf {
  /** `without`: a pattern of what the one name may have and the other lack. */
  model: AskedPlaces & { asked: string; without?: string };
  /** Numbers of the alternatives. `exact`: none may be missing. */
  choices?: AskedPlaces & { exact?: boolean };
  /**
   * Names of calls; `number`: where an event says which call it is about; `elsewhere`: expressions for what may offer further tools; `arguments`: what they
   * are called with, in pieces where `by` tells, within what an event says of a call, which one it is, or `whole`; `needed`: some come where the
   * tool needs any, be they empty, or `filled`; `id`: where an event has the id of a call, which no other has; `allowed`: an expression for those that may be
   * called, where not all may; `written`: a pattern of what a call begins with that stands in the text, where tools are offered; `custom`: names of calls of
   * custom tools, among the others or besides.
   */
  calls: AskedPlaces & {
    custom?: AskedPlaces;
    number?: AnswerPlace;
    id?: AnswerPlace;
    allowed?: string;
    elsewhere?: string[];
    written?: string;
    arguments?: AskedPlaces & { by?: string; whole?: AnswerPlace; needed?: Partial<Record<keyof AskedPlaces, 'told' | 'filled'>> };
  };
  /** `never`, `neverLast`: patterns of what it neither begins nor ends with; `object`: the request asks for JSON of an object where it says so. */
  text: AskedPlaces & { never?: string; neverLast?: string; object?: { asked: string; is: string } };
  /** What is said besides text and calls. */
  besides?: Partial<AskedPlaces>[];
  /** Tokens of the text, each with how likely it was, where the request asks for that; `word`: by this in a list. */
  likelihoods?: AskedPlaces & { asked: string; word?: string };
  /** Tokens of which each has, in its member `in`, no more others that could stand there than the request has in `most`. */
  alternatives?: AskedPlaces & { most: string; in: string };
  /** Words of the text that rest on sources, where the request has a tool without the member `but`. */
  grounded?: AskedPlaces & { asked: string; but: string };
  /**
   * Sources of a text, which have the number `by` of one of the `documents` of the request, if it has nothing `elsewhere`; of these `kinds`, each is `of` a
   * document of its own type: the number `end` is at most the length of what is `in` the document, and the `words` are in it.
   */
  cited?: AskedPlaces & {
    by: string;
    documents: MemberPlace[];
    elsewhere?: MemberPlace[];
    kinds?: Record<string, { of: string; in?: string; end?: string; words?: string }>;
  };
  /**
   * Values that are `among` those in places of the request, or its `own` of the answer; `any`: where there is anything in one of these; not where the request
   * has something `elsewhere`.
   */
  known?: (AskedPlaces & { among: MemberPlace[]; own?: AskedPlaces; any?: boolean; elsewhere?: MemberPlace[]; message: string })[];
  /** Ids that results of tools that the vendor runs name; `calls`: of their calls; `done`: words of an answer in which each has its result. */
  results?: AskedPlaces & { calls: AskedPlaces; done: string[] };
  /**
   * Tools that the vendor runs, each known by its name in the request, whose member `most` says how often it may be used at most; `results` and `failures` of
   * its uses, and where they are counted.
   */
  uses?: { tool: string; most: string; results: AskedPlaces; failures: AskedPlaces; counted: AskedPlaces }[];
  /** What lacks what a request wants to have included, which has this `word` in a list there. */
  included?: (AskedPlaces & { asked: string; word: string; message: string })[];
  /** Calls of which the first is sealed, within its item, `where` the text that says so has this in it. */
  seals?: AskedPlaces & { seal: string; where: { at: string; has: string } };
  /** Reasoning that is shown. */
  thoughts?: AskedPlaces;
  /** Notes on a text, which come in pieces and are told again in the end. */
  annotations?: { pieces: AnswerPlace; event: AnswerPlace };
  /** Reasoning that is sealed, and may be counted where none is wanted. */
  sealed?: AskedPlaces;
  /** What else tells of reasoning, or counts it: nothing where that is declined; `models`: a pattern of those that keep to it. */
  declined?: (Partial<AskedPlaces> & { models?: string })[];
  /** `few`: more than those that an answer of nothing may have. */
  tokens: AskedPlaces & { few?: number };
  /** Tokens of the request; `also`: where more of them are counted. */
  prompt?: AskedPlaces & { also?: Partial<AskedPlaces>[] };
  /** Of them, those that are not text. */
  reasoning?: AskedPlaces;
  /**
   * Why the answer ended. `whole`: words after which nothing is missing; `needed`: a whole answer says it; `open`: words of an answer that goes on, which
   * none does but where the request asks for it.
   */
  finish: AskedPlaces & { whole: string[]; needed?: boolean; open?: { words: string[]; asked: string } };
  /** The text that ended the answer. */
  stop?: AskedPlaces;
  /** Counts that a stream has where the request asks for them; without `asked`: that any answer has which is whole. */
  counted?: AskedPlaces & { asked?: string };
  /** Members that repeat what an expression names. */
  echo?: { answer: string; event: string; members: Record<string, string | AskedEcho> };
}

/** A member of an answer that repeats one of the request. */
export interface AskedEcho {
  from: string;
  /** Values that the server may answer otherwise; of a list, items whose first member of `each` is one let it answer all otherwise. */
  except?: unknown[];
  /** It is not null in its place: there is no model that cannot have it. */
  kept?: boolean;
  /** Of a list: each item that has all of these members is there again, with the same. Of an object: it has the same in these, if it has them. */
  each?: string[];
}
