/** What a command found, case by case, in the form that all outputs are made of. */

/** `unreachable`: nothing can be said, and not because it was left out on purpose. */
export type CaseStatus = 'passed' | 'failed' | 'skipped' | 'unreachable';

export const caseStatuses = ['passed', 'failed', 'skipped', 'unreachable'] as const satisfies readonly CaseStatus[];

export const statusWords: Record<CaseStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  unreachable: 'not reachable',
};

/** What is wrong, in one line. */
export interface ReportFinding {
  message: string;
  /** More about it, such as how to repeat it. */
  details?: readonly string[];
}

export interface ReportCase {
  /** What it is one of, such as an operation. */
  group: string;
  name: string;
  status: CaseStatus;
  findings: readonly ReportFinding[];
  /** Why it was skipped, or is not reachable. */
  reason?: string;
  /** How long it took, in milliseconds. */
  durationMs?: number;
  /** The file that it stands in. */
  file?: string;
}

/** What was to be looked at, and cannot be read. */
export const notReadable = ({ source, problem }: { source: string; problem: string }): ReportCase => ({
  group: 'not readable',
  name: source,
  status: 'unreachable',
  findings: [],
  reason: problem,
});

export interface Report {
  /** The command, and what it was about. */
  title: string;
  cases: readonly ReportCase[];
  /** What is to be known besides. */
  notices?: readonly string[];
  /** When it was made. */
  time: Date;
}

export function countCases(cases: Iterable<Pick<ReportCase, 'status'>>): Record<CaseStatus, number> {
  const counts = { passed: 0, failed: 0, skipped: 0, unreachable: 0 };
  for (const { status } of cases) counts[status]++;
  return counts;
}

/** In one line; what there is none of is left out, apart from what passed and failed. */
export const countsText = (counts: Record<CaseStatus, number>): string =>
  caseStatuses
    .filter((status) => counts[status] > 0 || status === 'passed' || status === 'failed')
    .map((status) => `${counts[status]} ${statusWords[status]}`)
    .join(', ');

/** By their group, in order. */
export function byGroup(cases: readonly ReportCase[]): Map<string, ReportCase[]> {
  const groups = new Map<string, ReportCase[]>();
  for (const one of cases) {
    const group = groups.get(one.group);
    if (group) group.push(one);
    else groups.set(one.group, [one]);
  }
  return groups;
}

/** Something to look at, and the cases that have it. */
export interface Concern extends ReportFinding {
  status: 'failed' | 'unreachable';
  cases: ReportCase[];
}

/** What failed, then what was not reachable, each once: what most cases have comes first. */
export function concernsOf(cases: readonly ReportCase[]): Concern[] {
  const concerns = new Map<string, Concern>();
  for (const one of cases) {
    const { status, findings, reason, group } = one;
    if (status !== 'failed' && status !== 'unreachable') continue;
    for (const finding of findings.length > 0 ? findings : [{ message: reason ?? statusWords[status] }]) {
      // A reason says nothing of where.
      const message = findings.length > 0 ? finding.message : `${group}: ${finding.message}`;
      const key = `${status} ${message}`;
      const known = concerns.get(key);
      if (known) known.cases.push(one);
      else concerns.set(key, { ...finding, message, status, cases: [one] });
    }
  }
  const isMinor = ({ status }: Concern): number => (status === 'failed' ? 0 : 1);
  return [...concerns.values()].sort((one, other) => isMinor(one) - isMinor(other) || other.cases.length - one.cases.length);
}

/** ` (500 times)`; nothing where it was found once. */
export const timesText = (count: number): string => (count === 1 ? '' : ` (${count} times)`);
