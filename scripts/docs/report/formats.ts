/** The forms in which the comparison is reported. */
import { visibleJson, visibleLines } from '../../../src/http/visible-text.js';
import { githubReport } from './github.js';
import { markdownReport } from './markdown.js';
import type { Outcome } from './outcome.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

export const formats = ['text', 'json', 'markdown', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

export const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);

export function report(outcome: Outcome, format: Format, withLeaves: boolean): string {
  switch (format) {
    case 'text':
      return visibleLines(textReport(outcome, withLeaves));
    case 'json':
      return visibleJson(JSON.stringify(outcome, null, 2));
    case 'markdown':
      return visibleLines(markdownReport(outcome));
    case 'sarif':
      return visibleJson(sarifReport(outcome));
    case 'github':
      return visibleLines(githubReport(outcome));
  }
}
