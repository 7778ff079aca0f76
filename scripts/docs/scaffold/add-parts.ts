/** Adds to the contract what a new page needs, each part copied from that of the sibling page. */
import { basename, dirname, join } from 'node:path';
import type { Schema } from '../../lib/document.js';
import { pageOf } from '../../lib/examples.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { ContractFiles, PlacedOperation } from './contract-files.js';
import { exampleStub, stubOf } from './stubs.js';
import { addEntry, addMember, memberText } from './yaml-text.js';

/** Puts the new names in the place of the sibling's. */
export type Rename = (text: string) => string;

const json = 'application/json';

/** Copies a schema, unless the new one is there, and lists it. */
export async function addSchema(files: ContractFiles, from: string, to: string, rename: Rename): Promise<void> {
  const { schemas } = (await files.root()).components;
  const file = schemas[from]?.$ref;
  if (file === undefined || schemas[to]) return;
  const target = join(dirname(file), `${to}.yaml`);
  await files.create(target, stubOf(await files.read(file), from, rename));
  await files.edit('openapi.yaml', (text) =>
    addMember(text, ['components', 'schemas'], from, `${to}: { $ref: ${inlineYaml(`./${target}`)} }`),
  );
}

/** Adds an alternative to a request whose alternatives go by model. */
export async function addAlternative(
  files: ContractFiles,
  { file, method, operation }: PlacedOperation,
  model: string,
  rename: Rename,
): Promise<void> {
  const { oneOf = [], discriminator }: Schema = operation.requestBody?.content[json]?.schema ?? {};
  const reference: string | undefined = discriminator?.mapping?.[model];
  if (reference === undefined || discriminator.mapping[rename(model)]) return;
  const from = basename(reference, '.yaml');
  await addSchema(files, from, rename(from), rename);
  const at = [method, 'requestBody', 'content', json, 'schema'];
  const index = (oneOf as Schema[]).findIndex(({ $ref }) => $ref === reference);
  await files.edit(file, (text) => addEntry(text, [...at, 'oneOf'], index, `{ $ref: ${inlineYaml(rename(reference))} }`));
  await files.edit(file, (text) =>
    addMember(text, [...at, 'discriminator', 'mapping'], model, `${inlineYaml(rename(model))}: ${inlineYaml(rename(reference))}`),
  );
}

/** Copies an operation to another path, and its request schema. */
export async function addOperation(
  files: ContractFiles,
  sibling: PlacedOperation,
  at: { method: string; path: string },
  rename: Rename,
): Promise<void> {
  const copy = memberText(await files.read(sibling.file), sibling.method).replace(sibling.method, at.method.toLowerCase());
  const file = `paths/${at.path.slice(1).replace(/[/:]/g, '_')}.yaml`;
  await files.create(file, stubOf(copy, sibling.operation.operationId, rename));
  if (!(await files.root()).paths[at.path]) {
    await files.edit('openapi.yaml', (text) =>
      addMember(text, ['paths'], sibling.path, `${at.path}: { $ref: ${inlineYaml(`./${file}`)} }`),
    );
  }
  const body: string | undefined = sibling.operation.requestBody?.content[json]?.schema?.$ref;
  if (body !== undefined) await addSchema(files, basename(body, '.yaml'), rename(basename(body, '.yaml')), rename);
}

export interface ExampleNames {
  /** Folder and name of the sibling's example. */
  from: { operation: string; name: string };
  to: { operation: string; name: string };
}

/** Copies the sibling's example; where it has none without suffix, as for the states of a job, all of them. */
export async function addExamples(files: ContractFiles, { from, to }: ExampleNames, rename: Rename): Promise<void> {
  const names = (await files.names(`examples/${from.operation}`)).filter((name) => pageOf(name) === from.name);
  for (const name of names.includes(from.name) ? [from.name] : names) {
    const text = await files.read(`examples/${from.operation}/${name}.yaml`);
    await files.create(`examples/${to.operation}/${to.name}${name.slice(from.name.length)}.yaml`, exampleStub(text, name, rename));
  }
}
