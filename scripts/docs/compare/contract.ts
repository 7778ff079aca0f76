/** The contract as the comparison with the documentation needs it. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { closedValidators } from '../../lib/closed-schemas.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';
import type { Found } from './locate.js';

export interface Contract {
  document: Document;
  docs: DocsEntry[];
  /** The validator of a schema that refuses unknown members. */
  validator: (schema: Schema) => ValidateFunction;
}

export function toContract(document: Document, docs: DocsEntry[]): Contract {
  const compile = closedValidators(document);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (schema: Schema) => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? compile(schema);
    compiled.set(key, validate);
    return validate;
  };
  return { document, docs, validator };
}

/** The schemas that an answer of a status may have; without a status, any success. */
export function answers({ document }: Contract, { operation }: Found, status: string | undefined): Schema[] {
  const statuses = Object.keys(operation.responses).filter((declared) =>
    status === undefined ? declared.startsWith('2') : declared === status,
  );
  const chosen = statuses.length > 0 ? statuses : ['default'];
  return chosen.flatMap((name) => resolve(document, operation.responses[name] ?? {}).content?.['application/json']?.schema ?? []);
}
