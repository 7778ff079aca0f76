/** Checks that examples and documentation pages know each other: by name, by operation, and with a provenance. */

import type { DocsEntry } from '../lib/docs-map.js';
import type { Docs } from '../lib/document.js';
import { type ErrorExample, type Example, pageOf } from '../lib/examples.js';
import type { Finding } from './check-examples.js';

const docsMap = 'openapi/docs-map.yaml';

/**
 * @param operations operationIds of the contract
 * @param schemas names of its component schemas
 * @param words for a provenance
 */
export function checkExampleNames(
  docs: DocsEntry[],
  examples: Example[],
  errors: ErrorExample[],
  operations: string[],
  schemas: string[],
  words: string[],
): Finding[] {
  const findings: Finding[] = [];
  const add = (file: string, messages: Iterable<string>) => {
    for (const message of messages) findings.push({ file, message });
  };
  for (const entry of docs) add(docsMap, checkEntry(entry, examples, operations, schemas, words));
  for (const example of examples) {
    add(example.file, checkPage(example, docs));
    add(example.file, checkDocs(example, words));
  }
  for (const error of errors) {
    add(error.file, checkErrorName(error));
    add(error.file, checkDocs(error, words));
  }
  return findings;
}

function* checkEntry(
  { path, operation, example, schema, provenance }: DocsEntry,
  examples: Example[],
  operations: string[],
  schemas: string[],
  words: string[],
): Generator<string> {
  const page = path.join(' / ');
  if (operation !== undefined && !operations.includes(operation)) yield `${page}: no operation ${operation}`;
  if (schema !== undefined && !schemas.includes(schema)) yield `${page}: no schema ${schema}`;
  if (example !== undefined && !examples.some(({ operationId, name }) => operationId === operation && pageOf(name) === example)) {
    yield `${page}: ${operation} has no example ${example}`;
  }
  if (!words.includes(provenance)) yield `${page}: ${illegal(provenance, words)}`;
}

/** An operation without a page of its own may name its examples freely. */
function* checkPage({ operationId, name }: Example, docs: DocsEntry[]): Generator<string> {
  if (!docs.some(({ operation }) => operation === operationId)) return;
  const page = docs.find(({ example }) => example === pageOf(name));
  if (!page) yield `no page has an example ${pageOf(name)}`;
  else if (page.operation !== operationId) yield `the page of ${pageOf(name)} belongs to ${page.operation}`;
}

function* checkErrorName({ name, dialect, status }: ErrorExample): Generator<string> {
  const base = `${dialect}-${status}`;
  if (name !== base && !name.startsWith(`${base}-`)) yield `the name of an error of ${dialect} with ${status} begins with ${base}`;
}

function* checkDocs({ docs }: { docs: Docs | undefined }, words: string[]): Generator<string> {
  if (!docs) yield 'x-docs is missing';
  else if (!words.includes(docs.provenance)) yield `x-docs: ${illegal(docs.provenance, words)}`;
}

const illegal = (provenance: unknown, words: string[]): string => `provenance ${provenance} is none of ${words.join(', ')}`;
