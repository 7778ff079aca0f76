/** What tells one set of changes from another, so that what a person closed is not proposed again. */
import { createHash } from 'node:crypto';
import type { Applied } from '../apply/apply-pages.js';

/** Changes of pages and what became of them; when pages are read again, the same make the same key. */
export function keyOf({ told, reworded, recorded }: Pick<Applied, 'told' | 'reworded' | 'recorded'>): string {
  const changes = told.map(({ page, what, change, outcome }) => [page, change ?? what, Object.keys(outcome)[0]]);
  const lines = [...changes, ...reworded.map(({ page, digest }) => [page, digest]), ...recorded].map((line) => JSON.stringify(line));
  return createHash('sha256')
    .update([...new Set(lines)].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

const mark = (key: string): string => `<!-- docs-update: ${key} -->`;

/** The key of a body; nothing for one that was written otherwise. */
export const keyIn = (body: string): string | undefined => /<!-- docs-update: (\w+) -->/.exec(body)?.[1];

export const withKey = (body: string, key: string): string => `${body.trimEnd()}\n\n${mark(key)}\n`;

/** Of what is closed since it is no more: a person did not refuse it. */
export const withoutKey = (body: string): string => body.replace(/\s*<!-- docs-update: \w+ -->\s*/g, '\n');
