/** The forms in which a command reports. */
import { visibleJson, visibleLines } from '../../http/visible-text.js';
import { githubReport } from './github.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import type { Report } from './report.js';

export const formats = ['text', 'json', 'junit', 'github', 'markdown'] as const;
/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** What a command has to say; each form is made when it is asked for. */
export interface Reports {
  text(): string;
  /** What is written as JSON: the command's own words. */
  json(): unknown;
  report(): Report;
  /** The command's own summary; without it, that of the report. */
  markdown?(): string;
}

/** A report in one of the forms, to its last line break. */
export function formatReport(format: Format, reports: Reports): string {
  switch (format) {
    case 'text':
      return visibleLines(reports.text());
    case 'json':
      return visibleJson(`${JSON.stringify(reports.json(), null, 2)}\n`);
    case 'junit':
      return visibleLines(junitReport(reports.report()));
    case 'github':
      return visibleLines(githubReport(reports.report()));
    case 'markdown':
      return visibleLines(reports.markdown?.() ?? markdownReport(reports.report()));
  }
}
