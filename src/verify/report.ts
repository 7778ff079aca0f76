/** The report of a verification as text, as Markdown, and as cases for all other forms. */
import { codeCell, plainCell, within } from '../check/report/markdown.js';
import type { CaseStatus, ReportCase } from '../check/report/report.js';
import { type CountedViolation, countedLine, countViolations } from '../check/telling/count.js';
import { noOutcomes, type Outcome, type PageResult, type VerifyReport } from './results.js';

const words: Record<Outcome, string> = { conforms: 'conforms', differs: 'differs', unreachable: 'not reachable', skipped: 'left out' };

const countText = ({ conforms, differs, unreachable, skipped }: Record<Outcome, number>): string =>
  `${conforms} conform, ${differs} differ, ${unreachable} not reachable${skipped > 0 ? `, ${skipped} left out` : ''}`;

function byModality(pages: readonly PageResult[]): [modality: string, counts: Record<Outcome, number>][] {
  const counts = new Map<string, Record<Outcome, number>>();
  for (const { modality, outcome } of pages) {
    const own = counts.get(modality) ?? noOutcomes();
    own[outcome]++;
    counts.set(modality, own);
  }
  return [...counts];
}

/** Each page that differs, with what is found in it first; how often it is found is told there. */
function* differences(pages: readonly PageResult[]): Generator<string> {
  const differing = pages.filter(({ outcome }) => outcome === 'differs');
  const counted = countViolations(differing.flatMap(({ violations }) => violations));
  const first = new Map<unknown, CountedViolation>(counted.map((one) => [one.violation, one]));
  for (const { operation, example, violations, repeat = [] } of differing) {
    const own = violations.flatMap((violation) => first.get(violation) ?? []);
    yield `differs: ${operation} ${example}${own.length === 0 ? ' (as above)' : ''}`;
    for (const one of own) yield `  ${countedLine(one)}`;
    if (own.length > 0) for (const line of repeat) yield `    ${line}`;
  }
}

/** Differences in full, what was not reachable or left out by its reasons, and the sums. */
export function textReport({ pages, workflows, summary, notices }: VerifyReport): string {
  const lines = [...differences(pages)];
  for (const { name, failures } of workflows.filter(({ outcome }) => outcome === 'differs')) {
    lines.push(`differs: workflow ${name}`, ...failures.map(({ step, message }) => `  ${step}: ${message}`));
  }
  const reasons = new Map<string, string[]>();
  for (const { outcome, reason = '', name } of [
    ...pages.map((page) => ({ ...page, name: `${page.operation} ${page.example}` })),
    ...workflows,
  ]) {
    if (outcome !== 'unreachable' && outcome !== 'skipped') continue;
    const why = `${words[outcome]}: ${reason}`;
    reasons.set(why, [...(reasons.get(why) ?? []), name]);
  }
  for (const [why, names] of reasons) lines.push(why, ...names.map((name) => `  ${name}`));
  if (lines.length > 0) lines.push('');
  for (const [modality, counts] of byModality(pages)) lines.push(`${modality.padEnd(9)} ${countText(counts)}`);
  if (workflows.length > 0) {
    const counts = noOutcomes();
    for (const { outcome } of workflows) counts[outcome]++;
    lines.push(`workflows ${countText(counts)}`);
  }
  lines.push(`in all    ${countText(summary)}`, ...notices);
  return `${lines.join('\n')}\n`;
}

const statuses: Record<Outcome, CaseStatus> = { conforms: 'passed', differs: 'failed', unreachable: 'unreachable', skipped: 'skipped' };

/** Pages by their operations, and workflows. */
export const casesOf = ({ pages, workflows }: VerifyReport): ReportCase[] => [
  ...pages.map(({ operation, example, outcome, reason, violations, repeat = [], durationMs }) => ({
    group: operation,
    name: example,
    status: statuses[outcome],
    findings: countViolations(violations).map((one, index) => ({ message: countedLine(one), details: index === 0 ? repeat : [] })),
    ...(reason !== undefined && { reason }),
    ...(durationMs !== undefined && { durationMs }),
  })),
  ...workflows.map(({ name, outcome, reason, failures }) => ({
    group: 'workflows',
    name,
    status: statuses[outcome],
    findings: failures.map(({ step, message }) => ({ message: `${name} ${step}: ${message}` })),
    ...(reason !== undefined && { reason }),
  })),
];

/** One row per page. */
export function markdownReport(report: VerifyReport): string {
  const { pages, workflows, summary, notices, baseUrl, time, contract } = report;
  const details = ({ violations, reason, missing }: PageResult): string =>
    [
      ...violations.map(({ message }) => codeCell(message)),
      ...(reason === undefined ? [] : [plainCell(reason)]),
      ...(missing.length > 0 ? [`without ${missing.map(codeCell).join(', ')}`] : []),
    ].join('<br>');
  const lines = [
    `# ${baseUrl} against contract ${contract.version} (${contract.hash})`,
    '',
    `${time}: ${countText(summary)}.`,
    ...notices.map((notice) => `\n${notice}.`),
    '',
    '| Operation | Page | Result | Details |',
    '|---|---|---|---|',
    ...pages.map((page) => `| ${page.operation} | ${page.example} | ${words[page.outcome]} | ${details(page)} |`),
    ...workflows.map(({ name, outcome, reason, failures }) => {
      const found = failures.map(({ step, message }) => codeCell(`${step}: ${message}`)).join('<br>');
      return `| workflow | ${name} | ${words[outcome]} | ${reason === undefined ? found : plainCell(reason)} |`;
    }),
  ];
  return within(lines, (count) => `… and ${count} more rows, which there is no room for.`);
}
