/** The contract as the comparison with the documentation needs it. */
import { closedJudges, type Judge } from '../../lib/closed-schemas.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';
import type { Found } from './locate.js';

export interface Contract {
  document: Document;
  docs: DocsEntry[];
  /** The judge by a schema, who refuses unknown members. */
  judgeOf: (schema: Schema) => Judge;
}

export function toContract(document: Document, docs: DocsEntry[]): Contract {
  const create = closedJudges(document);
  const judges = new Map<string, Judge>();
  const judgeOf = (schema: Schema) => {
    const key = JSON.stringify(schema);
    const judge = judges.get(key) ?? create(schema);
    judges.set(key, judge);
    return judge;
  };
  return { document, docs, judgeOf };
}

/** The schemas that an answer of a status may have; without a status, any success. */
export function answers({ document }: Contract, { operation }: Found, status: string | undefined): Schema[] {
  const statuses = Object.keys(operation.responses).filter((declared) =>
    status === undefined ? declared.startsWith('2') : declared === status,
  );
  const chosen = statuses.length > 0 ? statuses : ['default'];
  return chosen.flatMap((name) => resolve(document, operation.responses[name] ?? {}).content?.['application/json']?.schema ?? []);
}
