/** Compares the site's list of pages (`llms.txt`) with the docs map. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Finding, pageName } from '../finding.js';
import type { DocsIndex } from '../page.js';
import { folderKey, pageId } from './locate.js';
import { compareNavigation } from './navigation.js';

export function compareIndex({ source, entries }: DocsIndex, docs: DocsEntry[]): Finding[] {
  const key = (folder: string, title: string) => folderKey(folder ? `${folder}/${title}` : title);
  const byKey = new Map(docs.map((entry) => [key(entry.path.slice(0, -1).join('/'), entry.path.at(-1) ?? ''), entry]));
  const listed = entries.map((entry) => ({ ...entry, known: byKey.get(key(entry.folder, entry.title)) }));
  const kinds = new Set(listed.flatMap(({ known }) => known?.kind ?? []));
  const leaves = listed.map(({ known, folder, title }) => known?.path ?? [...folder.split(/\s*>\s*/).filter(Boolean), title]);
  const moved = listed.flatMap(({ known, url }): Finding[] => {
    const [before, now] = [pageId(known?.page), pageId(url)];
    return known && before && now && before !== now
      ? [{ kind: 'page-moved', source, page: pageName(known.path), message: `now at ${url}, was ${known.page}` }]
      : [];
  });
  return [
    ...compareNavigation(
      source,
      { leaves },
      docs.filter(({ kind }) => kinds.has(kind)),
      true,
    ),
    ...moved,
  ];
}
