/** A contract with one of its sources changed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYaml } from '@redocly/openapi-core';
import { bundle } from '../../../scripts/generate/bundle.js';
import { modelCatalogue } from '../../../scripts/generate/contract.js';
import { mediaTypes } from '../../../scripts/generate/media.js';
import { closedJudges } from '../../../scripts/lib/closed-schemas.js';
import type { ErrorExample, Example } from '../../../scripts/lib/examples.js';
import { describeFindings, findMistakes } from '../../../scripts/references/find-mistakes.js';
import { type Finding, Place } from '../../../scripts/references/report/place.js';
import { readSources, type Sources } from '../../../scripts/references/schemas/sources.js';

export interface Contract {
  sources: Sources;
  /** Text of a source, by its name in the folder of the contract. */
  text(file: string): Promise<string>;
  /** What is wrong when a source has another text, as `file:line:column: message`. */
  mistakes(file: string, text: string): Promise<string[]>;
  /** The same, by some of the checks. */
  findings(file: string, text: string, find: typeof findMistakes): Finding[];
}

/** @param folder that has an `openapi.yaml` */
export async function readContract(folder: string, examples: Example[], errors: ErrorExample[]): Promise<Contract> {
  const entry = join(folder, 'openapi.yaml');
  const document = await bundle(entry);
  const models = modelCatalogue(document).map(({ id }) => id);
  const judgeOf = closedJudges(document);
  const files = ['openapi.yaml', '../generated/openapi.yaml'].map((name) => join(folder, name));
  const descriptions = { names: ['nexconn'], files };
  const given = { document, examples, errors, mediaTypes, models, judgeOf, descriptions };
  const sources = await readSources(entry, given);
  const findings: Contract['findings'] = (file, text, find) => find(withSource(sources, new Place(join(folder, file), parseYaml(text))));
  const read = (file: string) => readFile(file, 'utf8');
  return {
    sources,
    text: (file) => read(join(folder, file)),
    mistakes: (file, text) =>
      describeFindings(findings(file, text, findMistakes), folder, (other) => (other === join(folder, file) ? text : read(other))),
    findings,
  };
}

function withSource(sources: Sources, place: Place): Sources {
  const swap = (other: Place) => (other.file === place.file ? place : other);
  const tables = Object.fromEntries(Object.entries(sources.tables).map(([name, table]) => [name, swap(table)])) as Sources['tables'];
  const { docsMap, navigation } = sources;
  return {
    ...sources,
    tables,
    workflows: sources.workflows.map(swap),
    docsMap: docsMap && swap(docsMap),
    navigation: navigation && swap(navigation),
  };
}
