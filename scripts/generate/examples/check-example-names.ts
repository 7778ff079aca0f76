/** Checks that examples know their documentation pages, by name and by operation, and have a provenance. */

import type { DocsEntry } from '../../lib/docs-map.js';
import type { Docs } from '../../lib/document.js';
import { type ErrorExample, type Example, pageOf } from '../../lib/examples.js';
import type { Finding } from './check-examples.js';

/**
 * What the pages name is checked with the other references.
 * @param words for a provenance
 */
export function checkExampleNames(docs: DocsEntry[], examples: Example[], errors: ErrorExample[], words: string[]): Finding[] {
  const findings: Finding[] = [];
  const add = (file: string, messages: Iterable<string>) => {
    for (const message of messages) findings.push({ file, message });
  };
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
