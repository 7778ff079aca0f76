/** Writes the outcome as SARIF 2.1.0, which code hosts and editors show at the lines that it names. */
import { createHash } from 'node:crypto';
import { type Finding, isDrift } from '../finding.js';
import type { Outcome } from './outcome.js';
import { findingText } from './text.js';

/** A place in the words of the report, taken apart. */
export function placeParts(place: string): { file: string; line: number; column: number } {
  const [, file = place, line = '1', column = '1'] = /^(.*?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  return { file, line: Number(line), column: Number(column) };
}

/** Brackets would begin a link (3.11.6 of the standard). */
const plainMessage = (text: string): string => text.replace(/[\\[\]]/g, '\\$&');

/** A reference relative to the root, in which names of files may have any character (3.4.4). */
const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

function location(place: string): object {
  const { file, line, column } = placeParts(place);
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } } };
}

function result(finding: Finding): object {
  const { kind, page, source, places = [], consequences = [], before, after } = finding;
  const text = [`${page ?? source}: ${findingText(finding)}`, ...consequences.map((other) => `so also ${findingText(other)}`)].join('\n');
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([kind, page, findingText(finding)]))
    .digest('hex');
  return {
    ruleId: kind,
    level: isDrift(finding) ? 'error' : 'note',
    message: { text: plainMessage(text) },
    locations: (places.length > 0 ? places.slice(0, 1) : ['openapi/docs-map.yaml:1:1']).map(location),
    ...(places.length > 1 && { relatedLocations: places.slice(1).map(location) }),
    partialFingerprints: { 'finding/v1': fingerprint },
    ...((before !== undefined || after !== undefined) && { properties: { before, after } }),
  };
}

export function sarifReport({ findings, failures }: Outcome): string {
  const rules = [...new Set(findings.map(({ kind }) => kind))]
    .sort()
    .map((id) => ({ id, shortDescription: { text: id.replaceAll('-', ' ') } }));
  const run = {
    tool: { driver: { name: 'docs:diff', rules } },
    results: findings.map(result),
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(({ message }) => ({ level: 'error', message: { text: plainMessage(message) } })),
      },
    ],
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
}
