/** The impact of a new contract on calls, for a person. */
import type { Reports } from '../check/report/format.js';
import { codeCell, plainCell, within } from '../check/report/markdown.js';
import { notReadable, type ReportCase } from '../check/report/report.js';
import { groupBy } from '../diff/model/group-by.js';
import type { HeldViolation } from './bodies.js';
import { type CallImpact, type CallOutcome, callOutcomes, type Finding } from './impact.js';

const words: Record<CallOutcome, string> = { breaks: 'breaks', warned: 'warned', possible: 'newly possible', unchanged: 'unchanged' };

export interface ImpactSummary {
  from: string;
  to: string;
  calls: CallImpact[];
  /** Calls of somebody else. */
  others: number;
}

export const countOutcomes = (calls: CallImpact[]): Record<CallOutcome, number> =>
  Object.fromEntries(callOutcomes.map((name) => [name, calls.filter(({ outcome }) => outcome === name).length])) as Record<
    CallOutcome,
    number
  >;

function place({ part, in: where, pointer, places }: Finding): string {
  const more = places > 1 ? ` (and ${places - 1} more)` : '';
  const at = pointer === undefined || pointer === '' ? '' : ` ${pointer}`;
  return where === 'route' ? '' : `${part} ${where}${at}${more}: `;
}

function tale(finding: Finding): { head: string; details: string[] } {
  const { outcome, text, isUncertain, isUnused, pages, changelog, typescript } = finding;
  const label = isUnused ? 'unused' : words[outcome];
  const doubt = isUncertain ? ', if the call uses it: what would tell was not kept' : '';
  return {
    head: `${label.padEnd(15)}${place(finding)}${text}${doubt}`,
    details: [
      `in types: ${typescript}`,
      ...(pages.length > 0 ? [`pages: ${pages.slice(0, 3).join(', ')}${pages.length > 3 ? ` and ${pages.length - 3} more` : ''}`] : []),
      ...(changelog ? [`changelog: ${changelog.version}, ${changelog.section}: ${changelog.text}`] : []),
    ],
  };
}

const sayHeld: Record<HeldViolation['holds'], string> = {
  both: 'by both contracts: the other side differs from both, and no new contract has told of it',
  from: 'by the older contract only: the new one has it as it came',
  to: 'by the newer contract only',
};

const heldLine = ({ part, pointer, keyword, holds }: HeldViolation): string =>
  `not as the contract says, ${sayHeld[holds]}: ${part} body ${pointer === '' ? '' : `${pointer} `}\`${keyword}\``;

/** What is told of a call, in one text, so that equal calls are told once. */
const linesOf = ({ findings, violations }: CallImpact): string[] => [
  ...findings.flatMap((finding) => {
    const { head, details } = tale(finding);
    return [`  ${head}`, ...details.map((line) => `                 ${line}`)];
  }),
  // That the newer contract forbids it is what the findings say.
  ...violations.filter(({ holds }) => holds !== 'to').map((violation) => `  ${heldLine(violation)}`),
];

const inOrder = (calls: CallImpact[]): CallImpact[] =>
  [...calls].sort((a, b) => callOutcomes.indexOf(a.outcome) - callOutcomes.indexOf(b.outcome));

/** Calls of which the same is to be told, the gravest first; of those that nothing concerns, nothing is. */
function groups(calls: CallImpact[]): { calls: [CallImpact, ...CallImpact[]]; lines: string[] }[] {
  const told = inOrder(calls).map((call) => ({ call, lines: linesOf(call) }));
  const grouped = groupBy(
    told.filter(({ lines }) => lines.length > 0),
    ({ call, lines }) => `${call.operation}\n${lines.join('\n')}`,
  );
  return [...grouped.values()].map((group) => ({
    calls: group.map(({ call }) => call) as [CallImpact, ...CallImpact[]],
    lines: group[0]?.lines ?? [],
  }));
}

export function summaryLine({ from, to, calls, others }: ImpactSummary): string {
  const counts = countOutcomes(calls);
  const said = callOutcomes.map((name) => `${counts[name]} ${name === 'breaks' ? 'break' : words[name]}`).join(', ');
  const stray = others > 0 ? ` ${others} of ${others + calls.length} go somewhere else.` : '';
  return `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}, from ${from} to ${to}: ${said}.${stray}`;
}

export function impactText(impact: ImpactSummary): string {
  const blocks = groups(impact.calls).map(({ calls: [first, ...more], lines }) =>
    [`${first.call} [${first.operation}] ${first.source}${more.length > 0 ? ` and ${more.length} more` : ''}`, ...lines].join('\n'),
  );
  return [...blocks, summaryLine(impact)].join('\n');
}

/** A table for the summary of a CI job. */
export function impactMarkdown(impact: ImpactSummary): string {
  const rows = groups(impact.calls).flatMap(({ calls: [first, ...more] }) => {
    const call = `${codeCell(first.operation)}${more.length > 0 ? ` (${more.length + 1} calls)` : ''}`;
    return first.findings.map((finding) => {
      const { outcome, isUnused, text, typescript, pages, changelog } = finding;
      const [label, where] = [isUnused ? 'unused' : words[outcome], pages.slice(0, 3).join(', ')];
      const cells = [
        label,
        call,
        codeCell(`${place(finding)}${text}`),
        codeCell(typescript),
        plainCell(where),
        plainCell(changelog?.version ?? ''),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  });
  const table = rows.length === 0 ? [] : ['| | Call | What | In types | Pages | Changelog |', '|---|---|---|---|---|---|', ...rows, ''];
  const lines = ['## The new contract and these calls', '', summaryLine(impact), '', ...table];
  return within(lines, (count) => `… and ${count} more lines, which there is no room for.`);
}

const messageOf = (finding: Finding): string => `${place(finding)}${finding.text}`;

/** Call by call, for the forms that CI systems read. @param unread what holds no calls, and why */
export function impactReports(impact: ImpactSummary, unread: { source: string; problem: string }[], title: string): Reports {
  const caseOf = ({ operation, source, call, outcome, findings }: CallImpact): ReportCase => ({
    group: operation,
    name: `${source}: ${call}`,
    status: outcome === 'breaks' ? 'failed' : 'passed',
    findings: findings
      .filter((finding) => finding.outcome === 'breaks' && !finding.isUnused)
      .map((finding) => ({ message: messageOf(finding), details: tale(finding).details })),
  });
  const warnings = impact.calls.flatMap(({ operation, findings }) =>
    findings
      .filter(({ outcome, isUnused }) => outcome === 'warned' && !isUnused)
      .map((finding) => `warned: ${operation}: ${messageOf(finding)}`),
  );
  return {
    text: () => `${[...unread.map(({ problem }) => problem), impactText(impact)].join('\n')}\n`,
    json: () => ({ ...impact, counts: countOutcomes(impact.calls), unread }),
    markdown: () => impactMarkdown(impact),
    report: () => ({
      title,
      time: new Date(),
      notices: [...new Set(warnings), summaryLine(impact)],
      cases: [...unread.map(notReadable), ...impact.calls.map(caseOf)],
    }),
  };
}
