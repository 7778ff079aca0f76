/** The whole way from the sources to the generated files, in memory. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { closedJudges } from '../lib/closed-schemas.js';
import { ContractError } from '../lib/contract-error.js';
import { readDocsMap } from '../lib/docs-map.js';
import type { Document } from '../lib/document.js';
import { readErrorExamples, readExamples } from '../lib/examples.js';
import { type Project, project } from '../lib/project.js';
import { bundle, lint, problemLine, toYaml } from './bundle.js';
import { checkReferences } from './check-references.js';
import { generateClient, generateMethods } from './client.js';
import { CodeGenerator } from './code-generator.js';
import type { CodeName } from './code-worker.js';
import { compiledFiles, recordName, recordOf } from './compiled.js';
import { modelCatalogue, prepareContract } from './contract.js';
import { checkExampleNames } from './examples/check-example-names.js';
import { type CheckExamples, exampleChecker } from './examples/check-examples.js';
import { placeErrors, placeExamples, placePages } from './examples/place-examples.js';
import { checkJobExamples } from './jobs/check-job-examples.js';
import { compactJson, toOpenApi32 } from './openapi-3.2/openapi-3.2.js';
import { scenarioNames } from './scenarios/names.js';
import { namesModule } from './scenarios/names-module.js';
import { scenarioSchema } from './scenarios/schema.js';

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
type Code = Record<'requestValidators' | 'types' | 'responseValidators' | 'scenarioValidator', Promise<string>>;

/** What has been made of the sources but the examples. */
interface Linted {
  /** The bundle, as JSON. */
  bundle: string;
  code: Code;
  check: CheckExamples;
  /** The bundle before examples are placed in it, and judges by its schemas. */
  document: Document;
  judgeOf: ReturnType<typeof closedJudges>;
}

/** What is written to `generated/` and to `compiled/`: text by file name, relative to the folder. */
export interface GeneratedFiles {
  generated: Map<string, string>;
  compiled: Map<string, string>;
}

/** Generates from one project, again and again: work whose sources have not changed is not done again. */
export class Generator {
  readonly #generator = new CodeGenerator();
  #compiled: Linted | undefined;
  #linted: { stamp: string; result: Linted } | undefined;

  constructor(
    readonly at: Project = project,
    readonly progress: Progress = () => {},
  ) {}

  /**
   * Lints, bundles, checks the examples and prepares what a mock serves.
   * @throws ContractError when the sources break a rule
   */
  async prepare(): Promise<Served> {
    const { openapi, examples: folder } = this.at;
    const { bundle, check, code, ...bundled } = await this.#lint();
    const document: Document = JSON.parse(bundle);
    const docs = await readDocsMap(openapi);
    const pages = docs.flatMap(({ example }) => example ?? []);
    const states = Object.values<{ states: object }>(document['x-tasks']).flatMap(({ states }) => Object.keys(states));
    const [examples, errors] = await this.#step('read examples', () =>
      Promise.all([readExamples(pages, states, folder), readErrorExamples(folder)]),
    );
    const references = await this.#step('check references', () => checkReferences(this.at, { ...bundled, examples, errors }));
    // What an example lacks may follow from a name that is wrong.
    if (references.length > 0) throw new ContractError(references);
    const findings = await this.#step('check examples', () => [
      ...checkExampleNames(docs, examples, errors, Object.keys(document['x-provenance'] ?? {})),
      ...checkJobExamples(document, examples, docs, modelCatalogue(document)),
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

  async files({ document, json, contract, code, requestValidators }: Served): Promise<GeneratedFiles> {
    const yaml = await this.#step('yaml', () => toYaml(document));
    const [client, methods] = await this.#step('client', () => [generateClient(document), generateMethods(document)]);
    const compiled = await compiledFiles({
      document,
      contract,
      requestValidators,
      responseValidators: await code.responseValidators,
      scenarioValidator: await code.scenarioValidator,
    });
    const generated = new Map([
      ['openapi.json', json],
      ['openapi.yaml', yaml],
      ['openapi-3.2.json', `${compactJson(toOpenApi32(document))}\n`],
      ['types.ts', await code.types],
      ['client.ts', client],
      ['client-methods.ts', methods],
      ['contract.json', toJson(contract)],
      ['models.json', toJson(contract.models)],
      ['scenario-names.ts', namesModule(contract)],
      ['scenario.schema.json', toJson(scenarioSchema(scenarioNames(contract)))],
      [recordName, recordOf(compiled)],
    ]);
    return { generated, compiled };
  }

  /** Gives up the work under way. */
  close(): Promise<void> {
    return this.#generator.close();
  }

  /** Examples are no part of the bundle, and no rule of the linter is about them: an edit of one leaves all this as it is. */
  async #lint(): Promise<Linted> {
    const { entry, root, openapi, examples } = this.at;
    const stamp = await stampOf(openapi, examples);
    if (this.#linted?.stamp === stamp) return this.#linted.result;
    const bundling = this.#step('bundle', () => bundle(entry, root)).then((document) => this.#compile(document));
    // The bundle comes first, so that code is generated from it meanwhile, but what is wrong with the sources is for the linter to say.
    await bundling.catch(() => {});
    const problems = await this.#step('lint', () => lint(entry, root));
    if (problems.length > 0) throw new ContractError(problems.map(problemLine));
    const result = await bundling;
    this.#linted = { stamp, result };
    return result;
  }

  /** What is compiled depends on the bundle alone. */
  #compile(document: Document): Linted {
    const bundle = JSON.stringify(document);
    if (this.#compiled?.bundle !== bundle) {
      const code = {
        requestValidators: this.#generate('request validators', bundle),
        types: this.#generate('types', bundle),
        responseValidators: this.#generate('response validators', bundle),
        scenarioValidator: this.#generate('scenario validator', bundle),
      };
      // A failure is for those who need the code; where the examples are wrong, nobody does.
      for (const text of Object.values(code)) text.catch(() => {});
      const judgeOf = closedJudges(document);
      this.#compiled = { bundle, code, document, judgeOf, check: exampleChecker(document, judgeOf) };
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

/** Tells one state of a folder from another, without what is below one of its folders. */
async function stampOf(folder: string, except: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => path.endsWith('.yaml') && !path.startsWith(except));
  const stamps = files.sort().map(async (path) => {
    // An editor may have put a new file in its place, and not yet given it the name.
    const found = await stat(path).catch(() => undefined);
    return `${path} ${found?.mtimeMs} ${found?.size}`;
  });
  return (await Promise.all(stamps)).join('\n');
}

/** The whole way, once. */
export async function generateAll(progress?: Progress): Promise<GeneratedFiles> {
  const generator = new Generator(project, progress);
  try {
    return await generator.files(await generator.prepare());
  } finally {
    await generator.close();
  }
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
