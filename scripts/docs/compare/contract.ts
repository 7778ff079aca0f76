/** The contract as the comparison with the documentation needs it. */
import { canonicalJson } from '../../lib/canonical-json.js';
import { closedJudges, type Judge } from '../../lib/closed-schemas.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, type Json, operationsOf, resolve, type Schema } from '../../lib/document.js';
import type { FactKind } from '../facts/fact.js';
import { parseJson } from '../read/json-text.js';
import { pagesByComponent } from './first-reading.js';
import type { History } from './history.js';
import type { Found } from './locate.js';

export type PlacesOf = (entry: DocsEntry, fact: { kind: FactKind; pointer: string; value?: string }) => string[];

export interface Contract {
  document: Document;
  docs: DocsEntry[];
  /** What was recorded of the pages; without it, each is read for the first time. */
  history: History;
  /** The places of the sources that say a fact of a page, as `openapi/<file>:<line>:<column>`. */
  placesOf?: PlacesOf;
  /** How many pages show a component. */
  pagesOf: (component: string) => number;
  /** The judge by a schema, who refuses unknown members. */
  judgeOf: (schema: Schema) => Judge;
  /** Whether a value is an example of a body or an event with the schema, and so known to be right. */
  isDocumented: (schema: Schema, value: Json) => boolean;
  /** Entries that the navigation has under another name now. */
  newNames?: ReadonlyMap<DocsEntry, string[]>;
}

/** Preparing them is most of the work on a page, so that it is done when one is asked for, and once. */
const judges = new WeakMap<Document, { create: ReturnType<typeof closedJudges>; bySchema: Map<string, Judge> }>();

const noHistory: History = { lock: [], recall: () => undefined };

export function toContract(document: Document, docs: DocsEntry[], history = noHistory, placesOf?: PlacesOf): Contract {
  const judgeOf = (schema: Schema) => {
    const known = judges.get(document) ?? { create: closedJudges(document), bySchema: new Map<string, Judge>() };
    judges.set(document, known);
    const key = JSON.stringify(schema);
    const judge = known.bySchema.get(key) ?? known.create(schema);
    known.bySchema.set(key, judge);
    return judge;
  };
  let counts: Contract['pagesOf'] | undefined;
  const pagesOf = (component: string) => {
    counts ??= pagesByComponent(document, docs);
    return counts(component);
  };
  let documented: Map<Schema, Set<string>> | undefined;
  const isDocumented = (schema: Schema, value: Json) => {
    documented ??= documentedValues(document);
    return documented.get(schema)?.has(canonicalJson(value)) ?? false;
  };
  return { document, docs, history, ...(placesOf && { placesOf }), pagesOf, judgeOf, isDocumented };
}

/** The examples of bodies and of events, by the schema that they were judged by when the contract was generated. */
function documentedValues(document: Document): Map<Schema, Set<string>> {
  const all = new Map<Schema, Set<string>>();
  const add = (schema: Schema | undefined, value: Json | undefined) => {
    if (schema && value !== undefined) all.set(schema, (all.get(schema) ?? new Set()).add(canonicalJson(value)));
  };
  for (const { operation } of operationsOf(document)) {
    const answers = Object.values(operation.responses).map((response) => resolve(document, response).content);
    for (const { schema, examples } of [operation.requestBody?.content, ...answers].flatMap((content) => Object.values(content ?? {}))) {
      for (const { value } of Object.values(examples ?? {})) {
        if (typeof value !== 'string') add(schema, value);
        else for (const [, line = ''] of value.matchAll(/^data: ?(\{.*)$/gm)) add(operation['x-stream']?.event, parseJson(line));
      }
    }
  }
  return all;
}

/** The schemas that an answer of a status may have; without a status, any success. */
export function answers({ document }: Contract, { operation }: Found, status: string | undefined): Schema[] {
  const statuses = Object.keys(operation.responses).filter((declared) =>
    status === undefined ? declared.startsWith('2') : declared === status,
  );
  const chosen = statuses.length > 0 ? statuses : ['default'];
  return chosen.flatMap((name) => resolve(document, operation.responses[name] ?? {}).content?.['application/json']?.schema ?? []);
}
