/** The report of a verification as text and as Markdown. */
import type { Outcome, PageResult, VerifyReport } from './results.js';

const words: Record<Outcome, string> = { conforms: 'conforms', differs: 'differs', unreachable: 'not reachable' };

const countText = ({ conforms, differs, unreachable }: Record<Outcome, number>): string =>
  `${conforms} conform, ${differs} differ, ${unreachable} not reachable`;

function byModality(pages: readonly PageResult[]): [modality: string, counts: Record<Outcome, number>][] {
  const counts = new Map<string, Record<Outcome, number>>();
  for (const { modality, outcome } of pages) {
    const own = counts.get(modality) ?? { conforms: 0, differs: 0, unreachable: 0 };
    own[outcome]++;
    counts.set(modality, own);
  }
  return [...counts];
}

/** Differences in full, what was not reachable by its reasons, and the sums. */
export function textReport({ pages, workflows, summary, notices }: VerifyReport): string {
  const lines: string[] = [];
  for (const { operation, example, violations } of pages.filter(({ outcome }) => outcome === 'differs')) {
    lines.push(`differs: ${operation} ${example}`, ...violations.map(({ message }) => `  ${message}`));
  }
  for (const { name, failures } of workflows.filter(({ outcome }) => outcome === 'differs')) {
    lines.push(`differs: workflow ${name}`, ...failures.map(({ step, message }) => `  ${step}: ${message}`));
  }
  const reasons = new Map<string, string[]>();
  for (const { reason = '', name } of [...pages.map((page) => ({ ...page, name: `${page.operation} ${page.example}` })), ...workflows]) {
    if (reason !== '') reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  }
  for (const [reason, names] of reasons) lines.push(`not reachable: ${reason}`, ...names.map((name) => `  ${name}`));
  if (lines.length > 0) lines.push('');
  for (const [modality, counts] of byModality(pages)) lines.push(`${modality.padEnd(9)} ${countText(counts)}`);
  if (workflows.length > 0) {
    const counts = { conforms: 0, differs: 0, unreachable: 0 };
    for (const { outcome } of workflows) counts[outcome]++;
    lines.push(`workflows ${countText(counts)}`);
  }
  lines.push(`in all    ${countText(summary)}`, ...notices);
  return `${lines.join('\n')}\n`;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** One row per page. */
export function markdownReport(report: VerifyReport): string {
  const { pages, workflows, summary, notices, baseUrl, time, contract } = report;
  const details = ({ violations, reason, missing }: PageResult): string =>
    [
      ...violations.map(({ message }) => `\`${message}\``),
      reason ?? '',
      missing.length > 0 ? `without ${missing.map((path) => `\`${path}\``).join(', ')}` : '',
    ]
      .filter((text) => text !== '')
      .map(cell)
      .join('<br>');
  return [
    `# ${baseUrl} against contract ${contract.version} (${contract.hash})`,
    '',
    `${time}: ${countText(summary)}.`,
    ...notices.map((notice) => `\n${notice}.`),
    '',
    '| Operation | Page | Result | Details |',
    '|---|---|---|---|',
    ...pages.map((page) => `| ${page.operation} | ${page.example} | ${words[page.outcome]} | ${details(page)} |`),
    ...workflows.map(({ name, outcome, reason, failures }) => {
      const found = failures.map(({ step, message }) => cell(`\`${step}: ${message}\``)).join('<br>');
      return `| workflow | ${name} | ${words[outcome]} | ${reason === undefined ? found : cell(reason)} |`;
    }),
    '',
  ].join('\n');
}
