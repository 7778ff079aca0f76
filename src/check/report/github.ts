/** A report as annotations of GitHub Actions: lines on standard output that the runner reads. */
import { type Concern, concernsOf, countCases, countsText, type Report, timesText } from './report.js';

/** Annotations of one kind that GitHub shows of a step; it drops the others without a word. */
export const mostShown = 10;

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One line of such an output; of the properties, those that are given. */
export function annotation(command: string, properties: Record<string, string | undefined>, text: string): string {
  const given = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${escapeProperty(value)}`));
  return `::${command}${given.length > 0 ? ` ${given.join(',')}` : ''}::${escapeData(text)}\n`;
}

function ofConcern(command: string, title: string, { message, details = [], cases }: Concern): string {
  const [first] = cases;
  const name = first && `${title}: ${first.group} ${first.name}`;
  return annotation(command, { file: first?.file, title: name }, [message + timesText(cases.length), ...details].join('\n'));
}

/** What failed as errors, what was not reachable as warnings, what most cases have first; what there is no room for is counted. */
export function githubReport({ title, cases, notices = [] }: Report): string {
  const concerns = concernsOf(cases);
  const kinds = [
    ['error', concerns.filter(({ status }) => status === 'failed')],
    ['warning', concerns.filter(({ status }) => status === 'unreachable')],
  ] as const;
  const lines = kinds.flatMap(([command, own]) => {
    const shown = own.length > mostShown ? own.slice(0, mostShown - 1) : own;
    const rest = own.length - shown.length;
    const left = rest === 0 ? [] : [annotation(command, { title }, `and ${rest} more, which GitHub has no room for: see the report`)];
    return [...shown.map((concern) => ofConcern(command, title, concern)), ...left];
  });
  const summary = [...notices, countsText(countCases(cases))].map((text) => annotation('notice', { title }, text));
  return [...lines, ...summary.slice(-mostShown)].join('');
}
