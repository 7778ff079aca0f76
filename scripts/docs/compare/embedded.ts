/** Compares the OpenAPI document inside the Markdown form of a page with the contract. */
import { type Parameter, resolve, type Schema } from '../../lib/document.js';
import type { DocsPage } from '../page.js';
import { answers, type Contract } from './contract.js';
import type { Difference } from './difference.js';
import type { Found } from './locate.js';
import { compareSchema } from './schema.js';

const json = 'application/json';

type Located = Difference & { where: string };

const at = (where: string, differences: Difference[]): Located[] => differences.map((difference) => ({ ...difference, where }));

/** Query parameters that the contract does not have; headers are left to the contract's security. */
function compareParameters({ document }: Contract, { path, operation }: Found, parameters: { name: string; in: string }[]): Difference[] {
  const declared = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])]
    .map((entry) => resolve<Parameter>(document, entry))
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
  return parameters
    .filter((parameter) => parameter.in === 'query' && !declared.includes(parameter.name))
    .map(({ name }) => ({ kind: 'unknown-field', pointer: `/${name}`, message: `parameter \`${name}\` is not in the contract` }));
}

export function compareEmbedded(contract: Contract, found: Found, { embedded }: DocsPage): Located[] {
  if (!embedded) return [];
  const compare = (theirs: Schema | undefined, ours: Schema[]) =>
    theirs && ours.length > 0
      ? compareSchema({ document: embedded.document, schemas: [theirs] }, { document: contract.document, schemas: ours })
      : [];
  const body = found.operation.requestBody?.content[json]?.schema;
  return [
    ...at('query', compareParameters(contract, found, embedded.parameters)),
    ...at('request schema', compare(embedded.request, body ? [body] : [])),
    ...Object.entries(embedded.responses).flatMap(([status, schema]) =>
      at(`schema of ${status}`, compare(schema, answers(contract, found, status))),
    ),
  ];
}
