/**
 * What a page of the documentation says, as facts that do not depend on the form in which it was read, and what may become of them.
 *
 * An **address** says where a fact holds:
 *
 * | address | means |
 * |---|---|
 * | `operation` | the operation of the page: its method, path, security, whether it is deprecated |
 * | `request` | the body of the request as a whole: its media types, whether it is required |
 * | `response 200` | an answer: its status, its media types; `response 2XX` where the form does not tell the status |
 * | `parameter query limit` | a parameter: where it stands, and its name |
 * | `response 200 header X-Request-Id` | a header of an answer |
 * | `request#/messages/*\/role` | a place in the schema of the request |
 * | `response 200#/data/*\/url` | a place in the schema of an answer |
 * | `parameter query filter#/name` | a place in the schema of a parameter |
 * | `schema#/function/name` | a place in the schema of a schema page, or of a page that has no more than a schema |
 * | `request example 1#/messages/0/role` | a place in an example: the first of the request |
 * | `response 200 example 1#/data/0/url` | a place in the first example of an answer; `response 200 event 2#/choices` in the second event |
 * | `call 1` | a code sample: its method, server and path; `call 1#/model` is a place in its body, `call 1 query#/limit` in its address |
 * | `text 1#/model` | a place in an example in running text |
 *
 * What follows `#` is a JSON pointer (RFC 6901): empty for the whole. In a schema, `*` stands for every element of an array (a number
 * for one of a tuple), and `{}` for every member of a map (`additionalProperties`, `patternProperties`). References are followed,
 * `allOf` is one schema with its parts, and the branches of a union (`oneOf`, `anyOf`, `if`) are laid over one another: a place has the
 * facts of every branch that has it, and a member is required where every branch with members requires it. A schema inside itself ends
 * where it begins anew.
 */
import { collapsed } from '../../../src/contract/pointer.js';

/**
 * | kind | value |
 * |---|---|
 * | `method` | in capitals |
 * | `path` | a template, its parameters by name: `/v1/files/{file_id}` |
 * | `server` | an address of the API, without a slash at its end |
 * | `security` | `header Authorization`, `query key`, `http bearer`, or `none` |
 * | `status` | as `200`, `4XX`, `default` |
 * | `media` | a media type |
 * | `param` | where it stands, and its name: `query limit` |
 * | `header` | name of a header of an answer |
 * | `field` | name of a member of an object |
 * | `type` | a type of JSON Schema, one fact for each; null is `nullable` |
 * | `required`, `nullable`, `deprecated` | `true`; there is no such fact otherwise |
 * | `enum` | one listed value as JSON, one fact for each; a constant is a list of one |
 * | `default` | JSON |
 * | `bound` | keyword and JSON: `maximum 10`, `pattern "^a"`; `anyOf` and `oneOf` where they say no more than which members have to be there, and `if` |
 * | `format` | its name |
 * | `example` | one scalar, or an empty array or object, as JSON |
 */
export const factKinds = [
  'method',
  'path',
  'server',
  'security',
  'status',
  'media',
  'param',
  'header',
  'field',
  'type',
  'required',
  'enum',
  'default',
  'bound',
  'format',
  'nullable',
  'deprecated',
  'example',
] as const;
export type FactKind = (typeof factKinds)[number];

/** One thing that a page says. */
export interface Fact {
  kind: FactKind;
  /** Where it holds: an address as told above. */
  pointer: string;
  value: string;
}

/** What has become of facts: something has come (`after` alone), is gone (`before` alone), or has changed. */
export interface Change {
  kind: FactKind;
  /** Where it holds; if it is gone or was renamed, where it held. */
  pointer: string;
  /** The value, as facts of the kind have it; of a part of an example, its JSON; where `to` stands, the old name. */
  before?: string;
  /** Likewise; where `to` stands, the new name. */
  after?: string;
  /** What was renamed is now here: a member, of a schema or of an example, a parameter, a header, or the status of an answer. */
  to?: string;
  /** What is said of what has come or is gone, besides that it is there: the facts at its address and below it. */
  facts?: Fact[];
}

/** A change of a page, which is named as in the docs map: by its titles, joined by ` / `. */
export interface FactChange extends Change {
  page: string;
}

/** A fact as a line: kind, address and value, with a tab between. */
export const factLine = ({ kind, pointer, value }: Fact): string => `${kind}\t${pointer}\t${value}`;

/** The fact that a line tells. */
export function factOf(line: string): Fact {
  const [kind, pointer = '', ...value] = line.split('\t');
  return { kind: kind as FactKind, pointer, value: value.join('\t') };
}

/** Facts in the order of their lines, each once. */
export function sortedFacts(facts: readonly Fact[]): Fact[] {
  const byLine = new Map(facts.map((fact) => [factLine(fact), fact]));
  return [...byLine.keys()].sort().map((line) => byLine.get(line) as Fact);
}

/** Address of the schema whose example an address is in. */
export const schemaPlace = (address: string): string =>
  collapsed(address.replace(/^(?:call|text) \d+(?: query)?/, 'request').replace(/ (?:example|event) \d+/, ''));
