import type { DocsEntry } from './docs-map.js';

/** Day of the newest documentation page that the contract follows. */
export const documentationDate = (docs: DocsEntry[]): string | undefined =>
  docs
    .flatMap(({ modified }) => modified ?? [])
    .sort()
    .at(-1);
