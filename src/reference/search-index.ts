/** What the search of the page finds: operations, models, fields, schemas and pages of the documentation. */
import type { Document, Schema } from '../contract/openapi.js';
import type { PreparedContract } from '../contract/prepared.js';
import { type Entry, resolve } from './description.js';
import { membersOf, nameOf, schemaId } from './fields.js';
import { pageId } from './operation.js';

/** A kind of thing, in the order in which equals are shown. */
export type FoundKind = 'operation' | 'model' | 'field' | 'schema' | 'page';

/** Something to be found: how it is called, where it belongs, and its address on the page. */
export type SearchEntry = [kind: FoundKind, name: string, hint: string, id: string];

const json = 'application/json';

/** The request of an operation, and the addresses of its forms by the component that each is. */
function requestOf(description: Document, { operation }: Entry): { id: string; schema: Schema }[] {
  const schema = operation.requestBody?.content[json]?.schema;
  if (!schema) return [];
  const id = `${operation.operationId}.body`;
  const forms: Schema[] = resolve<Schema>(description, schema).oneOf ?? [];
  return [{ id, schema }, ...forms.map((form) => ({ id: `${id}:${nameOf(form)}`, schema: form }))];
}

/** @param place what stands before the names in addresses */
function fieldsIn(description: Document, schema: Schema, place: string, hint: string): SearchEntry[] {
  const { properties } = membersOf(description, schema);
  return Object.entries(properties).flatMap(([name, member]): SearchEntry[] => {
    const inner = resolve<Schema>(description, member);
    const item = inner.items ?? inner;
    // Components have entries of their own.
    const inside = nameOf(member) === undefined && nameOf(item) === undefined && item.properties !== undefined;
    const id = `${place}.${name}`;
    return [['field', name, hint, id], ...(inside ? fieldsIn(description, item, id, `${hint}.${name}`) : [])];
  });
}

export function searchIndex(description: Document, entries: Entry[], { models }: PreparedContract): SearchEntry[] {
  const operations = entries.map(({ method, path, operation }): SearchEntry => {
    const { operationId, summary = '' } = operation;
    return ['operation', summary, `${operationId} ${method} ${path}`, operationId];
  });
  const requests = entries.map((entry) => ({ entry, forms: requestOf(description, entry) }));
  const modelEntries = models.flatMap(({ id, operations: served, schemas }) =>
    served.map((operationId): SearchEntry => {
      const forms = requests.find(({ entry }) => entry.operation.operationId === operationId)?.forms ?? [];
      const form = forms.find(({ id: address }) => schemas.some((name) => address.endsWith(`:${name}`)));
      return ['model', id, operationId, form?.id ?? operationId];
    }),
  );
  const requestFields = requests.flatMap(({ entry: { operation, parameters }, forms }) => {
    const { operationId } = operation;
    return [
      ...parameters.map(({ name }): SearchEntry => ['field', name, `${operationId} parameter`, `${operationId}.parameters.${name}`]),
      ...forms.flatMap(({ id, schema }) => {
        const form = id.split(':')[1];
        return fieldsIn(description, schema, id, form === undefined ? `${operationId} request` : `${operationId} request, ${form}`);
      }),
    ];
  });
  const schemas = Object.entries(description.components.schemas);
  const requested = new Set(requests.flatMap(({ forms }) => forms.map(({ schema }) => nameOf(schema))));
  const schemaFields = schemas
    .filter(([name]) => !requested.has(name))
    .flatMap(([name, schema]) => fieldsIn(description, schema, schemaId(name), name));
  const pages = entries.flatMap(({ operation: { operationId, 'x-docs': docs } }) =>
    (docs?.pages ?? []).map(
      ({ path, page }, index): SearchEntry => [
        'page',
        path.at(-1) ?? '',
        [...path.slice(0, -1), operationId].join(' / '),
        pageId(operationId, page, index),
      ],
    ),
  );
  return [
    ...operations,
    ...modelEntries,
    ...requestFields,
    ...schemaFields,
    ...schemas.map(([name, { description: text = '' }]): SearchEntry => ['schema', name, text.slice(0, 80), schemaId(name)]),
    ...pages,
  ];
}
