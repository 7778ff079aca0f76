/** What is wrong with the contract after edits that was not before. */
import { relative } from 'node:path';
import { checkExamples } from '../../generate/examples/check-examples.js';
import type { Example } from '../../lib/examples.js';
import { findMistakes } from '../../references/find-mistakes.js';
import type { Finding } from '../../references/report/place.js';
import type { ContractSources } from '../locate/contract-sources.js';
import { examplesOf } from '../locate/page-parts.js';
import { referenceSources } from '../locate/sources-of-references.js';

/** Findings by what makes two the same: an edit may have moved the line of one. */
const mistakesIn = (sources: ContractSources): Map<string, Finding> =>
  new Map(
    findMistakes(referenceSources(sources)).map((finding) => [
      `${relative(sources.folder, finding.place.file)} ${finding.message}`,
      finding,
    ]),
  );

function lineOf(sources: ContractSources, { place, message }: Finding): string {
  const file = relative(sources.folder, place.file);
  return `openapi/${file}:${sources.position({ file, path: place.path }, place.onKey).line}: ${message}`;
}

function examplesWrong(sources: ContractSources, operations: readonly string[]): string[] {
  const examples = operations.flatMap((id) => examplesOf(sources, id)) as unknown as Example[];
  return checkExamples(sources.document, examples, []).map(({ file, message }) => `openapi/${file}: ${message}`);
}

/**
 * @param operations whose examples are looked at
 * @returns each as a line
 */
export function problemsOf(before: ContractSources, after: ContractSources, operations: readonly string[]): string[] {
  const found = mistakesIn(after);
  const wrong = examplesWrong(after, operations);
  if (found.size === 0 && wrong.length === 0) return [];
  const known = found.size > 0 ? mistakesIn(before) : new Map();
  const knownWrong = wrong.length > 0 ? new Set(examplesWrong(before, operations)) : new Set<string>();
  return [
    ...[...found].flatMap(([key, finding]) => (known.has(key) ? [] : [lineOf(after, finding)])),
    ...wrong.filter((line) => !knownWrong.has(line)),
  ];
}
