/** The whole way from the sources to the generated files, in memory. */
import { stringifyYaml } from '@redocly/openapi-core';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { bundle, lint } from './bundle.js';
import { checkExampleNames } from './check-example-names.js';
import { type CheckExamples, exampleChecker } from './check-examples.js';
import { ContractError } from './contract-error.js';
import { readDocsMap } from './docs-map.js';
import { type Document, operationsOf } from './document.js';
import { readErrorExamples, readExamples } from './examples.js';
import { generateClient } from './generate-client.js';
import { generateMedia } from './generate-media.js';
import { generateReference } from './generate-reference.js';
import { generateTypes } from './generate-types.js';
import { placeErrors, placeExamples, placePages } from './place-examples.js';
import { prepareContract } from './prepare-contract.js';
import { requestValidators, responseValidators, validatorsDeclaration } from './prepare-validators.js';
import { type Project, project } from './project.js';

export type Progress = (step: string, milliseconds: number) => void;

/** What a mock serves. */
export interface Served {
  document: Document;
  /** Text of the description. */
  json: string;
  contract: PreparedContract;
  /** Code of the request validators. */
  requestValidators: string;
}

/** Generates from one project, again and again: work whose sources have not changed is not done again. */
export class Generator {
  #known: { bundle: string; check: CheckExamples; requestValidators: string } | undefined;

  constructor(
    readonly at: Project = project,
    readonly progress: Progress = () => {},
  ) {}

  /**
   * Lints, bundles, checks the examples and prepares what a mock serves.
   * @throws ContractError when the sources break a rule
   */
  async prepare(): Promise<Served> {
    const { entry, root, openapi, examples: folder } = this.at;
    const problems = await this.#step('lint', () => lint(entry, root));
    if (problems.length > 0)
      throw new ContractError(problems.map(({ severity, rule, where, message }) => `${severity} ${rule} ${where}: ${message}`));
    const document = await this.#step('bundle', () => bundle(entry, root));
    const docs = await readDocsMap(openapi);
    const pages = docs.flatMap(({ example }) => example ?? []);
    const states = Object.values<{ states: object }>(document['x-tasks']).flatMap(({ states }) => Object.keys(states));
    const [examples, errors] = await this.#step('read examples', () =>
      Promise.all([readExamples(pages, states, folder), readErrorExamples(folder)]),
    );
    const { check, requestValidators } = await this.#compile(document);
    const operationIds = [...operationsOf(document)].map(({ operation }) => operation.operationId);
    const findings = await this.#step('check examples', () => [
      ...checkExampleNames(docs, examples, errors, operationIds, Object.keys(document.components.schemas)),
      ...check(examples, errors),
    ]);
    if (findings.length > 0) throw new ContractError(findings.map(({ file, message }) => `${file}: ${message}`));
    placeExamples(document, examples);
    placeErrors(document, errors);
    placePages(document, docs);
    const json = `${JSON.stringify(document, null, 2)}\n`;
    const contract = await this.#step('prepare', () => prepareContract(document, examples, errors, docs, json));
    return { document, json, contract, requestValidators };
  }

  /** @returns text by file name, relative to `generated/` */
  async files({ document, json, contract, requestValidators }: Served): Promise<Map<string, string>> {
    return new Map([
      ['openapi.json', json],
      ['openapi.yaml', await this.#step('yaml', () => stringifyYaml(document, { noRefs: true, lineWidth: -1 }))],
      ['types.ts', await this.#step('types', () => generateTypes(document))],
      ['client.ts', await this.#step('client', () => generateClient(document))],
      ['contract.ts', contractModule(contract)],
      ['models.json', `${JSON.stringify(contract.models, null, 2)}\n`],
      ['media.ts', await generateMedia()],
      ['reference.ts', await generateReference()],
      ['request-validators.d.ts', validatorsDeclaration],
      ['response-validators.d.ts', validatorsDeclaration],
      ['request-validators.js', requestValidators],
      ['response-validators.js', await this.#step('response validators', () => responseValidators(document))],
    ]);
  }

  /** What is compiled depends on the bundle alone, not on the examples. */
  async #compile(document: Document) {
    const text = JSON.stringify(document);
    if (this.#known?.bundle !== text) {
      const code = await this.#step('request validators', () => requestValidators(document));
      this.#known = { bundle: text, check: exampleChecker(document), requestValidators: code };
    }
    return this.#known;
  }

  async #step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.progress(name, performance.now() - start);
    return result;
  }
}

/** The whole way, once. */
export async function generateAll(progress?: Progress): Promise<Map<string, string>> {
  const generator = new Generator(project, progress);
  return generator.files(await generator.prepare());
}

/** The prepared contract as a module: a string that is parsed is read several times faster than an object literal. */
const contractModule = (contract: PreparedContract): string =>
  `/* Generated from openapi/ by \`npm run generate\`. Do not edit. */
import type { PreparedContract } from '../src/contract/prepared.js';

export const contract: PreparedContract = JSON.parse(${JSON.stringify(JSON.stringify(contract))});
`;
