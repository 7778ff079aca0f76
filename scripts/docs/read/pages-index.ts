/** Reads `llms.txt`, the site's list of its pages. */
import { BadInput } from '../../lib/bad-input.js';
import type { DocsIndex } from './page.js';

const entry = /^- (.*?)\[(.+?)\]\((\S+?)\)/;

export function readIndex(source: string, text: string): DocsIndex {
  const index: DocsIndex = { source, entries: [] };
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    const [, folder, title, url] = entry.exec(line) ?? [];
    if (folder !== undefined && title !== undefined && url !== undefined)
      index.entries.push({ section, folder: folder.trim(), title: title.trim(), url });
  }
  if (index.entries.length === 0) throw new BadInput(`${source}: the index lists no page`);
  return index;
}
