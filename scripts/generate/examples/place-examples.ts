/** Puts the examples and the documentation pages into a bundle, where readers of OpenAPI look for them. */

import { eventStreamText } from '../../../src/contract/event-stream.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import {
  componentName,
  type Document,
  type DocumentationPage,
  type Json,
  type MediaType,
  operationsOf,
  type Response,
  resolve,
} from '../../lib/document.js';
import { type ErrorExample, type Example, pageOf } from '../../lib/examples.js';

const json = 'application/json';
const eventStream = 'text/event-stream';

function add(mediaType: MediaType | undefined, example: { name: string; summary: string; docs: unknown }, value: Json): void {
  if (!mediaType) return;
  mediaType.examples ??= {};
  mediaType.examples[example.name] = { summary: example.summary, 'x-docs': example.docs, value };
}

/** Places each request and answer under the media types of its operation; a stream as the text on the wire. */
export function placeExamples(document: Document, examples: Example[]): void {
  const operations = new Map([...operationsOf(document)].map(({ operation }) => [operation.operationId, operation]));
  for (const example of examples) {
    const operation = operations.get(example.operationId);
    if (!operation) continue;
    if (example.request.body !== undefined) add(operation.requestBody?.content[json], example, example.request.body);
    const content = operation.responses[String(example.response.status)]?.content;
    const { events, body } = example.response;
    if (events && operation['x-stream']) {
      add(content?.[eventStream], example, eventStreamText(events, operation['x-stream']));
    } else if (body !== undefined) {
      add(content?.[json], example, body);
    }
  }
}

/**
 * Places each error body in the response components of its dialect and status. Statuses that no operation declares go to the
 * `default` responses.
 */
export function placeErrors(document: Document, errors: ErrorExample[]): void {
  const uses = new Map<string, { response: Response; statuses: Set<string> }>();
  const declared = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!response.$ref) continue;
      const name = componentName(response.$ref);
      const use = uses.get(name) ?? { response: resolve(document, response), statuses: new Set() };
      use.statuses.add(status);
      uses.set(name, use);
      for (const dialect of [use.response['x-error-dialect'] ?? []].flat()) declared.add(`${dialect} ${status}`);
    }
  }
  for (const error of errors) {
    const wanted = declared.has(`${error.dialect} ${error.status}`) ? String(error.status) : 'default';
    for (const [name, { response, statuses }] of uses) {
      const speaks = [response['x-error-dialect'] ?? []].flat().includes(error.dialect);
      if (error.only ? error.only.includes(name) : speaks && statuses.has(wanted)) add(response.content?.[json], error, error.body);
    }
  }
}

/** Adds the documentation pages to the `x-docs` of operations, examples and schemas. */
export function placePages(document: Document, entries: DocsEntry[]): void {
  const page = ({ path, page, modified, provenance }: DocsEntry): DocumentationPage => ({
    path,
    ...(page && { page }),
    ...(modified && { modified }),
    provenance,
  });
  const grouped = (key: (entry: DocsEntry) => string | undefined) => {
    const groups = new Map<string, DocumentationPage[]>();
    for (const entry of entries) {
      const name = key(entry);
      if (name) groups.set(name, [...(groups.get(name) ?? []), page(entry)]);
    }
    return groups;
  };
  const byOperation = grouped((entry) => entry.operation);
  const byExample = grouped((entry) => entry.example);
  const bySchema = grouped((entry) => entry.schema);
  for (const { operation } of operationsOf(document)) {
    const pages = byOperation.get(operation.operationId);
    if (operation['x-docs'] && pages) operation['x-docs'].pages = pages;
    const content = [operation.requestBody?.content, ...Object.values(operation.responses).map((response) => response.content)];
    for (const mediaType of content.flatMap((entry) => Object.values(entry ?? {}))) {
      for (const [name, example] of Object.entries(mediaType.examples ?? {})) {
        const pages = byExample.get(pageOf(name));
        if (pages) example['x-docs'] = { ...(example['x-docs'] as object), pages };
      }
    }
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const pages = bySchema.get(name);
    if (pages && schema['x-docs']) schema['x-docs'] = { ...schema['x-docs'], pages };
  }
}
