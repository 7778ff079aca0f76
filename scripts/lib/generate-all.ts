/** The whole way from the sources to the generated files, in memory. */
import { stringifyYaml } from '@redocly/openapi-core';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { bundle, lint } from './bundle.js';
import { checkExampleNames } from './check-example-names.js';
import { checkExamples } from './check-examples.js';
import { readDocsMap } from './docs-map.js';
import { operationsOf } from './document.js';
import { readErrorExamples, readExamples } from './examples.js';
import { generateClient } from './generate-client.js';
import { generateMedia } from './generate-media.js';
import { generateTypes } from './generate-types.js';
import { placeErrors, placeExamples, placePages } from './place-examples.js';
import { prepareContract } from './prepare-contract.js';
import { requestValidators, responseValidators, validatorsDeclaration } from './prepare-validators.js';

/** The sources break a rule; each finding is a line for a person. */
export class ContractError extends Error {
  constructor(readonly findings: string[]) {
    super(findings.join('\n'));
  }
}

export type Progress = (step: string, milliseconds: number) => void;

/** @returns text by file name, relative to `generated/` */
export async function generateAll(progress: Progress = () => {}): Promise<Map<string, string>> {
  const step = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    progress(name, performance.now() - start);
    return result;
  };

  const problems = await step('lint', () => lint());
  if (problems.length > 0)
    throw new ContractError(problems.map(({ severity, rule, where, message }) => `${severity} ${rule} ${where}: ${message}`));

  const document = await step('bundle', () => bundle());
  const docs = await readDocsMap();
  const pages = docs.flatMap(({ example }) => example ?? []);
  const states = Object.values<{ states: object }>(document['x-tasks']).flatMap(({ states }) => Object.keys(states));
  const [examples, errors] = await step('read examples', () => Promise.all([readExamples(pages, states), readErrorExamples()]));
  const operationIds = [...operationsOf(document)].map(({ operation }) => operation.operationId);
  const findings = await step('check examples', () => [
    ...checkExampleNames(docs, examples, errors, operationIds, Object.keys(document.components.schemas)),
    ...checkExamples(document, examples, errors),
  ]);
  if (findings.length > 0) throw new ContractError(findings.map(({ file, message }) => `${file}: ${message}`));
  placeExamples(document, examples);
  placeErrors(document, errors);
  placePages(document, docs);

  const json = `${JSON.stringify(document, null, 2)}\n`;
  const contract = await step('prepare', () => prepareContract(document, examples, errors, docs, json));
  return new Map([
    ['openapi.json', json],
    ['openapi.yaml', await step('yaml', () => stringifyYaml(document, { noRefs: true, lineWidth: -1 }))],
    ['types.ts', await step('types', () => generateTypes(document))],
    ['client.ts', await step('client', () => generateClient(document))],
    ['contract.ts', contractModule(contract)],
    ['models.json', `${JSON.stringify(contract.models, null, 2)}\n`],
    ['media.ts', await generateMedia()],
    ['request-validators.d.ts', validatorsDeclaration],
    ['response-validators.d.ts', validatorsDeclaration],
    ['request-validators.js', await step('request validators', () => requestValidators(document))],
    ['response-validators.js', await step('response validators', () => responseValidators(document))],
  ]);
}

/** The prepared contract as a module: a string that is parsed is read several times faster than an object literal. */
const contractModule = (contract: PreparedContract): string =>
  `/* Generated from openapi/ by \`npm run generate\`. Do not edit. */
import type { PreparedContract } from '../src/contract/prepared.js';

export const contract: PreparedContract = JSON.parse(${JSON.stringify(JSON.stringify(contract))});
`;
