/** Words the outcome of the comparison for a person. */
import { groupBy } from '../lib/group-by.js';
import { type Finding, isDrift } from './finding.js';
import { type DocsIndex, type DocsPage, isIndex } from './page.js';

export interface Summary {
  pages: number;
  indexes: number;
  navigations: number;
  examples: number;
  drift: number;
}

export function summarize(inputs: (DocsPage | DocsIndex)[], findings: Finding[]): Summary {
  const pages = inputs.filter((input): input is DocsPage => !isIndex(input));
  return {
    pages: pages.length,
    indexes: inputs.length - pages.length,
    navigations: pages.filter(({ navigation }) => navigation).length,
    examples: pages.reduce((sum, { payloads, calls }) => sum + payloads.length + calls.filter(({ body }) => body !== undefined).length, 0),
    drift: findings.filter(isDrift).length,
  };
}

/** The same finding of several inputs, such as one about the navigation that every page shows, once. */
export function withoutRepeats(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ source, ...finding }) => {
    const key = JSON.stringify(finding.page === undefined ? [source, finding] : finding);
    return !seen.has(key) && seen.add(key);
  });
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

export function formatReport(findings: Finding[], summary: Summary): string {
  const lines: string[] = [];
  const groups = groupBy(findings, ({ page, source }) => page ?? source);
  for (const [page, group] of groups) {
    lines.push(page);
    for (const { kind, where, pointer, message } of group)
      lines.push(`  ${kind.padEnd(18)}${[where, pointer].filter(Boolean).join(' ')}${where || pointer ? ': ' : ''}${message}`);
  }
  const { pages, indexes, navigations, examples, drift } = summary;
  const read = [
    count(pages, 'page'),
    ...(indexes > 0 ? [`${indexes} llms.txt`] : []),
    count(navigations, 'navigation'),
    count(examples, 'example'),
  ].join(', ');
  lines.push(`${read}: ${drift === 0 ? 'no drift' : `${count(drift, 'difference')} from the contract`}`);
  return lines.join('\n');
}
