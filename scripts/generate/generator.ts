/** The whole way from the sources to the generated files, in memory. */
import type { PreparedContract } from '../../src/contract/prepared.js';
import { ContractError } from '../lib/contract-error.js';
import { readDocsMap } from '../lib/docs-map.js';
import { type Document, operationsOf } from '../lib/document.js';
import { readErrorExamples, readExamples } from '../lib/examples.js';
import { type Project, project } from '../lib/project.js';
import { bundle, lint, toYaml } from './bundle.js';
import { checkExampleNames } from './check-example-names.js';
import { type CheckExamples, exampleChecker } from './check-examples.js';
import { generateClient, generateMethods } from './client.js';
import { CodeGenerator } from './code-generator.js';
import type { CodeName } from './code-worker.js';
import { prepareContract } from './contract.js';
import { generateMedia } from './media.js';
import { placeErrors, placeExamples, placePages } from './place-examples.js';
import { generateReference } from './reference.js';
import { validatorsDeclaration } from './validators/validators.js';

export type Progress = (step: string, milliseconds: number) => void;

/** What a mock serves. */
export interface Served {
  document: Document;
  /** Text of the description. */
  json: string;
  contract: PreparedContract;
  /** Code of the request validators. */
  requestValidators: string;
  code: Code;
}

/** Texts that depend on the bundle alone. */
type Code = Record<'requestValidators' | 'types' | 'responseValidators', Promise<string>>;

/** What has been made of a bundle. */
interface Compiled {
  bundle: string;
  code: Code;
  check: CheckExamples;
}

/** Generates from one project, again and again: work whose sources have not changed is not done again. */
export class Generator {
  readonly #generator = new CodeGenerator();
  #compiled: Compiled | undefined;

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
    const bundling = this.#step('bundle', () => bundle(entry, root)).then((document) => ({ document, ...this.#compile(document) }));
    // The bundle comes first, so that code is generated from it meanwhile, but what is wrong with the sources is for the linter to say.
    await bundling.catch(() => {});
    const problems = await this.#step('lint', () => lint(entry, root));
    if (problems.length > 0)
      throw new ContractError(problems.map(({ severity, rule, where, message }) => `${severity} ${rule} ${where}: ${message}`));
    const { document, check, code } = await bundling;
    const docs = await readDocsMap(openapi);
    const pages = docs.flatMap(({ example }) => example ?? []);
    const states = Object.values<{ states: object }>(document['x-tasks']).flatMap(({ states }) => Object.keys(states));
    const [examples, errors] = await this.#step('read examples', () =>
      Promise.all([readExamples(pages, states, folder), readErrorExamples(folder)]),
    );
    const operationIds = [...operationsOf(document)].map(({ operation }) => operation.operationId);
    const findings = await this.#step('check examples', () => [
      ...checkExampleNames(docs, examples, errors, operationIds, Object.keys(document.components.schemas)),
      ...check(examples, errors),
    ]);
    if (findings.length > 0) throw new ContractError(findings.map(({ file, message }) => `${file}: ${message}`));
    placeExamples(document, examples);
    placeErrors(document, errors);
    placePages(document, docs);
    const contract = await this.#step('prepare', () => prepareContract(document, examples, errors, docs, toJson(document)));
    document.info.version = contract.build;
    return { document, json: toJson(document), contract, code, requestValidators: await code.requestValidators };
  }

  /** @returns text by file name, relative to `generated/` */
  async files({ document, json, contract, code, requestValidators }: Served): Promise<Map<string, string>> {
    return new Map([
      ['openapi.json', json],
      ['openapi.yaml', await this.#step('yaml', () => toYaml(document))],
      ['client.ts', await this.#step('client', () => generateClient(document))],
      ['client-methods.ts', generateMethods(document)],
      ['contract.ts', contractModule(contract)],
      ['models.json', toJson(contract.models)],
      ['media.ts', await generateMedia()],
      ['reference.ts', await generateReference()],
      ['request-validators.d.ts', validatorsDeclaration],
      ['response-validators.d.ts', validatorsDeclaration],
      ['request-validators.js', requestValidators],
      ['types.ts', await code.types],
      ['response-validators.js', await code.responseValidators],
    ]);
  }

  /** Gives up the work under way. */
  close(): Promise<void> {
    return this.#generator.close();
  }

  /** What is compiled depends on the bundle alone, not on the examples. */
  #compile(document: Document): Compiled {
    const bundle = JSON.stringify(document);
    if (this.#compiled?.bundle !== bundle) {
      const code = {
        requestValidators: this.#generate('request validators', bundle),
        types: this.#generate('types', bundle),
        responseValidators: this.#generate('response validators', bundle),
      };
      // A failure is for those who need the code; where the examples are wrong, nobody does.
      for (const text of Object.values(code)) text.catch(() => {});
      this.#compiled = { bundle, code, check: exampleChecker(document) };
    }
    return this.#compiled;
  }

  async #generate(name: CodeName, bundle: string): Promise<string> {
    const { text, milliseconds } = await this.#generator.generate(name, bundle);
    this.progress(name, milliseconds);
    return text;
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
  try {
    return await generator.files(await generator.prepare());
  } finally {
    await generator.close();
  }
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The prepared contract as a module: a string that is parsed is read several times faster than an object literal, and faster still
 * where all its characters are ASCII.
 */
const contractModule = (contract: PreparedContract): string =>
  `/* Generated from openapi/ by \`npm run generate\`. Do not edit. */
import type { PreparedContract } from '../src/contract/prepared.js';

export const contract: PreparedContract = JSON.parse(${JSON.stringify(toAscii(JSON.stringify(contract)))});
`;

const toAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
