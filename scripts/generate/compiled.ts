/**
 * The folder `compiled/`: what `src/` imports and nobody could review, made of what is committed. What it has to be is recorded beside
 * the description, in `generated/compiled.sha256`, so that a checkout can tell whether its own is of the same contract.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedContract } from '../../src/contract/prepared.js';
import type { Document } from '../lib/document.js';
import { type Project, project } from '../lib/project.js';
import { CodeGenerator } from './code-generator.js';
import { askedModule, contractModules, referencesModule, streamOrdersModule } from './contract-modules.js';
import { findStale, readText, update } from './files.js';
import { generateMedia } from './media.js';
import { generatePage, pageFiles } from './page.js';
import { prepareAsked } from './requests/asked.js';
import { prepareReferences } from './requests/references.js';
import { membersModule } from './scenarios/members.js';
import { prepareStreamOrders } from './stream-orders.js';
import { validatorsDeclaration } from './validators/declaration.js';

/** Name of the record in `generated/`. */
export const recordName = 'compiled.sha256';

export interface CompiledSources {
  /** The description. */
  document: Document;
  contract: PreparedContract;
  requestValidators: string;
  responseValidators: string;
  scenarioValidator: string;
}

/** @returns text by file name, relative to `compiled/` */
export async function compiledFiles({
  document,
  contract,
  requestValidators,
  responseValidators,
  scenarioValidator,
}: CompiledSources): Promise<Map<string, string>> {
  const [media, page] = await Promise.all([generateMedia(contract), generatePage(document, contract)]);
  return new Map([
    ...contractModules(contract),
    ['asked.ts', askedModule(prepareAsked(document))],
    ['media.ts', media],
    ...pageFiles(page),
    ['references.ts', referencesModule(prepareReferences(document))],
    ['request-validators.d.ts', validatorsDeclaration],
    ['request-validators.js', requestValidators],
    ['response-validators.d.ts', validatorsDeclaration],
    ['response-validators.js', responseValidators],
    ['scenario-members.ts', membersModule()],
    ['scenario-validator.d.ts', validatorsDeclaration],
    ['scenario-validator.js', scenarioValidator],
    ['stream-orders.ts', streamOrdersModule(prepareStreamOrders(document))],
  ]);
}

/** The record of what is compiled, one line a file: the digest of its text. */
export const recordOf = (files: ReadonlyMap<string, string>): string =>
  [...files].map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  compiled/${name}\n`).join('');

/** Whether the folder is there, and is what the description says. */
async function isRecorded({ generated, compiled }: Project): Promise<boolean> {
  const recorded = await readFile(join(generated, recordName), 'utf8');
  const names = [...recorded.matchAll(/ {2}compiled\/(.+)\n/g)].map(([, name = '']) => name);
  try {
    const files = await Promise.all(names.map(async (name) => [name, await readText(join(compiled, name))] as const));
    return recordOf(new Map(files)) === recorded;
  } catch {
    return false;
  }
}

/**
 * Makes the folder from the committed description, without a look at the sources, where it is missing or of another description.
 * @returns a line for a person, where there is something to say
 */
export async function ensureCompiled(at: Project = project): Promise<string | undefined> {
  if (await isRecorded(at)) return undefined;
  const read = (name: string) => readFile(join(at.generated, name), 'utf8');
  const [description, contract] = await Promise.all([read('openapi.json'), read('contract.json')]);
  const generator = new CodeGenerator();
  try {
    const [{ text: requestValidators }, { text: responseValidators }, { text: scenarioValidator }] = await Promise.all([
      generator.generate('request validators', description),
      generator.generate('response validators', description),
      generator.generate('scenario validator', description),
    ]);
    const files = await compiledFiles({
      document: JSON.parse(description),
      contract: JSON.parse(contract),
      requestValidators,
      responseValidators,
      scenarioValidator,
    });
    await update(at.compiled, files, await findStale(at.compiled, files));
    if (recordOf(files) !== (await read(recordName)))
      return `compiled/ is not what generated/${recordName} records; run \`npm run generate\`.`;
    return 'compiled/ was made from generated/.';
  } finally {
    await generator.close();
  }
}
