/** What has to be written for a new page, so that the checks of the contract then name what is left to fill in. */
import { formatText } from '../../format/format-text.js';
import { BadInput } from '../../lib/bad-input.js';
import { type DocsEntry, readDocsMap } from '../../lib/docs-map.js';
import type { Operation } from '../../lib/document.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import { project } from '../../lib/project.js';
import { pageName } from '../finding.js';
import { addAlternative, addExamples, addOperation, addSchema } from './add-parts.js';
import { ContractFiles } from './contract-files.js';
import { addDialect } from './dialect.js';
import { addOwner, addToLists } from './model-lists.js';
import { planNewOperation } from './new-operation.js';
import { exampleName, kindOf, renamer, siblingOf } from './sibling.js';
import { addWorkflow } from './workflow.js';
import { addEntry, addLeaf } from './yaml-text.js';

export interface Plan {
  /** The page that the new one is copied from; a guide has none. */
  sibling?: string;
  /** Texts by file name, relative to the folder of the contract. */
  files: Map<string, string>;
}

export interface Options {
  /** Page to copy from, instead of the most alike. */
  like?: string[];
  /** Method and path of the page, if the contract does not have them. */
  at?: { method: string; path: string };
  /** Name of the form of its errors, where the contract does not have it. */
  dialect?: string;
  folder?: string;
}

/** Whether a folder is called after a model, and not after what its pages do. */
const isModel = (operation: Operation, folder: string): boolean =>
  operation['x-model'] === folder || operation['x-modality'] !== undefined ? /\d/.test(folder) : false;

type EntryFields = Record<string, string | string[]>;

/** The entry for the docs map, with the provenance left empty. */
const entryLines = (path: string[], fields: EntryFields): string =>
  [`path: ${inlineYaml(path)}`, ...Object.entries(fields).map(([name, value]) => `${name}: ${inlineYaml(value)}`), 'provenance:'].join(
    '\n',
  );

/** Index of the entry after which a new one belongs: the last in its folder, in that of its sibling, or of its kind. */
function placeFor(docs: DocsEntry[], path: string[], sibling: DocsEntry | undefined): number {
  const lastIn = (folders: string[]) =>
    docs.findLastIndex((entry) => folders.length > 0 && folders.every((title, depth) => entry.path[depth] === title));
  const own = lastIn(path.slice(0, -1));
  const near = own >= 0 || !sibling ? own : lastIn(sibling.path.slice(0, -1));
  return near >= 0 ? near : docs.findLastIndex((entry) => entry.kind === kindOf(docs, path));
}

/** Plans operation, schema and examples of an endpoint page. */
async function planEndpoint(files: ContractFiles, path: string[], sibling: DocsEntry, { at, dialect }: Options): Promise<EntryFields> {
  const rename = renamer(path, sibling);
  const placed = await files.operation(sibling.operation ?? '');
  const [from = '', to = ''] = [sibling.path.at(-2), path.at(-2)];
  const isOfOneModel = placed.operation['x-model'] !== undefined && from !== to;
  if (isOfOneModel && !at)
    throw new BadInput(
      `${placed.operation.operationId} serves one model only; name the method and path of the page with --at "POST /path"`,
    );
  if (dialect !== undefined && !at) throw new BadInput('--dialect goes with --at: an operation that the contract has has its dialect');
  const added = at && (await planNewOperation(files, path, placed, at, rename));
  const speaks = dialect === undefined ? undefined : await addDialect(files, placed.operation['x-error-dialect'] ?? '', dialect);
  const named = (text: string) => (speaks ?? ((same: string) => same))((added?.rename ?? rename)(text));
  const operation = added?.operationId ?? placed.operation.operationId;
  const example = exampleName(path, sibling);
  if (at && added) {
    await addOperation(files, placed, at, { operationId: added.operationId, rename: named }, from);
    if (added.family) await addWorkflow(files, added.family.from, added.family.to, rename, added.parameters);
  } else {
    await addAlternative(files, placed, from, rename);
    await addToLists(files, placed.file, from, to);
  }
  if (from !== to && isModel(placed.operation, from)) await addOwner(files, to);
  const names = { from: { operation: placed.operation.operationId, name: sibling.example ?? '' }, to: { operation, name: example } };
  await addExamples(files, names, rename, added?.parameters);
  return { kind: sibling.kind, operation, example, ...(sibling.models && { models: sibling.models.map(rename) }) };
}

export async function planScaffold(path: string[], options: Options = {}): Promise<Plan> {
  const { like, folder = project.openapi } = options;
  const docs = await readDocsMap(folder);
  const find = (wanted: string[]) => docs.find((entry) => pageName(entry.path) === pageName(wanted));
  if (find(path)) throw new BadInput(`${pageName(path)}: the docs map has this page`);
  const kind = kindOf(docs, path);
  const sibling = like ? find(like) : siblingOf(docs, path);
  if (like && !sibling) throw new BadInput(`${pageName(like)}: the docs map has no such page`);
  if (kind !== 'guide' && !sibling) throw new BadInput(`${pageName(path)}: no page is like it; name one to copy from with --like`);

  const files = new ContractFiles(folder);
  let fields: EntryFields = { kind, contributes: [] };
  if (sibling?.operation) fields = await planEndpoint(files, path, sibling, options);
  else if (sibling?.schema) {
    const name = path.at(-1) ?? '';
    if (!/^[A-Za-z]\w*$/.test(name)) throw new BadInput(`${name}: not the name of a schema`);
    await addSchema(files, sibling.schema, name, renamer(path, sibling));
    fields = { kind, schema: name };
  }
  const place = placeFor(docs, path, sibling);
  await files.edit('docs-map.yaml', (text) => addEntry(text, [], place, entryLines(path, fields)));
  await files.edit('docs-navigation.yaml', (text) => addLeaf(text, docs[place]?.path ?? [], path));
  const formatted = await Promise.all(Array.from(files.planned, async ([name, text]) => [name, await formatText(text, name)] as const));
  return { ...(sibling && { sibling: pageName(sibling.path) }), files: new Map(formatted) };
}
