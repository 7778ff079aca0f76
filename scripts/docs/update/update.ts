/** From pages to a branch and the body of a pull request. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from '../../lib/bad-input.js';
import { readDocsMap } from '../../lib/docs-map.js';
import type { Document } from '../../lib/document.js';
import { projectAt } from '../../lib/project.js';
import { type Applied, applyPages } from '../apply/apply-pages.js';
import { isLeft } from '../apply/changes/reading.js';
import { indexedAddresses } from '../compare/index-page.js';
import { writeAll } from '../edit/write.js';
import { ContractSources } from '../locate/contract-sources.js';
import { recall } from '../lock/cache.js';
import { lockFile, readLock } from '../lock/lock.js';
import { type Inputs, readInputs } from '../read/inputs.js';
import { isIndex } from '../read/page.js';
import { bodyOf } from './body.js';
import { foreignFiles, shrunk } from './guards.js';
import { keyOf } from './key.js';
import { type Followed, follow } from './steps.js';
import { createWorkTree } from './work-tree.js';

export interface UpdateOptions {
  /** Of the repository. */
  root: string;
  branch: string;
  /** Pages: files, folders or addresses; all whose address is recorded, if there are none. */
  pages: readonly string[];
  /** Of leaves or facts that may go at once. */
  share: number;
  /** Of addresses that may be unreachable, while the rest is followed. */
  unreachable: number;
  /** Seconds before what is unreachable is tried once more. */
  retrySeconds: number;
  /** Today, as `yyyy-mm-dd`. */
  day: string;
  /** Is told what is done next, in a few words. */
  onStep?: (what: string) => void;
}

export type Update =
  | { state: 'unreachable'; message: string }
  | { state: 'refused'; message: string }
  /** `isWhole`: all pages were read, so that what was proposed earlier is no more. */
  | { state: 'unchanged'; message: string; isWhole: boolean }
  /** There is a branch. */
  | { state: 'changed'; body: string; key: string; files: string[] }
  /** Nothing can be edited before a person has decided. */
  | { state: 'undecided'; body: string; key: string };

/** Every page whose address the docs map or the site's list of pages has, in its Markdown form, and that list. */
async function readRecorded(openapi: string, retrySeconds: number): Promise<Inputs & { asked: number }> {
  const docs = await readDocsMap(openapi);
  const lists = await read([...new Set(docs.flatMap(({ page }) => (page ? [new URL('/llms.txt', page).href] : [])))], retrySeconds);
  const listed = indexedAddresses(lists.inputs.filter(isIndex), docs);
  const names = docs.flatMap((entry) => [entry.page ?? listed.get(entry)].flatMap((page) => (page ? [`${page}.md`] : [])));
  const pages = await read(names, lists.failures.some(({ unreachable }) => unreachable) ? 0 : retrySeconds);
  return {
    inputs: [...lists.inputs, ...pages.inputs],
    failures: [...lists.failures, ...pages.failures],
    asked: names.length + lists.inputs.length + lists.failures.length,
  };
}

/** The pages that a person names; a folder has several. */
async function readNamed(names: string[], retrySeconds: number): Promise<Inputs & { asked: number }> {
  const { inputs, failures } = await read(names, retrySeconds);
  return { inputs, failures, asked: inputs.length + failures.length };
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Reads what there is to read; an address that does not answer is asked once more after a while. */
async function read(names: string[], retrySeconds: number): Promise<Inputs> {
  const first = await readInputs(names);
  const silent = first.failures.filter(({ unreachable }) => unreachable).map(({ source }) => source);
  const again = names.filter((name) => silent.some((source) => name === source || name.startsWith(source)));
  if (again.length === 0) return first;
  await pause(retrySeconds);
  const second = await readInputs(again);
  return {
    inputs: [...first.inputs, ...second.inputs],
    failures: [...first.failures.filter(({ unreachable }) => !unreachable), ...second.failures],
  };
}

const nothingFollowed: Followed = { checks: [], verdict: '' };

async function applied(folder: string, inputs: Inputs, day: string): Promise<Applied> {
  const at = projectAt(folder);
  const document = JSON.parse(await readFile(join(at.generated, 'openapi.json'), 'utf8')) as Document;
  return applyPages(new ContractSources(at.openapi), inputs, { document, lock: await readLock(at.openapi), recall, day });
}

/** Files that an edit leaves, as the root sees them. */
const written = ({ texts }: Applied): string[] => [...texts].flatMap(([file, text]) => (text === undefined ? [] : [`openapi/${file}`]));

/** Whether anything is to be written but what is recorded of pages. */
const edits = ({ texts }: Applied): boolean => [...texts.keys()].some((file) => file !== lockFile);

const subject = ({ told }: Applied): string => {
  const pages = [...new Set(told.filter(({ outcome }) => 'done' in outcome).map(({ page }) => page))];
  const [first = 'the documentation'] = pages;
  return pages.length > 1 ? `Follow ${pages.length} pages of the documentation` : `Follow the documentation: ${first.split(' / ').at(-1)}`;
};

/** @throws BadInput when no page can be used */
export async function update(options: UpdateOptions): Promise<Update> {
  const { root, branch, pages, share, unreachable, retrySeconds, day, onStep = () => {} } = options;
  onStep('Reading the pages');
  const found = pages.length > 0 ? await readNamed([...pages], retrySeconds) : await readRecorded(projectAt(root).openapi, retrySeconds);
  const { asked, ...inputs } = found;
  const silent = inputs.failures.filter((failure) => failure.unreachable);
  if (silent.length > asked * unreachable || (inputs.inputs.length === 0 && silent.length > 0))
    return { state: 'unreachable', message: `${silent.length} of ${asked} addresses do not answer: ${silent[0]?.message}` };

  if (inputs.inputs.length === 0) throw new BadInput(inputs.failures[0]?.message ?? 'No page could be read');

  onStep('Editing what has changed');
  const tree = await createWorkTree(root, 'HEAD');
  try {
    const found = await applied(tree.folder, inputs, day);
    if (found.pages.length === 0 && found.told.length === 0 && found.failures[0]) throw new BadInput(found.failures[0].message);
    const reason = shrunk(found, share);
    if (reason) return { state: 'refused', message: reason };
    const left = found.told.filter(({ outcome }) => isLeft(outcome));
    const key = keyOf(found);
    if (found.texts.size === 0 && left.length === 0)
      return {
        state: 'unchanged',
        message: `the contract follows ${found.pages.length} of ${asked} pages`,
        isWhole: found.failures.length === 0,
      };
    await writeAll(projectAt(tree.folder).openapi, found.texts);
    const followed = edits(found) ? await follow(tree.run, written(found), onStep) : nothingFollowed;
    const files = followed.broken ? [] : await tree.changed();
    const body = bodyOf(found, followed);
    const foreign = foreignFiles(files);
    if (foreign.length > 0) return { state: 'refused', message: `an update may not touch ${foreign.join(', ')}` };
    if (files.length === 0) return { state: 'undecided', body, key };
    await tree.commit(branch, subject(found));
    return { state: 'changed', body, key, files };
  } finally {
    await tree.remove();
  }
}
