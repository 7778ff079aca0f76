/**
 * The contract as the mock, the client and the test kit read it: worked out at generation time, so that nothing is left to
 * work out per request. `generated/contract.json` is an instance of {@link PreparedContract}, `compiled/contract.ts` the same as code, and
 * `compiled/outline.ts` with `compiled/examples/` the same in parts.
 */
import type { StreamFraming } from './event-stream.js';
import type { AnswerSamples } from './prepared/answer-samples.js';
import type { Json } from './prepared/json.js';
import type { OwnedField, OwnedHeader } from './prepared/owned-field.js';
import type { TaskFamily, TaskRole } from './prepared/task-family.js';

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

export interface ModelEntry {
  id: string;
  owner: string;
  modalities: string[];
  operations: string[];
  /** Request schema components that name the model. */
  schemas: string[];
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
