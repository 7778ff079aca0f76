/** Compares the code samples of a page with the contract. */

import { collapsed } from '../../../src/contract/pointer.js';
import type { Finding } from '../finding.js';
import { parseJson } from '../read/json-text.js';
import type { DocsPage } from '../read/page.js';
import type { Contract } from './contract.js';
import { type Found, findOperation } from './locate.js';
import { comparePayload } from './payload.js';

type CallFinding = Omit<Finding, 'source' | 'page'>;

const origin = (url: string) => new URL(url).origin;

export function compareCalls(contract: Contract, page: DocsPage, found: Found | undefined): CallFinding[] {
  const { document } = contract;
  const ours = (document.servers ?? []).map(({ url }) => origin(url));
  const servers = new Set([...page.servers, ...page.calls.map(({ url }) => url)].map(origin));
  const findings = [...servers]
    .filter((server) => !ours.includes(server))
    .map(
      (server): CallFinding => ({
        kind: 'server-changed',
        message: `server ${server}, the contract has ${ours.join(', ')}`,
        before: ours.join(', '),
        after: server,
      }),
    );
  for (const { method, url, body } of page.calls) {
    // A slash that is encoded stands in a parameter.
    const called = findOperation(document, method, decodeURIComponent(new URL(url).pathname.replace(/%2f/gi, '%252F')));
    if (!called || (found && called.operation !== found.operation)) {
      const expected = found ? `, the contract has ${found.method.toUpperCase()} ${found.path}` : ', which the contract does not have';
      findings.push({
        kind: found ? 'operation-changed' : 'operation-unknown',
        where: 'curl',
        message: `the sample calls ${method} ${new URL(url).pathname}${expected}`,
      });
    }
    const schema = (found ?? called)?.operation.requestBody?.content['application/json']?.schema;
    if (body === undefined || !schema) continue;
    const value = parseJson(body);
    if (value === undefined) findings.push({ kind: 'malformed-example', where: 'curl', message: 'the body is not JSON' });
    else
      findings.push(
        ...comparePayload(contract, schema, value).map(
          (difference): CallFinding => ({ ...difference, where: 'curl', address: `request#${collapsed(difference.pointer)}` }),
        ),
      );
  }
  return findings;
}
