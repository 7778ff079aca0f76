/** Compares the facts of a page that is read for the first time with those of the contract. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, type Json, operationsOf } from '../../lib/document.js';
import { compareFacts, exampleAt } from '../facts/compare-facts.js';
import { type Change, type Fact, type FactKind, factLine } from '../facts/fact.js';
import { contractExamples, contractFacts, originOf } from '../facts/of-contract.js';
import { exampleFacts, factsOfPage } from '../facts/of-page.js';
import type { DocsPage } from '../read/page.js';
import type { Found } from './locate.js';

export interface FirstReading {
  /** What the page says otherwise than the contract. */
  changes: { change: Change; provenance?: string }[];
  /** What the contract has and the page does not show, which may be known from elsewhere. */
  beyond: Change[];
}

/** Kinds that are compared otherwise: what is called, how it is answered, and examples. */
const judgedElsewhere: ReadonlySet<FactKind> = new Set<FactKind>(['method', 'path', 'server', 'status', 'example']);

/** Headers that every request has, or that the security of the contract describes. */
const ownHeaders = /^parameter header (?:authorization|content-type|accept|x-api-key|x-goog-api-key)\b/i;

const isCompared = (fact: Fact): boolean =>
  !judgedElsewhere.has(fact.kind) &&
  !(fact.kind === 'bound' && fact.value.startsWith('examples ')) &&
  !(fact.kind === 'security' && fact.value === 'none') &&
  !ownHeaders.test(fact.pointer);

/** Words of `x-provenance` for what a documentation shows. */
const documented = (document: Document): Set<string> =>
  new Set(
    Object.entries((document as unknown as { 'x-provenance'?: Record<string, string> })['x-provenance'] ?? {}).flatMap(([word, meaning]) =>
      /documentation/.test(meaning) ? [word] : [],
    ),
  );

/** How many pages have a component in what they show. */
export function pagesByComponent(document: Document, docs: readonly DocsEntry[]): (component: string) => number {
  const text = (node: unknown) => JSON.stringify(node) ?? '';
  const referred = (node: unknown) =>
    [...text(node).matchAll(/"#\/components\/(?:schemas|responses|parameters)\/([^"]+)"/g)].map(([, name]) => name as string);
  const parts = new Map(
    Object.values(document.components as Record<string, Record<string, unknown>>).flatMap((group) => Object.entries(group)),
  );
  const counts = new Map<string, number>();
  for (const { operation } of operationsOf(document)) {
    const pages = docs.filter((entry) => entry.operation === operation.operationId).length;
    const reached = new Set<string>();
    for (const names = referred({ ...operation, callbacks: undefined }); names.length > 0; ) {
      const name = names.pop() as string;
      if (reached.has(name)) continue;
      reached.add(name);
      names.push(...referred(parts.get(name)));
    }
    for (const name of reached) counts.set(name, (counts.get(name) ?? 0) + pages);
  }
  return (component) => counts.get(component) ?? 0;
}

const mostWords = 3;
const isSentence = (value: string | undefined): boolean => (value ?? '').split(/\s+|\\n/).length >= mostWords;

/** How many facts two examples do not share. */
function distance(a: readonly Fact[], b: readonly Fact[]): number {
  const lines = new Set(a.map(factLine));
  const shared = b.filter((fact) => lines.has(factLine(fact))).length;
  return a.length + b.length - 2 * shared;
}

/** The example that is the most like a value, as facts at an address. */
function nearestFacts(examples: Json[], facts: Fact[], address: string): { facts: Fact[]; distance: number } | undefined {
  const all = examples.filter((example) => typeof example !== 'string').map((example) => exampleFacts(example, address));
  return all.map((own) => ({ facts: own, distance: distance(own, facts) })).sort((a, b) => a.distance - b.distance)[0];
}

/** What an example of the page says otherwise than the nearest of the contract's. Sentences are the contract's own, and may differ. */
function exampleChanges(document: Document, operations: Found[], entry: DocsEntry, page: DocsPage): Change[] {
  const shown = page.payloads.filter(({ role, address }) => (role === 'request' || role === 'response') && / example \d+$/.test(address));
  const own = operations.map(({ operation }) => operation);
  return shown.flatMap(({ value, address }) => {
    const facts = exampleFacts(value, address);
    const nearest = nearestFacts(contractExamples(document, own, entry, address), facts, address);
    if (!nearest || nearest.distance === 0) return [];
    return compareFacts(nearest.facts, facts).filter(({ before, after }) => !(isSentence(before) && isSentence(after)));
  });
}

/** @param pagesOf how many pages show a component */
export function compareFirstReading(
  document: Document,
  entry: DocsEntry,
  operations: Found[],
  page: DocsPage,
  pagesOf: (component: string) => number,
): FirstReading {
  const [found] = operations;
  const subject = entry.schema !== undefined ? { schema: entry.schema } : found;
  if (!subject) return { changes: [], beyond: [] };
  const { facts, origins } = contractFacts(document, subject, page);
  const words = documented(document);
  const theirs = factsOfPage(page).filter(isCompared);
  const shown = new Set(theirs.map(({ kind }) => kind));
  const hasSchema = new Set(
    theirs.filter(({ pointer }) => pointer.includes('#')).map(({ pointer }) => pointer.slice(0, pointer.indexOf('#'))),
  );
  const ours = facts.filter(
    (fact) =>
      isCompared(fact) &&
      shown.has(fact.kind) &&
      (!fact.pointer.includes('#') || hasSchema.has(fact.pointer.slice(0, fact.pointer.indexOf('#')))),
  );
  const result: FirstReading = { changes: exampleChanges(document, operations, entry, page).map((change) => ({ change })), beyond: [] };
  const sourceOf = (pointer: string) => {
    const { provenances, components } = originOf(origins, pointer) ?? { provenances: new Set<string>(), components: new Set<string>() };
    const isKnown = provenances.size > 0 && [...provenances].every((word) => words.has(word));
    const isOwn = entry.schema !== undefined || [...components].every((component) => pagesOf(component) <= 1);
    return { provenance: [...provenances].join(', '), isLost: isKnown && isOwn };
  };
  // A member that is known from elsewhere is no earlier name of one that has come.
  const names = new Set(theirs.filter(({ kind }) => kind === 'field').map(({ pointer }) => pointer));
  const kept = ours.filter(({ kind, pointer }) => kind === 'field' && !names.has(pointer) && !sourceOf(pointer).isLost);
  const isKept = ({ pointer }: Fact) => kept.some((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));
  result.beyond.push(...kept.map(({ kind, pointer, value }) => ({ kind, pointer, before: value })));
  for (const change of compareFacts(
    ours.filter((fact) => !isKept(fact)),
    theirs,
  )) {
    const { provenance } = sourceOf(change.pointer);
    if (change.after === undefined && change.kind !== 'field') result.beyond.push(change);
    else result.changes.push({ change, ...(provenance && { provenance }) });
  }
  return result;
}

/** The page of which an example is the most like the one shown, where several pages have one operation. */
export function nearestEntry(document: Document, candidates: DocsEntry[], operations: Found[], page: DocsPage): DocsEntry | undefined {
  const asked =
    page.payloads.find(({ address }) => address === 'request example 1')?.value ??
    (page.calls[0]?.body ? exampleAt(factsOfPage(page), 'call 1') : undefined);
  if (asked === undefined) return undefined;
  const facts = exampleFacts(asked, '');
  const own = operations.map(({ operation }) => operation);
  const ranked = candidates
    .map((entry) => ({ entry, ...nearestFacts(contractExamples(document, own, entry, 'request'), facts, '') }))
    .map(({ entry, distance = Number.POSITIVE_INFINITY }) => ({ entry, distance }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  return first && first.distance < facts.length && first.distance < (second?.distance ?? Number.POSITIVE_INFINITY)
    ? first.entry
    : undefined;
}
