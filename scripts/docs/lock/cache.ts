/** Keeps the texts of pages beside the project, out of version control, so that a change of wording can be shown as text. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../lib/project.js';
import type { DocsPage, Section } from '../read/page.js';
import { digestOf } from './lock.js';

const folderOf = (root: string): string => join(root, '.docs-cache');

/** Keeps the text of a page under its digest. */
export function remember(page: DocsPage, root = project.root): void {
  mkdirSync(folderOf(root), { recursive: true });
  writeFileSync(join(folderOf(root), `${digestOf(page)}.json`), JSON.stringify(page.sections));
}

/** The text that a digest was made of, if it was read here. */
export function recall(digest: string, root = project.root): Section[] | undefined {
  try {
    return JSON.parse(readFileSync(join(folderOf(root), `${digest}.json`), 'utf8')) as Section[];
  } catch {
    return undefined;
  }
}
