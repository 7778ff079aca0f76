/** The contract as the comparison with the documentation needs it. */
import { closedJudges, type Judge } from '../../lib/closed-schemas.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';
import type { FactKind } from '../facts/fact.js';
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
  /** Entries that the navigation has under another name now. */
  newNames?: ReadonlyMap<DocsEntry, string[]>;
}

const noHistory: History = { lock: [], recall: () => undefined };

export function toContract(document: Document, docs: DocsEntry[], history = noHistory, placesOf?: PlacesOf): Contract {
  const create = closedJudges(document);
  const judges = new Map<string, Judge>();
  const judgeOf = (schema: Schema) => {
    const key = JSON.stringify(schema);
    const judge = judges.get(key) ?? create(schema);
    judges.set(key, judge);
    return judge;
  };
  let counts: Contract['pagesOf'] | undefined;
  const pagesOf = (component: string) => {
    counts ??= pagesByComponent(document, docs);
    return counts(component);
  };
  return { document, docs, history, ...(placesOf && { placesOf }), pagesOf, judgeOf };
}

/** The schemas that an answer of a status may have; without a status, any success. */
export function answers({ document }: Contract, { operation }: Found, status: string | undefined): Schema[] {
  const statuses = Object.keys(operation.responses).filter((declared) =>
    status === undefined ? declared.startsWith('2') : declared === status,
  );
  const chosen = statuses.length > 0 ? statuses : ['default'];
  return chosen.flatMap((name) => resolve(document, operation.responses[name] ?? {}).content?.['application/json']?.schema ?? []);
}
