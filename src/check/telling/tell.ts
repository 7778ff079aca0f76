/** Violations in words, with how to repeat them. */

import type { ContractViolation } from '../findings/violation.js';
import { curlOf } from '../repeat/curl.js';
import type { SentRequest } from '../repeat/sent-request.js';
import { testLines } from '../repeat/test-lines.js';
import { type CountedViolation, countedLine, countViolations } from './count.js';

/** More findings than that nobody reads in a message. */
const mostFindings = 20;
/** A repetition shows the body of the request. */
const mostRequests = 3;

/** A request, and what was found in its exchange. */
interface Group {
  request: SentRequest | undefined;
  counted: CountedViolation[];
}

function grouped(counted: readonly CountedViolation[]): Group[] {
  const groups = new Map<SentRequest | undefined, Group>();
  for (const one of counted) {
    const { request } = one.violation;
    const group = groups.get(request);
    if (group) group.counted.push(one);
    else groups.set(request, { request, counted: [one] });
  }
  return [...groups.values()];
}

/** Where the exchange was, in one line; empty where that is not known. */
export function whereText({ method, url, test }: ContractViolation): string {
  const call = url === undefined ? '' : `in ${method} ${url}`;
  const { name, file } = test ?? {};
  const running = test && `in the test${name === undefined ? '' : ` "${name}"`}${file === undefined ? '' : ` (${file})`}`;
  return [call, running].filter(Boolean).join(' ');
}

/** How to send the request of violations again: a command, and a test. Nothing where the request is not known. */
export function repeatLines(violations: readonly Pick<ContractViolation, 'keyword' | 'in' | 'request'>[]): string[] {
  const request = violations.find((violation) => violation.request)?.request;
  if (!request) return [];
  const withKey = !violations.some(({ keyword }) => keyword === 'security');
  // A key that was taken out of it may have been part of the host.
  const isKnown = URL.canParse(request.url);
  const base = isKnown && violations.some((violation) => violation.in === 'route') ? new URL(request.url).origin : undefined;
  const curl = curlOf(request, withKey);
  if (request.body.kind === 'unknown') return [curl];
  return [`repeat it: ${curl}`, 'as a test:', ...testLines(request, withKey, base).map((line) => `  ${line}`)];
}

/**
 * Each mistake once, with how often it was found, where, and how to repeat it.
 *
 * @param violations in the order in which they were found
 * @returns lines that begin with two spaces
 */
export function tellViolations(violations: readonly ContractViolation[]): string {
  const counted = countViolations(violations);
  const groups = grouped(counted.slice(0, mostFindings));
  const lines = groups.flatMap(({ counted: own }, index) => {
    const found = own.map(({ violation }) => violation);
    const where = whereText(found[0] as ContractViolation);
    const more = [...(where === '' ? [] : [where]), ...(index < mostRequests ? repeatLines(found) : [])];
    return [...own.map(countedLine), ...more.map((line) => `  ${line}`)];
  });
  if (counted.length > mostFindings) lines.push(`and ${counted.length - mostFindings} more`);
  return lines.map((line) => `  ${line}`).join('\n');
}
