/** What a comparison of the documentation with the contract came to. */
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Finding, isDrift, pageName } from '../finding.js';
import type { Inputs } from '../read/inputs.js';
import { type DocsIndex, type DocsPage, isIndex } from '../read/page.js';

export interface Summary {
  pages: number;
  indexes: number;
  navigations: number;
  examples: number;
  /** Pages that are as they were recorded. */
  unchanged: number;
  drift: number;
  /** Inputs that could not be read. */
  failures: number;
  /** Leaves of the documentation by what has become of them. */
  leaves: Record<LeafState, number>;
}

export const leafStates = ['compared', 'unreachable', 'not asked', 'without a known address'] as const;
export type LeafState = (typeof leafStates)[number];

/** A page or schema of the documentation, and whether it was compared. */
export interface Leaf {
  page: string;
  state: LeafState;
  /** Its address, where it is known. */
  address?: string;
}

export interface Outcome {
  summary: Summary;
  leaves: Leaf[];
  failures: Inputs['failures'];
  findings: Finding[];
}

/** The same finding of several inputs, such as one about the navigation that every page shows, once. */
export function withoutRepeats(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ source, consequences: _, ...finding }) => {
    const key = JSON.stringify(finding.page === undefined ? [source, finding] : finding);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Every leaf of the docs map, by what has become of it.
 * @param compared entries whose page was read
 * @param addresses those that the site's list of pages tells, by entry
 */
export function leavesOf(
  docs: DocsEntry[],
  compared: ReadonlySet<DocsEntry>,
  addresses: ReadonlyMap<DocsEntry, string>,
  failed: ReadonlySet<string>,
): Leaf[] {
  return docs.map((entry) => {
    const address = entry.page ?? addresses.get(entry);
    const isUnreachable = address !== undefined && [address, `${address}.md`].some((name) => failed.has(name));
    const state = compared.has(entry)
      ? 'compared'
      : isUnreachable
        ? 'unreachable'
        : address !== undefined
          ? 'not asked'
          : 'without a known address';
    return { page: pageName(entry.path), state, ...(address !== undefined && { address }) };
  });
}

export function toOutcome(
  inputs: (DocsPage | DocsIndex)[],
  failures: Inputs['failures'],
  leaves: Leaf[],
  all: Finding[],
  unchanged = 0,
): Outcome {
  const findings = withoutRepeats(all);
  const pages = inputs.filter((input): input is DocsPage => !isIndex(input));
  const summary: Summary = {
    pages: pages.length,
    indexes: inputs.length - pages.length,
    navigations: pages.filter(({ navigation }) => navigation).length,
    examples: pages.reduce((sum, { payloads, calls }) => sum + payloads.length + calls.filter(({ body }) => body !== undefined).length, 0),
    unchanged,
    drift: findings.filter(isDrift).length,
    failures: failures.length,
    leaves: Object.fromEntries(
      leafStates.map((state) => [state, leaves.filter((leaf) => leaf.state === state).length]),
    ) as Summary['leaves'],
  };
  return { summary, leaves, failures, findings };
}
