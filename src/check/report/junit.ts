/** A report as JUnit writes them, in the strict form: valid for the schema of Ant, and so for those of its readers. */
import { byGroup, countCases, type Report, type ReportCase, type ReportFinding } from './report.js';

/** XML has no way to say them. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const xmlText = (text: string): string => text.replace(forbidden, '\ufffd').replace(/[&<>\r]/g, (character) => entities[character] ?? '');

const xmlAttribute = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? '');

/** A name in one line, as readers expect it. */
const xmlName = (text: string): string => xmlAttribute(text.replace(/\s+/g, ' ').trim() || '-');

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

const findingText = ({ message, details = [] }: ReportFinding): string => [message, ...details.map((line) => `  ${line}`)].join('\n');

/** What became of a case; nothing where it passed. */
function outcome({ status, findings, reason = '' }: ReportCase): string {
  if (status === 'passed') return '';
  if (status === 'skipped') return `<skipped message="${xmlAttribute(reason)}"/>`;
  const [element, type] = status === 'failed' ? ['failure', 'violation'] : ['error', 'unreachable'];
  const message = findings[0] ? `${findings[0].message}${findings.length > 1 ? `, and ${findings.length - 1} more` : ''}` : reason;
  const text = findings.length > 0 ? findings.map(findingText).join('\n') : reason;
  return `<${element} message="${xmlAttribute(message)}" type="${type}">${xmlText(text)}</${element}>`;
}

const durationOf = (cases: readonly ReportCase[]): number => cases.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);

/** One suite per group. */
export function junitReport({ title, cases, notices = [], time }: Report): string {
  const timestamp = time.toISOString().slice(0, 19);
  const suites = [...byGroup(cases)].map(([group, own], index) => {
    const { failed, unreachable, skipped } = countCases(own);
    const lines = own.map((one) => {
      const open = `    <testcase name="${xmlName(one.name)}" classname="${xmlName(group)}" time="${seconds(one.durationMs ?? 0)}"`;
      const inside = outcome(one);
      return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`;
    });
    return [
      `  <testsuite name="${xmlName(group)}" id="${index}" package="${xmlName(title)}" timestamp="${timestamp}" hostname="localhost" tests="${own.length}" failures="${failed}" errors="${unreachable}" skipped="${skipped}" time="${seconds(durationOf(own))}">`,
      '    <properties/>',
      ...lines,
      `    <system-out>${index === 0 ? xmlText(notices.join('\n')) : ''}</system-out>`,
      '    <system-err></system-err>',
      '  </testsuite>\n',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}
