/** Finds the page that a new page is most like, and what it is named after. */
import { escapePattern } from '../../../src/contract/escape-pattern.js';
import { similarity } from '../../../src/contract/similarity.js';
import type { DocsEntry } from '../../lib/docs-map.js';

/** Titles less alike than this stand for different requests. */
const sameTitle = 0.8;

/** Kind of a page: that of the pages in the same top folder. */
export const kindOf = (docs: DocsEntry[], path: string[]): DocsEntry['kind'] =>
  path.length === 1 ? 'guide' : (docs.find((entry) => entry.path.length > 1 && entry.path[0] === path[0])?.kind ?? 'endpoint');

/** How many of the outer folders two paths share. */
const sharedFolders = (a: string[], b: string[]): number => {
  const index = a.slice(0, -1).findIndex((title, depth) => title !== b[depth]);
  return index < 0 ? a.length - 1 : index;
};

/** The page of the same kind with a like title, in the nearest folder whose name is most alike. */
export function siblingOf(docs: DocsEntry[], path: string[]): DocsEntry | undefined {
  const kind = kindOf(docs, path);
  const [title, folder] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  const likeness = kind === 'schema' ? 0.6 : sameTitle;
  return docs
    .filter((entry) => entry.kind === kind && similarity(entry.path.at(-1) ?? '', title) >= likeness)
    .map((entry) => ({
      entry,
      rank: sharedFolders(entry.path, path) + similarity(entry.path.at(-2) ?? '', folder) + similarity(entry.path.at(-1) ?? '', title),
    }))
    .sort((a, b) => b.rank - a.rank)[0]?.entry;
}

/** Lower case with dashes, as example files are named. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s/._]+/g, '-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

/** As schemas are named. */
export const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Name of a page's examples: its folder, where that is a model as it is for the sibling, and its title up to the first dash. */
export function exampleName(path: string[], sibling: DocsEntry): string {
  const [title = '', folder = ''] = [path.at(-1), path.at(-2)];
  const [main = '', rest = ''] = title.split(/ - (.*)/s);
  const subject = /\b(non-subject|subject)\b/i.exec(rest)?.[1];
  const name = slug([main, subject].filter(Boolean).join(' '));
  const isNamedAfterFolder = sibling.example?.startsWith(slug(sibling.path.at(-2) ?? '')) ?? true;
  return isNamedAfterFolder && !name.startsWith(slug(folder)) ? `${slug(folder)}-${name}` : name;
}

/** A text in the letters of another one where both agree but for upper and lower case. */
const inLettersOf = (other: string, text: string): string =>
  [...text].map((letter, index) => (other[index]?.toLowerCase() === letter.toLowerCase() ? other[index] : letter)).join('');

/** Puts the new folder's name in the place of the sibling's, in file names, model ids and names of schemas. */
export function renamer(path: string[], sibling: DocsEntry): (text: string) => string {
  const [from = '', to = ''] = [sibling.path.at(-2), path.at(-2)];
  if (from === to || from === '') return (text) => text;
  const whole = new RegExp(`(?<![\\w-])${escapePattern(from)}(?![\\w.-]*\\w)`, 'g');
  const inNames = new RegExp(pascal(from), 'gi');
  return (text) => text.replace(whole, to).replace(inNames, (found) => (found === from ? found : inLettersOf(found, pascal(to))));
}
