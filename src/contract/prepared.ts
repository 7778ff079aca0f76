/**
 * The contract as the mock, the client and the test kit read it: worked out at generation time, so that nothing is left to
 * work out per request. `generated/contract.json` is an instance of {@link PreparedContract}, `compiled/contract.ts` the same as code, and
 * `compiled/outline.ts` with `compiled/examples/` the same in parts.
 */
import type { StreamFraming } from './event-stream.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Everything that is known about the API at run time. */
export interface PreparedContract {
  title: string;
  version: string;
  /** Day (`yyyy-mm-dd`) of the newest documentation page that the contract follows. Source: `modified` in `openapi/docs-map.yaml`. */
  docsDate?: string;
  /** First 12 hex digits of the SHA-256 of the bundled description, as it is while its version is the plain one. */
  hash: string;
  /** Names exactly this contract, as semver with build metadata: `<version>+<docsDate>.<hash>`. It is `info.version` of the description. */
  build: string;
  server: string;
  /** The kinds of things that operations make, from cheap to dear. */
  modalities: string[];
  operations: PreparedOperation[];
  dialects: Record<string, ErrorDialect>;
  /** Error bodies by dialect and status, ordered by name. */
  errors: Record<string, Record<string, PreparedError[]>>;
  securitySchemes: Record<string, SecurityScheme>;
  tasks: Record<string, TaskFamily>;
  /** Fields that the server makes up, by component and JSON pointer. */
  ownedFields: Record<string, Record<string, OwnedField>>;
  /** Forms of response headers that the server makes up, by lower-case name; the first that applies counts. */
  ownedHeaders: Record<string, OwnedHeader[]>;
  models: ModelEntry[];
  /** Texts for made-up chat answers; absent where there are none, or where they are not loaded yet. */
  answerSamples?: AnswerSamples;
}

export interface PreparedOperation {
  id: string;
  /** Upper case. */
  method: string;
  /** Path template. */
  path: string;
  /** Alternatives; each a list of scheme names that must all be met. An empty list: no key is needed. */
  security: string[][];
  parameters: PreparedParameter[];
  body?: { required: boolean; mediaTypes: string[]; fields: FieldTree; discriminator?: string };
  /** By status code or `default`. */
  responses: Record<string, PreparedResponse>;
  dialect: string;
  /** Request branches that speak another dialect, selected by the value of a body field. */
  dialectBranches: { field: string; values: Json[]; dialect: string }[];
  protocol?: string;
  stream?: PreparedStream;
  task?: PreparedTask;
  model?: string;
  /** What replay does not compare of a request; absent where there is nothing, and in the parts of a page, which replays nothing. */
  volatile?: VolatileMembers;
  modality: string;
  /** In the order in which they are tried. */
  examples: PreparedExample[];
}

/**
 * Members of a request that differ from run to run and change nothing, by JSON pointer: `true`, those that say nothing of what is asked for;
 * `id`, those that only tell which belongs to which.
 */
export type VolatileMembers = Record<string, true | 'id'>;

export interface PreparedTask {
  /** Name of the family. */
  name: string;
  role: TaskRole;
  /** The parameter of the path that holds the id of the job; absent where the operation is about no one job. */
  parameter?: string;
}

export interface PreparedParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** Whether the value is a list. */
  array: boolean;
  /** The known values of an open list; absent where any value is as good. */
  values?: string[];
}

export interface PreparedResponse {
  mediaTypes: string[];
  /** Components with fields that the server makes up, which the JSON body may be an instance of. */
  components: string[];
  /** Name of the validator of the JSON body. */
  validator?: string;
  /** The response headers, by lower-case name. */
  headers: Record<string, PreparedHeader>;
  /** Character set that the content type names, by media type; absent where it names none. */
  charsets?: Record<string, string>;
}

/** A declared response header. One with neither value nor forms is not sent by a server that is made from the contract. */
export interface PreparedHeader {
  /** What is sent: the example of the description. */
  value?: string;
  /** Set where only answers of one media type have it. */
  mediaType?: string;
  /** What of the caller's limit it tells: how many requests, how many are left, seconds of a period, seconds until the next one. */
  allowance?: 'limit' | 'remaining' | 'period' | 'reset';
  /** Whether it is a whole number. This and the next are absent in the parts of a page, which checks nothing. */
  isNumber?: true;
  /** Header that it is no more than, where both are there. */
  atMost?: string;
}

export interface PreparedStream extends StreamFraming {
  /** Runtime expression; see `expression.ts`. */
  when: string;
  /** Component that each event's data is an instance of. */
  event: string;
}

export interface PreparedExample {
  name: string;
  /** Name of the example that this one is a variation of: it adds something to its request. Both are streams, or none is. */
  variantOf?: string;
  /** Of a response about one job: the state that it shows, by its name in the family. */
  state?: string;
  /** Of a request that names a job: the models whose jobs it is about; absent: those that no other example of the operation names. */
  models?: string[];
  request: {
    path?: Record<string, string>;
    query?: Record<string, string | number>;
    headers?: Record<string, string>;
    body?: Json;
  };
  status: number;
  headers?: Record<string, string>;
  body?: Json;
  events?: Json[];
  /** Value of the discriminating property or of `model` in the request. */
  model?: string;
}

export interface PreparedError {
  name: string;
  /** The case that this body is for, such as `missing-key`. */
  when?: string;
  /** Name of the model that the body speaks of: in another request's answer it is that request's. */
  model?: string;
  body: Json;
}

export interface ErrorDialect {
  schemas: string[];
  /** JSON pointers, the first that exists. */
  message: string[];
  type?: string;
  code?: string;
  field?: string;
  status?: string;
  requestId?: string;
  /** Words at `type` for statuses without a body of their own: by status, and `4xx` and `5xx` for all others. */
  types?: Record<string, string>;
  /** Statuses of which none has the word of another. */
  apart?: number[];
  /** Statuses of which each error has a word documented for it, of all that the dialect has. */
  always?: number[];
}

export interface KeyPlace {
  in: 'header' | 'query';
  name: string;
}

export interface SecurityScheme {
  type: 'apiKey' | 'http';
  /** `apiKey`: where the key is. */
  in?: 'header' | 'query' | 'cookie';
  name?: string;
  /** `http`: `bearer` or `basic`. */
  scheme?: string;
  /** `apiKey`: words that may stand before the key. */
  words?: string[];
  /** Where clients of other servers put a key, and nobody looks. */
  stray?: KeyPlace[];
}

export type TaskRole = 'create' | 'query' | 'result' | 'list' | 'remix' | 'delete';

/** A family of jobs; documented in `openapi/tasks.yaml`. */
export interface TaskFamily {
  id: { at: string; template: string };
  /** Pointer to the state in a response. */
  state: string;
  initial: string;
  order: string[];
  states: Record<string, TaskState>;
  progress?: string;
  result?: string;
  error?: string;
  /** Where a failed job says why: in words, and in a word of its vendor. */
  message?: string;
  code?: string;
  media?: Record<string, string>;
  /** Addresses of media -> the parameter of their query that says until when they hold, in Unix seconds. */
  signed?: Record<string, string>;
  /** What says the shape of the media. */
  shape?: AskedShape;
  addresses?: Record<string, string>;
  /** How many results: no more than asked for, and with `exact` no fewer; `less`: where it stands how many of them were taken out. */
  count?: { at: string; from: string; default: number; exact?: boolean; less?: string; index?: string; total?: string }[];
  /** Members that a response has only if the request asked for them; pointer -> runtime expression. */
  onlyIf?: Record<string, string>;
  times: { format: 'unix' | 'rfc3339'; created?: string; updated?: string; completed?: string; expires?: string };
  lifetime?: { seconds: number; from?: string; then?: string };
  /** Pointer -> runtime expression, or one with values that are not echoed, such as one that leaves the choice to the server. */
  echo?: Record<string, string | { from: string; except: Json[] }>;
  /** Members beside these that stay as they were told first. */
  keeps?: string[];
  remember?: Record<string, string>;
  remix?: { source: string; inherit: string[]; requires: string };
  callback?: { url: string; on: 'outcome' | 'change'; tries: number; delays: number[] };
  list?: {
    items: string;
    /** Whether what was created last comes first. */
    newestFirst?: boolean;
    more?: string;
    first?: string;
    last?: string;
    after?: string;
    limit?: string;
    filter?: Record<string, string>;
  };
  unknown: { status: number };
}

export interface TaskState {
  /** The word on the wire. */
  value: string;
  outcome?: 'success' | 'failure';
  /** What an answer to a query has in this state, one of each list of pointers; absent in the parts of a page, which checks nothing. */
  has?: string[][];
  /** What members are in this state, by pointer, where they are there; a number is the most that it is in any state. Absent like `has`. */
  is?: Record<string, Json>;
  /** HTTP status per role. */
  status: Partial<Record<TaskRole, number>>;
}

/**
 * Runtime expressions of the request, and pointers into the answer (`$response.body#/…`), that say what shape a picture or video has; of several the first
 * that has a value.
 */
export interface AskedShape {
  /** Both sides, such as `1280x720`. */
  size?: string[];
  /** Width to height, such as `16:9`. */
  ratio?: string[];
  /** Length, such as 5, `5` or `5s`. */
  seconds?: string[];
}

export type OwnedField =
  | { id: string }
  | { now: 'unix' | 'rfc3339' }
  /**
   * What the request has there; `without`: a pattern of what is left out of it; `completed`: by the type of a thing, members that it has in
   * the answer where the request leaves them out; `isMediaType`: it is that of the medium beside it, which may be
   * the caller's own.
   */
  | { echo: string; without?: string; completed?: Record<string, Record<string, Json>>; isMediaType?: true }
  /** A list of that many entries, or of one for each of the list's; `index`: the member of an entry that counts them, from 0. */
  | { repeat: string; index?: string }
  /** A count of this part of the exchange, or of the text that a runtime expression names. */
  | { tokens: 'input' | 'output' | 'visible' | 'text' | 'reasoning' | 'total' | `$${string}` }
  | { media: string; type?: string; shape?: AskedShape }
  /** The model catalogue; member of an entry -> member of {@link ModelEntry}. */
  | { models: Record<string, 'id' | 'owner'> };

/** A form of a response header that the server makes up. */
export interface OwnedHeader {
  /** The protocol of the operations that it is for; all, if it is absent. */
  protocol?: string;
  /** The media type of the answers that it is for; all, if it is absent. */
  mediaType?: string;
  /** Pointer to the value in the response. */
  answer?: string;
  /** Template of a fresh id. */
  id: string;
}

export interface ModelEntry {
  id: string;
  owner: string;
  modalities: string[];
  operations: string[];
  /** Request schema components that name the model. */
  schemas: string[];
}

/**
 * The texts of made-up chat answers, and the words of a question that choose among them; documented in `openapi/answer-samples.yaml`. All names
 * are the contract's own.
 */
export interface AnswerSamples {
  /** Where a question is in none of them, the first counts. */
  languages: Record<string, SampleLanguage>;
  /** Of several that a question asks for, the first counts. */
  forms: Record<string, SampleForm>;
  lengths: Record<string, SampleLength>;
  /** What follows a number that asks for a text of so many words. */
  units: string[];
  /** What turns the wish behind it, or before it, into its contrary. */
  negations: { before: string[]; after: string[] };
  /** What a picture in an answer counts, where the documented answer that serves as frame has none. */
  pictureTokens: number;
  /** Names of the elements in which programs say something in the place of the user. */
  asides?: string[];
  /** How agents whose tools stand in the words of a prompt read an answer; absent: such words mean nothing. */
  steps?: SampleSteps;
  /** How JSON is asked for in words alone; absent: such words mean nothing. */
  json?: SampleJson;
}

/** Words by which agents tell their tools, and read calls and answers. */
export interface SampleSteps {
  /** Labels of lines, each with a colon behind it. */
  thought: string[];
  call: string[];
  input: string[];
  answer: string[];
  /** Before the names of the tools, on the line that tells what a call is. */
  among: string[];
  /** Names of elements with the answer. */
  ends: string[];
}

/** Words of a request for JSON, in lower case, where `*` stands for any letters. */
export interface SampleJson {
  /** They ask by themselves. */
  plainly: string[];
  /** They ask with one of `by` in the same sentence. One of them is in each of the other words for JSON, too. */
  object: string[];
  /** For a list, likewise. */
  array: string[];
  /** For a value a line, likewise. */
  lines: string[];
  by: string[];
  /** Before them in the same sentence, there is something else that is asked. */
  unless: string[];
  /** They ask for a block of code around it. */
  fenced: string[];
}

export interface SampleLanguage {
  /** Unicode scripts of its letters. */
  letters: string[];
  /** Those of the scripts that tell it from another language with the same letters. */
  marks?: string[];
  /** Whether words stand apart; where they do not, each letter counts as one. */
  spaced: boolean;
  /** Words that ask for it, whatever the question is written in; all such words are in lower case, and `*` stands for any letters. */
  asked: string[];
  /** By form. */
  texts: Record<string, SampleText[]>;
  /** Sentences of a model that thinks aloud, in their order. */
  reasoning: string[];
}

export interface SampleText {
  text: string;
  words: number;
  /** Further forms that it has a part of, such as a report with a table. */
  shows?: string[];
}

export interface SampleForm {
  asked: string[];
  /** Whether it is given to questions that ask for no form. */
  usual: boolean;
  /** Whether it is text without Markdown whose sentences stand by themselves: a text of a wanted length is made of them. */
  plain: boolean;
}

export interface SampleLength {
  asked: string[];
  /** In words. */
  least?: number;
  most?: number;
  /** The longest question, in words, that gets it without asking. */
  question?: number;
}

/**
 * Known members of a JSON value. `open`: any member is legal. `items`: of an array's elements. `default`: what the value is where it is left
 * out. `branches`: one tree per value of the discriminating property; `other` is that of all further values, `none` that of objects without it.
 * `values`: the known ones of an open list; absent where any text is as good.
 */
export interface FieldTree {
  default?: Json;
  open?: true;
  values?: string[];
  properties?: Record<string, FieldTree>;
  items?: FieldTree;
  branches?: { property: string; trees: Record<string, FieldTree>; other?: FieldTree; none?: FieldTree };
}

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

/** Where members of a list stand, and which of its items have them. */
export interface MemberPlace {
  /** The items, such as `/messages/*`; the body itself, if it is absent. */
  list?: string;
  /** Values of members by which items are chosen. */
  when?: Record<string, string[]>;
  /** The member of an item. */
  at: string;
}

/** Where an answer, or an event, says something. */
export interface AnswerPlace extends MemberPlace {
  /** Member that the items do not have, or not as something true. */
  lacks?: string;
  /** Where an older form has the same. */
  older?: string;
}

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
   * called, where not all may; `written`: a pattern of what a call begins with that stands in the text, where tools are offered.
   */
  calls: AskedPlaces & {
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
   * Sources of a text, which have the number `by` of one of the `documents` of the request, if it has nothing `elsewhere`; of a source and a document of these
   * `kinds`, the number `end` is at most the length of what is `in` the document, and the `words` are in it.
   */
  cited?: AskedPlaces & {
    by: string;
    documents: MemberPlace[];
    elsewhere?: MemberPlace[];
    kinds?: Record<string, { of: string; in: string; end: string; words?: string }>;
  };
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

/** A place of what excuses; `pattern`: where it is a text that fits it. */
export interface ExcusePlace extends MemberPlace {
  pattern?: string;
}

/** A rule about values of a request that belong together; documented in `openapi/README.md` under `x-refers`. */
export interface ReferenceRule extends AnswerPlace {
  /** Further places of such values. */
  also?: AnswerPlace[];
  /** Pattern of the names of the models that it is for. */
  models?: string;
  /** Each value is one of those that stand in one of these places. */
  to?: MemberPlace[];
  /** Whether that is before it. */
  before?: boolean;
  /** Whether it is after it, one for each value, in what is not the last item. */
  after?: boolean;
  /** No value comes twice in the body, or in one item of the outermost list. */
  distinct?: 'body' | 'item';
  /** How many values there may be in all; 0: none, whatever it is. */
  most?: number;
  /** Each value that is a number is no smaller. */
  least?: number;
  /** Only the value that is last in each list that it is in counts. */
  last?: boolean;
  /** Each value fits this pattern. */
  pattern?: string;
  /** Each value is a JSON Schema that is strict: closed in each object, or complete, too; or that describes what it requires, and the items of each list. */
  strict?: 'closed' | 'complete' | 'described';
  /** Not where the request has one of these: what is referred to may be elsewhere. */
  unless?: ExcusePlace[];
  /** Each text is a medium. */
  medium?: MediumRule;
  /** What it must be, in words; of a medium its forms say it. */
  message?: string;
}

/** `x-medium` of a text of a request (`openapi/README.md`). */
export interface MediumRule {
  of: 'image' | 'audio' | 'video';
  as: string[];
  type?: string;
}
