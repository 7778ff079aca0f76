/** The map of the documentation: it has every leaf of the recorded navigation, and what it names exists. */
import { type ErrorExample, pageOf } from '../../lib/examples.js';
import { didYouMean, nearest } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';

/** What an entry of a kind has beside its path and provenance. */
const fieldsOf: Record<string, readonly string[]> = {
  endpoint: ['operation', 'example', 'models'],
  schema: ['schema'],
  guide: ['contributes'],
};

const everyField = ['path', 'kind', 'provenance', 'page', 'modified', 'notes'];

const pageName = (path: unknown): string => [path].flat().join(' / ');

export function* checkDocsMap(sources: Sources): Findings {
  const { docsMap, navigation, document } = sources;
  const words = Object.keys(document['x-provenance'] ?? {});
  if (!docsMap) return;
  const known = contributions(sources);
  for (const [, entry] of docsMap.entries()) {
    if (entry.value === null || typeof entry.value !== 'object') {
      yield { place: entry, message: `${entry.value} is no entry: it has no path.` };
      continue;
    }
    yield* checkFields(entry, words);
    yield* checkParts(entry, sources, known);
  }
  yield* checkRepeated(docsMap);
  if (navigation) yield* checkLeaves(navigation, docsMap);
}

/** @param words for a provenance */
function* checkFields(entry: Place, words: readonly string[]): Findings {
  const { kind, provenance, path } = entry.value;
  const own = fieldsOf[kind];
  const page = pageName(path);
  if (!own) {
    const kinds = Object.keys(fieldsOf);
    yield { place: entry.child('kind'), message: `${page}: the kind is none of ${kinds.join(', ')}${didYouMean(String(kind), kinds)}` };
    return;
  }
  const known = [...everyField, ...own];
  for (const [field, at] of entry.entries()) {
    if (!known.includes(field)) yield { place: at.key(), message: `${page}: ${kind} has no ${field}${didYouMean(field, known)}` };
  }
  const missing = ['path', 'provenance', ...own.filter((field) => field !== 'models')].find((field) => !entry.value[field]?.length);
  if (missing) yield { place: entry, message: `${page}: the field ${missing} is missing.` };
  if (provenance && !words.includes(provenance)) {
    const message = `${page}: provenance ${provenance} is none of ${words.join(', ')}${didYouMean(String(provenance), words)}`;
    yield { place: entry.child('provenance'), message };
  }
}

/** @param contributions what a guide can contribute to */
function* checkParts(entry: Place, { document, operations, examples, models }: Sources, contributions: ReadonlySet<string>): Findings {
  const { operation, example, schema, path } = entry.value;
  const page = pageName(path);
  const ids = operations.map(({ id }) => id);
  const schemas = Object.keys(document.components?.schemas ?? {});
  if (operation !== undefined && !ids.includes(operation)) {
    yield { place: entry.child('operation'), message: `${page}: no operation ${operation}${didYouMean(String(operation), ids)}` };
  } else if (example !== undefined) {
    const own = new Set(examples.filter(({ operationId }) => operationId === operation).map(({ name }) => pageOf(name)));
    if (!own.has(example))
      yield {
        place: entry.child('example'),
        message: `${page}: ${operation} has no example ${example}${didYouMean(String(example), own)}`,
      };
  }
  if (schema !== undefined && !schemas.includes(schema))
    yield { place: entry.child('schema'), message: `${page}: no schema ${schema}${didYouMean(String(schema), schemas)}` };
  for (const [, at] of entry.child('models').entries()) {
    if (models && !models.includes(at.value))
      yield { place: at, message: `${page}: no model ${at.value}${didYouMean(String(at.value), models)}` };
  }
  for (const [, at] of entry.child('contributes').entries()) {
    if (!contributions.has(at.value)) yield { place: at, message: `${page}: no ${at.value}${didYouMean(String(at.value), contributions)}` };
  }
}

/** A guide contributes to a field of the root, to `<kind>/<component>` or to `examples/errors/<name>`. */
const contributions = ({ document, errors }: Sources): Set<string> =>
  new Set([
    ...Object.keys(document),
    ...Object.entries(document.components ?? {}).flatMap(([kind, named]) => Object.keys(named).map((name) => `${kind}/${name}`)),
    ...errors.map(({ value }) => `examples/errors/${(value as ErrorExample).name}`),
  ]);

/** A path, and the example of a page, stand once. */
function* checkRepeated(docsMap: Place): Findings {
  for (const field of ['path', 'example']) {
    const seen = new Set<string>();
    for (const [, entry] of docsMap.entries()) {
      const at = entry.child(field);
      const text = JSON.stringify(at.value);
      if (at.value !== undefined && seen.has(text)) yield { place: at, message: `Another entry has the ${field} ${pageName(at.value)}.` };
      seen.add(text);
    }
  }
}

/** An entry that is gone is told where its leaf stands; one that is misspelt, where it stands itself. */
function* checkLeaves(navigation: Place, docsMap: Place): Findings {
  const entries = new Map(docsMap.entries().map(([, entry]) => [pageName(entry.value?.path), entry.child('path')]));
  const leaves = new Set(navigation.entries().map(([, leaf]) => pageName(leaf.value)));
  const beyond = [...entries.keys()].filter((page) => !leaves.has(page));
  for (const [, leaf] of navigation.entries()) {
    const page = pageName(leaf.value);
    if (entries.has(page)) continue;
    const misspelt = entries.get(nearest(page, beyond) ?? '');
    if (misspelt) yield { place: misspelt, message: `No leaf of the navigation is ${pageName(misspelt.value)}; did you mean ${page}?` };
    else
      yield { place: leaf, message: `docs-map.yaml has no entry for ${page}; if the documentation has it no more, it goes from here too.` };
  }
}
