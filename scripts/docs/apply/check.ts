/** What is wrong with the contract after edits that was not before. */
import { relative } from 'node:path';
import { checkExamples } from '../../generate/examples/check-examples.js';
import type { Example } from '../../lib/examples.js';
import { findMistakes } from '../../references/find-mistakes.js';
import type { ContractSources } from '../locate/contract-sources.js';
import { examplesOf } from '../locate/page-parts.js';
import { referenceSources } from '../locate/sources-of-references.js';

const mistakesIn = (sources: ContractSources): Map<string, string> =>
  new Map(
    findMistakes(referenceSources(sources)).map(({ place, message }) => {
      const file = relative(sources.folder, place.file);
      const { line } = sources.position({ file, path: place.path }, place.onKey);
      return [`${file} ${message}`, `openapi/${file}:${line}: ${message}`];
    }),
  );

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
  const known = mistakesIn(before);
  const knownWrong = wrong.length > 0 ? new Set(examplesWrong(before, operations)) : new Set<string>();
  return [...[...found].flatMap(([key, line]) => (known.has(key) ? [] : [line])), ...wrong.filter((line) => !knownWrong.has(line))];
}
