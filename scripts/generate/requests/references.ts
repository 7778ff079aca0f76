/** What belongs together in requests (`x-refers`), as the check of exchanges reads it. */
import type { ReferenceRule } from '../../../src/contract/prepared.js';
import { type Document, operationsOf, resolve, type Schema } from '../../lib/document.js';

/** By operationId; those of all alternatives of a request, since each speaks of members that only it has. */
export const prepareReferences = (document: Document): Record<string, ReferenceRule[]> =>
  Object.fromEntries(
    [...operationsOf(document)].flatMap(({ operation }) => {
      const rules = rulesOf(document, operation.requestBody?.content['application/json']?.schema);
      return rules.length > 0 ? [[operation.operationId, rules]] : [];
    }),
  );

function rulesOf(document: Document, part: Schema | undefined): ReferenceRule[] {
  if (!part) return [];
  const { 'x-refers': own = [], oneOf = [], anyOf = [], allOf = [] } = resolve<Schema>(document, part);
  const all = [...own, ...[oneOf, anyOf, allOf].flat().flatMap((branch: Schema) => rulesOf(document, branch))];
  return [...new Map(all.map((rule) => [JSON.stringify(rule), rule])).values()];
}
