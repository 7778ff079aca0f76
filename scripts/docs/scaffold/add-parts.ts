/** Adds to the contract what a new page needs, each part copied from that of the sibling page. */
import { basename, dirname, join } from 'node:path';
import { isMap, type Node, parse, parseDocument } from 'yaml';
import { BadInput } from '../../lib/bad-input.js';
import type { Schema } from '../../lib/document.js';
import { editText } from '../../lib/edit-text.js';
import { pageOf } from '../../lib/examples.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { ContractFiles, PlacedOperation } from './contract-files.js';
import { pascal } from './sibling.js';
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

/** The schema that the sibling's page is about: that of its body, or the alternative of its model. */
function requestSchemaOf({ operation }: PlacedOperation, model: string): string | undefined {
  const schema: Schema = operation.requestBody?.content[json]?.schema ?? {};
  return schema.$ref ?? schema.discriminator?.mapping?.[model];
}

/** What a server calls of its own accord has a name of its own, which is for the page to say. */
const withoutCallbacks = (operation: string): string =>
  operation
    .split(/^(?= {2}\S)/m)
    .filter((member) => !member.startsWith('  callbacks:'))
    .join('');

/** Puts one schema in the place of alternatives that are those of other models. */
function withOneSchema(text: string, method: string, name: string, folder: string): string {
  const at = [method, 'requestBody', 'content', json, 'schema'];
  const node = parseDocument(text).getIn(at, true) as Node | undefined;
  if (!isMap(node) || !node.has('oneOf') || !node.range) return text;
  const [start, end] = node.range;
  const reference = `{ $ref: ${inlineYaml(join('..', folder, `${name}.yaml`))} }`;
  // A block begins on a line of its own.
  return editText(text, [{ start: text.lastIndexOf(':', start) + 1, end: text[end - 1] === '\n' ? end - 1 : end, text: ` ${reference}` }]);
}

/**
 * Copies an operation to another path, and its request schema.
 * @param model that the sibling's page is about
 */
export async function addOperation(
  files: ContractFiles,
  sibling: PlacedOperation,
  at: { method: string; path: string },
  { operationId, rename }: { operationId: string; rename: Rename },
  model: string,
): Promise<void> {
  const method = at.method.toLowerCase();
  let copy = withoutCallbacks(memberText(await files.read(sibling.file), sibling.method).replace(sibling.method, method));
  const reference = requestSchemaOf(sibling, model);
  if (reference !== undefined) {
    const from = basename(reference, '.yaml');
    const named = rename(from);
    const to = named === from ? `${pascal(operationId)}Request` : named;
    copy = withOneSchema(copy, method, to, dirname(join(dirname(sibling.file), reference))).replaceAll(`/${from}.yaml`, `/${to}.yaml`);
    await addSchema(files, from, to, rename);
  }
  const file = `paths/${at.path.slice(1).replace(/[/:]/g, '_')}.yaml`;
  const text = stubOf(copy, sibling.operation.operationId, rename);
  if (await files.exists(file)) {
    if ((parse(await files.read(file)) as Schema)[method] !== undefined)
      throw new BadInput(`--at: the contract has ${at.method} ${at.path}`);
    await files.edit(file, (before) => `${before.trimEnd()}\n${text}`);
  } else await files.create(file, text);
  if (!(await files.root()).paths[at.path]) {
    await files.edit('openapi.yaml', (root) =>
      addMember(root, ['paths'], sibling.path, `${inlineYaml(at.path)}: { $ref: ${inlineYaml(`./${file}`)} }`),
    );
  }
}

export interface ExampleNames {
  /** Folder and name of the sibling's example. */
  from: { operation: string; name: string };
  to: { operation: string; name: string };
}

/**
 * Copies the sibling's example; where it has none without suffix, as for the states of a job, all of them.
 * @param parameters of the path that are called otherwise
 */
export async function addExamples(
  files: ContractFiles,
  { from, to }: ExampleNames,
  rename: Rename,
  parameters: [from: string, to: string][] = [],
): Promise<void> {
  const names = (await files.names(`examples/${from.operation}`)).filter((name) => pageOf(name) === from.name);
  for (const name of names.includes(from.name) ? [from.name] : names) {
    const text = await files.read(`examples/${from.operation}/${name}.yaml`);
    await files.create(
      `examples/${to.operation}/${to.name}${name.slice(from.name.length)}.yaml`,
      exampleStub(text, name, rename, parameters),
    );
  }
}
