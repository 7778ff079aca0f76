/** Words the outcome of the comparison for a person. */
import { visible } from '../../../src/http/visible-text.js';
import { groupBy } from '../../lib/group-by.js';
import type { Finding } from '../finding.js';
import { leafStates, type Outcome, type Summary } from './outcome.js';

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** Where on the page, and what. */
export const findingText = ({ where, pointer, message }: Finding): string =>
  visible(`${[where, pointer].filter(Boolean).join(' ')}${where || pointer ? ': ' : ''}${message}`);

/** The provenance that an edit would change. */
export const provenanceText = ({ provenance }: Finding): string | undefined =>
  provenance && `provenance ${provenance.before ? `${provenance.before} -> ` : ''}${provenance.after}`;

const mostLines = 40;

function findingLines(finding: Finding): string[] {
  const { kind, places = [], consequences = [], lines = [] } = finding;
  const provenance = provenanceText(finding);
  return [
    `  ${kind.padEnd(18)}${findingText(finding)}`,
    ...places.map((place) => `      edit ${visible(place)}`),
    ...(provenance ? [`      ${provenance}`] : []),
    ...consequences.map((consequence) => `      so also ${findingText(consequence)}`),
    ...lines.slice(0, mostLines).map((line) => `      ${visible(line)}`),
    ...(lines.length > mostLines ? [`      … ${count(lines.length - mostLines, 'line')} more`] : []),
  ];
}

/** What was read, and what came of it. */
export function summaryText({ pages, indexes, navigations, examples, unchanged, drift, failures }: Summary): string {
  const read = [
    `${count(pages, 'page')}${unchanged > 0 ? ` (${unchanged} unchanged)` : ''}`,
    ...(indexes > 0 ? [`${indexes} llms.txt`] : []),
    count(navigations, 'navigation'),
    count(examples, 'example'),
    ...(failures > 0 ? [`${failures} not read`] : []),
  ].join(', ');
  return `${read}: ${drift === 0 ? 'no drift' : `${count(drift, 'difference')} from the contract`}`;
}

export const leavesText = ({ leaves }: Summary): string =>
  `${count(
    Object.values(leaves).reduce((sum, number) => sum + number, 0),
    'leaf',
  ).replace('leafs', 'leaves')}: ${leafStates
    .filter((state) => leaves[state] > 0)
    .map((state) => `${leaves[state]} ${state}`)
    .join(', ')}`;

/** @param withLeaves tell each leaf of the documentation, and not only how many there are */
export function textReport({ findings, summary, leaves }: Outcome, withLeaves: boolean): string {
  const groups = groupBy(findings, ({ page, source }) => page ?? source);
  const lines = [...groups].flatMap(([page, group]) => [visible(page), ...group.flatMap(findingLines)]);
  if (withLeaves) {
    for (const state of leafStates) {
      const own = leaves.filter((leaf) => leaf.state === state);
      if (own.length > 0) lines.push(`${state}:`, ...own.map(({ page, address }) => visible(`  ${page}${address ? ` (${address})` : ''}`)));
    }
  }
  return [...lines, leavesText(summary), summaryText(summary)].join('\n');
}
