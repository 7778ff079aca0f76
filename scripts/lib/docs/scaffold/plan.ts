/** What has to be written for a new page, so that the checks of the contract then name what is left to fill in. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { BadInput } from '../../bad-input.js';
import { type DocsEntry, readDocsMap } from '../../docs-map.js';
import { pageOf } from '../../examples.js';
import { project } from '../../project.js';
import { pageName } from '../finding.js';
import { exampleName, kindOf, renamer, siblingOf } from './sibling.js';
import { exampleStub, stubOf } from './stubs.js';
import { addEntry, addMember, inline } from './yaml-text.js';

export interface Plan {
  /** The page that the new one is copied from; a guide has none. */
  sibling?: string;
  /** Texts by file name, relative to the folder of the contract. */
  files: Map<string, string>;
}

export interface Options {
  /** Page to copy from, instead of the most alike. */
  like?: string[];
  folder?: string;
}

class Scaffold {
  readonly files = new Map<string, string>();

  constructor(private readonly folder: string) {}

  /** The text of a file as it will be. */
  async read(name: string): Promise<string> {
    return this.files.get(name) ?? (await readFile(join(this.folder, name), 'utf8'));
  }

  async create(name: string, text: string): Promise<void> {
    const exists = await readFile(join(this.folder, name)).then(
      () => true,
      () => false,
    );
    if (!exists) this.files.set(name, text);
  }

  async edit(name: string, change: (text: string) => string): Promise<void> {
    this.files.set(name, change(await this.read(name)));
  }

  /** Copies a schema of the sibling, unless the new one is there, and lists it. */
  async addSchema(from: string, to: string, rename: (text: string) => string): Promise<void> {
    const schemas = parse(await this.read('openapi.yaml')).components.schemas as Record<string, { $ref: string } | undefined>;
    const file = schemas[from]?.$ref;
    if (file === undefined || schemas[to]) return;
    const target = join(dirname(file), `${to}.yaml`);
    await this.create(target, stubOf(await this.read(file), from, rename));
    await this.edit('openapi.yaml', (text) => addMember(text, ['components', 'schemas'], from, `${to}: { $ref: ${target} }`));
  }

  /** Adds the new schema to the alternatives of a request, if the request has alternatives by model. */
  async addAlternative(operation: string, model: string, rename: (text: string) => string): Promise<void> {
    for (const file of (await readdir(join(this.folder, 'paths'))).map((name) => `paths/${name}`)) {
      for (const [method, { operationId, requestBody }] of Object.entries<any>(parse(await this.read(file)))) {
        const at = [method, 'requestBody', 'content', 'application/json', 'schema'];
        const { oneOf = [], discriminator } = (operationId === operation && requestBody?.content['application/json']?.schema) || {};
        const reference: string | undefined = discriminator?.mapping?.[model];
        if (!reference || discriminator.mapping[rename(model)]) continue;
        const from = basename(reference, '.yaml');
        await this.addSchema(from, rename(from), rename);
        const index = oneOf.findIndex(({ $ref }: { $ref?: string }) => $ref === reference);
        await this.edit(file, (text) => addEntry(text, [...at, 'oneOf'], index, `$ref: ${rename(reference)}`));
        await this.edit(file, (text) =>
          addMember(text, [...at, 'discriminator', 'mapping'], model, `${rename(model)}: ${rename(reference)}`),
        );
      }
    }
  }

  /** Copies the sibling's example; where there is none without suffix, such as for the states of a job, all of them. */
  async addExamples(operation: string, from: string, to: string, rename: (text: string) => string): Promise<void> {
    const folder = `examples/${operation}`;
    const names = (await readdir(join(this.folder, folder))).map((file) => basename(file, '.yaml')).filter((name) => pageOf(name) === from);
    for (const name of names.includes(from) ? [from] : names) {
      const text = await this.read(`${folder}/${name}.yaml`);
      await this.create(`${folder}/${to}${name.slice(from.length)}.yaml`, exampleStub(text, name, rename));
    }
  }
}

/** The entry for the docs map, with the provenance left empty. */
function entryLines(path: string[], fields: Record<string, unknown>): string {
  return [`path: ${inline(path)}`, ...Object.entries(fields).map(([name, value]) => `${name}: ${inline(value)}`), 'provenance:'].join('\n');
}

/** Index of the entry after which a new one belongs: the last of the folder that is nearest. */
function placeFor(docs: DocsEntry[], path: string[], sibling: DocsEntry | undefined): number {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const folder =
      sibling && depth === path.length - 1 && sibling.path.length === path.length ? sibling.path.slice(0, depth) : path.slice(0, depth);
    const own = docs.findLastIndex((entry) => path.slice(0, depth).every((title, index) => entry.path[index] === title));
    if (own >= 0 && depth === path.length - 1) return own;
    const near = docs.findLastIndex((entry) => folder.every((title, index) => entry.path[index] === title));
    if (near >= 0) return near;
  }
  return docs.findLastIndex((entry) => entry.kind === kindOf(docs, path));
}

export async function planScaffold(path: string[], { like, folder = project.openapi }: Options = {}): Promise<Plan> {
  const docs = await readDocsMap(folder);
  const find = (wanted: string[]) => docs.find((entry) => pageName(entry.path) === pageName(wanted));
  if (find(path)) throw new BadInput(`${pageName(path)}: the docs map has this page`);
  const kind = kindOf(docs, path);
  const sibling = like ? find(like) : siblingOf(docs, path);
  if (kind !== 'guide' && !sibling)
    throw new BadInput(
      like
        ? `${pageName(like)}: the docs map has no such page`
        : `${pageName(path)}: no page is like it; name one to copy from with --like`,
    );

  const scaffold = new Scaffold(folder);
  let fields: Record<string, unknown> = { kind, contributes: [] };
  if (sibling?.operation && sibling.example) {
    const { operation } = sibling;
    const rename = renamer(path, sibling);
    const example = exampleName(path, sibling);
    await scaffold.addAlternative(operation, sibling.path.at(-2) ?? '', rename);
    await scaffold.addExamples(operation, sibling.example, example, rename);
    fields = { kind, operation, example };
  } else if (sibling?.schema) {
    const name = path.at(-1) ?? '';
    await scaffold.addSchema(sibling.schema, name, renamer(path, sibling));
    fields = { kind, schema: name };
  }
  await scaffold.edit('docs-map.yaml', (text) => addEntry(text, [], placeFor(docs, path, sibling), entryLines(path, fields)));
  return { ...(sibling && { sibling: pageName(sibling.path) }), files: scaffold.files };
}
