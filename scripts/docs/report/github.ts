/** Writes the outcome as annotations of GitHub Actions, each at the first line to edit. */
import { annotation, mostShown } from '../../../src/check/report/github.js';
import { isDrift } from '../finding.js';
import type { Outcome } from './outcome.js';
import { placeParts } from './sarif.js';
import { findingText, leavesText, summaryText } from './text.js';

export function githubReport({ findings, failures, summary }: Outcome): string {
  const drift = findings.filter(isDrift);
  const shown = drift.length > mostShown ? drift.slice(0, mostShown - 1) : drift;
  const rest = drift.length - shown.length;
  const errors = shown.map((finding) => {
    const { page, source, places = [], consequences = [] } = finding;
    const place = places[0] === undefined ? undefined : placeParts(places[0]);
    const text = [
      findingText(finding),
      ...places.slice(1).map((other) => `edit ${other}`),
      ...consequences.map((other) => `so also ${findingText(other)}`),
    ];
    return annotation(
      'error',
      { file: place?.file, line: place && String(place.line), col: place && String(place.column), title: page ?? source },
      text.join('\n'),
    );
  });
  const more = rest > 0 ? [annotation('error', {}, `and ${rest} more, which GitHub has no room for: see the report`)] : [];
  const unread = failures.slice(0, mostShown).map(({ message }) => annotation('warning', { title: 'Not read' }, message));
  return [...errors, ...more, ...unread, annotation('notice', {}, `${leavesText(summary)}. ${summaryText(summary)}`)].join('').trimEnd();
}
