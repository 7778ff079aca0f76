/** What `verify` ends with, and in which forms it reports. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { runCommandIn } from './run-command.js';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'verify-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** A gateway that is a mock, but for one status on some paths; how many requests came. */
async function gateway(status?: number, path = /./): Promise<{ url: string; count(): number }> {
  const mock = await createMock({ eventsPerSecond: 100_000, taskSeconds: 0 });
  let count = 0;
  const server = createServer(async (incoming, outgoing) => {
    count++;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const headers = {
      ...(incoming.headers as Record<string, string>),
      ...(status !== undefined && path.test(incoming.url ?? '') && { prefer: `code=${status}` }),
    };
    const response = await mock.fetch(
      new Request(url, { method: incoming.method, headers, ...(chunks.length > 0 && { body: Buffer.concat(chunks) }) }),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count };
}

/** In a folder without the program for workflows. */
async function verify(url: string, ...args: string[]) {
  return runCommandIn(await folder(), 'verify', '--base-url', url, ...args).ended;
}

describe('ends with', () => {
  test('1 where the gateway fails, unless that is not to count', async () => {
    const { url } = await gateway(500, /models/);
    const failed = await verify(url, '--only', 'listModels');
    expect(failed).toMatchObject({ code: 1, output: expect.stringMatching(/not reachable: 500: .*\n {2}listModels model-list\n/) });
    expect((await verify(url, '--only', 'listModels,messages', '--no-fail-on-unreachable')).code).toBe(0);
    expect((await verify(url, '--only', 'listModels', '--no-fail-on-unreachable')).code).toBe(2);
  });

  test('1 for answers that say nothing where that is asked for', async () => {
    const { url } = await gateway(429, /chat/);
    const args = ['--only', 'listModels,chat', '--budget-calls', '1', '--timeout', '20'];
    expect((await verify(url, ...args, '--no-fail-on-unreachable')).code).toBe(0);
    expect((await verify(url, ...args, '--fail-on-unreachable')).code).toBe(1);
  });

  test('0 where calls are left out by the budget', async () => {
    const { url } = await gateway();
    const { code, output } = await verify(url, '--only', 'listModels,messages', '--budget-calls', '0', '--fail-on-unreachable');
    expect(code).toBe(0);
    expect(output).toMatch(/left out: over the budget\n/);
    expect(output).toMatch(/in all {4}1 conform, 0 differ, 0 not reachable, \d+ left out\n$/);
  });

  test('2 before anything is sent where workflows are required and cannot be run', async () => {
    const { url, count } = await gateway();
    const { code, errors } = await verify(url, '--only', 'files', '--require-workflows');
    expect(code).toBe(2);
    expect(errors).toMatch(/^2 workflows cannot be run: @redocly\/cli is not installed here .*\. Nothing was sent\.\n$/);
    expect(count()).toBe(0);
  });
});

test('a dry run tells what would be paid for, and sends nothing', async () => {
  const { code, output, errors } = await verify('https://gateway.invalid', '--dry-run');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toMatch(/\d+ that cost money \(\d+ file, \d+ text, .*\d+ in workflows\)\.\n.*would be left out.*\nNothing was sent\.\n$/);
  const json = JSON.parse((await verify('https://gateway.invalid', '--dry-run', '--format', 'json')).output);
  expect(json.paid).toBe(Object.values(json.paidBy as Record<string, number>).reduce((sum, count) => sum + count, 0));
});

test('a report for machines stands alone on standard output', async () => {
  const { url } = await gateway();
  const { output, errors } = await verify(url, '--only', 'listModels', '--format', 'junit');
  expect(errors).toMatch(/documented exchange and/);
  const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(output);
  expect(testsuites.testsuite).toMatchObject({ name: 'listModels', tests: '1', failures: '0', testcase: { name: 'model-list' } });
});

test('the summary of a step is added to', async () => {
  const { url } = await gateway();
  const place = await folder();
  const summary = join(place, 'summary.md');
  await writeFile(summary, '# before\n');
  const { GITHUB_STEP_SUMMARY: before } = process.env;
  process.env.GITHUB_STEP_SUMMARY = summary;
  try {
    await verify(url, '--only', 'listModels', '--format', `markdown=${summary}`);
  } finally {
    if (before === undefined) delete process.env.GITHUB_STEP_SUMMARY;
    else process.env.GITHUB_STEP_SUMMARY = before;
  }
  expect(await readFile(summary, 'utf8')).toMatch(/^# before\n## verify 127\.0\.0\.1:\d+\n\n1 passed, 0 failed\.\n/);
});

test('what is known to fail is borne with', async () => {
  const { url } = await gateway(500, /models/);
  const known = join(await folder(), 'known.json');
  const entry = { operation: 'listModels', part: 'response', pointer: '', keyword: 'status', reason: 'ticket 12', since: '2026-01-31' };
  await writeFile(known, JSON.stringify([entry, { ...entry, operation: 'getVideo' }]));
  const { code, output, errors } = await verify(url, '--only', 'listModels', '--known-failing', known);
  expect(code).toBe(0);
  expect(output).toContain('left out: known: 500: ');
  expect(errors).toBe(
    'not found any more: getVideo response status (known since 2026-01-31: ticket 12). Take it out of the known violations.\n',
  );
});
