/** Finds what the contract has for a page and for a request. */
import { escapePattern } from '../../../src/contract/escape-pattern.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, type Operation, operationsOf } from '../../lib/document.js';
import { pageOf } from '../../lib/examples.js';
import type { DocsPage } from '../read/page.js';

export interface Found {
  path: string;
  method: string;
  operation: Operation;
}

/** A path with its parameters unnamed. */
const shape = (path: string) => path.replace(/\{[^}]*\}/g, '{}');

const pattern = (template: string): RegExp => new RegExp(`^${shape(template).split('{}').map(escapePattern).join('[^/]+')}$`);

/** The operation of a method and a path, be it a template or a real address; the one with the fewest parameters wins. */
export function findOperation(document: Document, method: string, path: string): Found | undefined {
  const candidates = [...operationsOf(document)].filter((found) => found.method === method.toLowerCase());
  const exact = candidates.find((found) => shape(found.path) === shape(path));
  const parameters = ({ path }: Found) => path.split('{').length;
  return exact ?? candidates.filter((found) => pattern(found.path).test(path)).sort((a, b) => parameters(a) - parameters(b))[0];
}

const exampleNamesOf = new WeakMap<Operation, Set<string>>();

/** Names of the pages that an operation has examples of. */
function exampleNames(operation: Operation): Set<string> {
  const known = exampleNamesOf.get(operation);
  if (known) return known;
  const contents = [operation.requestBody?.content, ...Object.values(operation.responses).map(({ content }) => content)];
  const examples = contents.flatMap((content) => Object.values(content ?? {})).flatMap((media) => Object.keys(media.examples ?? {}));
  const names = new Set(examples.map(pageOf));
  exampleNamesOf.set(operation, names);
  return names;
}

/** The part of a name that is the same however a form separates its folders. */
export const folderKey = (folder: string): string =>
  folder
    .split(/\s*[>/]\s*/)
    .join('/')
    .toLowerCase();

/** Number of the page in an address of the site. */
export const pageId = (url: string | undefined): string | undefined => /(\d{5,})[a-z]\d(?:\.md)?$/.exec(url ?? '')?.[1];

const inFolder = (entry: DocsEntry, folder: string): boolean => {
  const folders = entry.path.slice(0, -1);
  return folderKey(folders.join('/')) === folderKey(folder) || folderKey(folders.at(-1) ?? '') === folderKey(folder);
};

/** The operations that show a page: its own, and every one that has examples of it. */
export const operationsOfEntry = (document: Document, entry: DocsEntry): Found[] =>
  [...operationsOf(document)]
    .filter(
      ({ operation }) =>
        operation.operationId === entry.operation || (entry.example !== undefined && exampleNames(operation).has(entry.example)),
    )
    .sort((a, b) => Number(b.operation.operationId === entry.operation) - Number(a.operation.operationId === entry.operation));

/** The entry of the docs map that a page belongs to: by its number, by its place, or because only one page has its operation. */
export function findEntry(docs: DocsEntry[], page: DocsPage, operationId: string | undefined): DocsEntry | undefined {
  const id = page.id ?? pageId(page.source);
  const byId = id === undefined ? undefined : docs.find((entry) => pageId(entry.page) === id);
  if (byId) return byId;
  const { heading } = page;
  const headed =
    heading === undefined ? undefined : docs.find(({ path }) => heading === path.slice(-2).join(' ') || heading === path.at(-1));
  if (headed) return headed;
  if (page.title === undefined) {
    const sharing = docs.filter((entry) => entry.operation !== undefined && entry.operation === operationId);
    return sharing.length === 1 ? sharing[0] : undefined;
  }
  const titled = docs.filter((entry) => entry.path.at(-1) === page.title && (page.folder === undefined || inFolder(entry, page.folder)));
  return titled.find((entry) => entry.operation === operationId) ?? titled[0];
}
