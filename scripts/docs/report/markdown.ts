/** Words the outcome of the comparison for a pull request or an issue. */
import { groupBy } from '../../lib/group-by.js';
import type { Finding } from '../finding.js';
import type { Outcome } from './outcome.js';
import { findingText, leavesText, provenanceText, summaryText } from './text.js';

const escaped = (text: string): string => text.replace(/[\\<>|*_]/g, '\\$&').replaceAll('\n', ' ');
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('\n', ' ')}\``;

function findingLines(finding: Finding): string[] {
  const { kind, before, after, places = [], consequences = [], lines = [] } = finding;
  const values = [before !== undefined ? `before ${code(before)}` : '', after !== undefined ? `now ${code(after)}` : ''].filter(Boolean);
  const details = [...values, ...places.map(code), provenanceText(finding) ?? ''].filter(Boolean);
  const fence = '`'.repeat(Math.max(3, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1))));
  return [
    `- **${kind}** ${escaped(findingText(finding))}${details.length > 0 ? ` (${details.join('; ')})` : ''}`,
    ...consequences.map((consequence) => `  - ${escaped(findingText(consequence))}`),
    ...(lines.length > 0 ? ['', `  ${fence}diff`, ...lines.map((line) => `  ${line}`), `  ${fence}`, ''] : []),
  ];
}

export function markdownReport({ findings, failures, summary }: Outcome): string {
  const groups = groupBy(findings, ({ page, source }) => page ?? source);
  const sections = [...groups].map(([page, group]) => [`### ${escaped(page)}`, '', ...group.flatMap(findingLines)].join('\n'));
  const unread = failures.length > 0 ? [['### Not read', '', ...failures.map(({ message }) => `- ${escaped(message)}`)].join('\n')] : [];
  return ['## Documentation and contract', summaryText(summary), ...sections, ...unread, leavesText(summary)].join('\n\n');
}
