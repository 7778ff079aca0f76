/** What belongs together in requests (`x-refers`), and what their texts stand for (`x-medium`), as the check of exchanges reads it. */
import { escapePattern } from '../../../src/contract/escape-pattern.js';
import { formatPointer } from '../../../src/contract/pointer.js';
import type { MediumRule, ReferenceRule } from '../../../src/contract/prepared/reference-rule.js';
import { type Document, operationsOf, resolve, type Schema } from '../../lib/document.js';

/** By operationId; those of all alternatives of a request, since each speaks of members that only it has. */
export const prepareReferences = (document: Document): Record<string, ReferenceRule[]> =>
  Object.fromEntries(
    [...operationsOf(document)].flatMap(({ operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const rules = [...rulesOf(document, schema), ...mediaOf(document, schema)];
      return rules.length > 0 ? [[operation.operationId, rules]] : [];
    }),
  );

function rulesOf(document: Document, part: Schema | undefined): ReferenceRule[] {
  if (!part) return [];
  const { 'x-refers': own = [], oneOf = [], anyOf = [], allOf = [] } = resolve<Schema>(document, part);
  // Whose members they name is for those who check the sources.
  const named = own.map(({ of: _, ...rule }: Schema) => rule);
  const all = [...named, ...[oneOf, anyOf, allOf].flat().flatMap((branch: Schema) => rulesOf(document, branch))];
  return [...new Map(all.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** One rule for each place of a medium, for the models whose requests have it there. */
function mediaOf(document: Document, schema: Schema | undefined): ReferenceRule[] {
  const found = new Map<string, { rule: ReferenceRule; models: Set<string | undefined> }>();
  const walk = (part: Schema, path: readonly string[], seen: readonly Schema[], outer: string | undefined): void => {
    const target = resolve<Schema>(document, part);
    if (seen.includes(target)) return;
    const model = path.length === 0 ? (target.properties?.model?.const ?? outer) : outer;
    const medium: MediumRule | undefined = part['x-medium'] ?? target['x-medium'];
    if (medium) {
      const rule = { at: formatPointer(path), medium };
      const known = found.get(JSON.stringify(rule)) ?? { rule, models: new Set() };
      found.set(JSON.stringify(rule), known);
      known.models.add(model);
    }
    const below = [...seen, target];
    for (const [name, member] of Object.entries<Schema>(target.properties ?? {})) walk(member, [...path, name], below, model);
    if (target.items) walk(target.items, [...path, '*'], below, model);
    for (const branch of [target.allOf, target.anyOf, target.oneOf].flatMap((branches: Schema[] = []) => branches))
      walk(branch, path, below, model);
  };
  if (schema) walk(schema, [], [], undefined);
  return [...found.values()].map(({ rule, models }) =>
    models.has(undefined) ? rule : { ...rule, models: `^(?:${[...models].map((model) => escapePattern(model as string)).join('|')})$` },
  );
}
