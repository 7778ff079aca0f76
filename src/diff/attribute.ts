/** Says of each change which operations and which documentation pages it touches. */

import type { Document, MediaType, Operation, Schema } from '../contract/openapi.js';
import type { Change } from './model/change.js';
import { componentName, operationsOf, resolve } from './model/document.js';
import { groupBy } from './model/group-by.js';
import { type Reach, uses } from './model/reach.js';

type Pages = { path: string[] }[];
type WithPages = { 'x-docs'?: { pages?: unknown } } | undefined;

const pagesOf = (part: WithPages): string[] => ((part?.['x-docs']?.pages ?? []) as Pages).map(({ path }) => path.join(' / '));

function mediaTypes(operation: Operation): MediaType[] {
  const contents = [operation.requestBody?.content, ...Object.values(operation.responses).map(({ content }) => content)];
  return contents.flatMap((content) => Object.values(content ?? {}));
}

/** The pages of an operation whose requests are of one alternative: those with an example that names it. */
function pagesOfBranch(document: Document, operation: Operation, component: string): string[] {
  const body = operation.requestBody?.content['application/json'];
  const schema = body?.schema && resolve<Schema>(document, body.schema);
  const branch = (schema?.oneOf as Schema[] | undefined)?.find(({ $ref }) => $ref && componentName($ref) === component);
  const property: string | undefined = schema?.discriminator?.propertyName;
  if (!branch || !property) return [];
  const selector = resolve<Schema>(document, resolve<Schema>(document, branch).properties?.[property] ?? {});
  const values: unknown[] = 'const' in selector ? [selector.const] : (selector.enum ?? []);
  const examples = Object.values(body?.examples ?? {}).filter(({ value }) => values.includes((value as Record<string, unknown>)[property]));
  return examples.flatMap((example) => pagesOf(example as WithPages));
}

interface Version {
  document: Document;
  reached: Map<string, Reach>;
}

/** @param versions the newer contract and the older one, in which is what is gone */
export function attribute(changes: Change[], versions: Version[]): Change[] {
  const operations = groupBy(
    versions.flatMap(({ document }) => [...operationsOf(document)].map(({ operation }) => ({ document, operation }))),
    ({ operation }) => operation.operationId,
  );
  const reached = versions.map((version) => version.reached);

  /** The pages that show just the part that has changed. */
  function closestPages({ rule, component, subjects }: Change, touched: string[]): string[] {
    const shown = touched.flatMap((id) => operations.get(id) ?? []);
    if (rule === 'example')
      return shown.flatMap(({ operation }) =>
        mediaTypes(operation).flatMap(({ examples }) => pagesOf(examples?.[subjects[0] ?? ''] as WithPages)),
      );
    if (component === undefined) return [];
    const ofType = versions.flatMap(({ document }) => pagesOf(document.components.schemas[component]));
    return [...ofType, ...shown.flatMap(({ document, operation }) => pagesOfBranch(document, operation, component))];
  }

  return changes.map((item) => {
    const { component } = item;
    const used = component === undefined ? [] : [...operations.keys()].filter((id) => uses(reached, id, component));
    const touched = item.operations.length > 0 ? item.operations : used;
    const closest = closestPages(item, touched);
    const all = touched.flatMap((id) => pagesOf(operations.get(id)?.[0]?.operation));
    return { ...item, operations: touched, pages: [...new Set(closest.length > 0 ? closest : all)] };
  });
}
