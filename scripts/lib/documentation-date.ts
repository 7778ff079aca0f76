import type { DocsEntry } from './docs-map.js';

/** Day of the newest documentation page that the contract follows. */
export const documentationDate = (docs: DocsEntry[]): string | undefined =>
  docs
    .flatMap(({ modified }) => modified?.slice(0, 'yyyy-mm-dd'.length) ?? [])
    .sort()
    .at(-1);
