/** Reads the OpenAPI description of a page, which may have been made by anybody. */
import { targetOf } from '../../../src/contract/ref.js';
import type { Document } from '../../lib/document.js';
import { parseYaml } from '../../lib/read-yaml.js';
import { wellFormed } from './well-formed.js';

/** How many values a block may have once its aliases are written out, and how deep: no page has a tenth of it. */
const mostValues = 1_000_000;
const deepest = 500;

/** How many values there are, each as often as it is named. */
function countValues(value: unknown, known: Map<object, number>, depth = 0): number {
  if (value === null || typeof value !== 'object') return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (depth > deepest) return Number.POSITIVE_INFINITY;
  // What holds itself is found here again.
  known.set(value, Number.POSITIVE_INFINITY);
  const count = Object.values(value).reduce((sum: number, inner) => sum + countValues(inner, known, depth + 1), 1);
  known.set(value, count);
  return count;
}

/**
 * What a block of code says.
 * @throws Error when it is neither YAML nor JSON, or larger than a page can be
 */
export function parseBlock(text: string): unknown {
  const value: unknown = parseYaml(text, 'YAML');
  if (countValues(value, new Map()) > mostValues) throw new Error('its aliases make it larger than any page');
  return value;
}

/** A reference as people write it. */
export function decodedReference(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** @throws Error unless a reference leads to something in the document */
function checkReference(document: unknown, reference: string): void {
  const passed = new Set<string>();
  for (let next: unknown = reference; typeof next === 'string'; ) {
    if (passed.has(next)) throw new Error(`\`${decodedReference(reference)}\` refers to itself`);
    passed.add(next);
    const target = targetOf(document, next);
    if (target === undefined) throw new Error(`\`${decodedReference(next)}\` is not in it`);
    next = (target as { $ref?: unknown } | null)?.$ref;
  }
}

/** Paths with what they have, be it that it stands elsewhere in the document. */
function withPaths(document: Document): Document {
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const { $ref, ...own } = item as { $ref?: unknown };
    return [path, typeof $ref === 'string' ? { ...(targetOf(document, $ref) as object), ...own } : item];
  });
  return { ...document, ...(document.paths && { paths: Object.fromEntries(paths) }) };
}

/**
 * A description as a document in which each reference leads somewhere.
 * @throws Error that says what is wrong with it
 */
export function readDescription(content: unknown): Document {
  const references: string[] = [];
  const note = (key: string, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') references.push(value);
    return value;
  };
  const document = wellFormed(JSON.parse(JSON.stringify(content ?? null), note));
  for (const reference of references) checkReference(document, reference);
  return withPaths(document);
}
