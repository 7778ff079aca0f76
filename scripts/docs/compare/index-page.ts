/** Compares the site's list of pages (`llms.txt`) with the docs map. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Finding, pageName } from '../finding.js';
import type { DocsIndex } from '../read/page.js';
import { folderKey, pageId } from './locate.js';
import { compareNavigation } from './navigation.js';

/** The entry of a page of the list. */
function entries({ entries: all }: DocsIndex, docs: DocsEntry[]): (DocsIndex['entries'][number] & { known: DocsEntry | undefined })[] {
  const key = (folder: string, title: string) => folderKey(folder ? `${folder}/${title}` : title);
  const byKey = new Map(docs.map((entry) => [key(entry.path.slice(0, -1).join('/'), entry.path.at(-1) ?? ''), entry]));
  return all.map((entry) => ({ ...entry, known: byKey.get(key(entry.folder, entry.title)) }));
}

/** The addresses of pages that the site's lists tell. */
export const indexedAddresses = (indexes: DocsIndex[], docs: DocsEntry[]): Map<DocsEntry, string> =>
  new Map(
    indexes.flatMap((index) =>
      entries(index, docs).flatMap(({ known, url }) => (known ? [[known, url.replace(/\.md$/, '')] as const] : [])),
    ),
  );

export function compareIndex(index: DocsIndex, docs: DocsEntry[]): Finding[] {
  const { source } = index;
  const listed = entries(index, docs);
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
