/** When not to believe what was read, and what may be touched. */
import type { Applied } from '../apply/apply-pages.js';

/** Files that a change of the documentation may change: the README has figures of it. */
const allowed = [/^openapi\//, /^generated\//, /^(?:CHANGELOG|README)\.md$/];

/** @returns files that no update may touch */
export const foreignFiles = (files: readonly string[]): string[] => files.filter((file) => !allowed.some((pattern) => pattern.test(file)));

/** Fewer facts than these may go at once, whatever their share. */
const few = 20;

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/**
 * Why the pages are those of a broken site, and not of one that has changed.
 * @param share of leaves or facts that may go at once
 */
export function shrunk({ facts, leaves }: Pick<Applied, 'facts' | 'leaves'>, share: number): string | undefined {
  if (leaves.lost > leaves.known * share)
    return `${leaves.lost} of ${leaves.known} pages are gone from the navigation (${percent(leaves.lost, leaves.known)} %): taken for a broken site, not for a change`;
  const lost = facts.before - facts.after;
  if (lost > few && lost > facts.before * share)
    return `the pages say ${facts.after} things where they said ${facts.before} (${percent(lost, facts.before)} % less): taken for a broken site, not for a change`;
  return undefined;
}
