/** Calls below the base URL of a session, which a mock has and the contract has not: they are the contract's all the same. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { createProxy } from '../../../src/proxy/index.js';
import { contractFetch } from '../../../src/testing/index.js';
import { runCommand } from '../../cli/run-command.js';

const headers = { authorization: 'Bearer sk-a-key', 'x-api-key': 'sk-a-key', 'content-type': 'application/json' };
const question = { model: 'claude-4.5-sonnet', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] };
const post = (body: unknown): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body) });

async function listening(): Promise<string> {
  const mock = await createMock();
  onTestFinished(() => mock.close());
  return (await mock.listen()).url;
}

async function proxyTo(target: string) {
  const proxy = createProxy({ target: new URL(target) });
  onTestFinished(() => proxy.close());
  return { proxy, url: (await proxy.listen()).url };
}

describe('a call below the base URL of a session', () => {
  test.each([
    ['without a base URL', undefined],
    ['below that of the mock', ''],
    ['below that of the session', '/__session/a%20b'],
  ])('is judged by contractFetch %s', async (_, below) => {
    const url = await listening();
    const checked = contractFetch(fetch, { onViolation: 'collect', ...(below !== undefined && { baseUrl: url + below }) });
    await (await checked(`${url}/__session/a%20b/v1/messages`, post(question))).json();
    expect({ calls: checked.calls, violations: checked.violations, notChecked: checked.notChecked }).toEqual({
      calls: 1,
      violations: [],
      notChecked: [],
    });
    await (await checked(`${url}/__session/a%20b/v1/messages`, post({ ...question, max_tokens: 'many' }))).json();
    expect(checked.violations.map(({ operation, pointer }) => [operation, pointer])).toEqual([['createMessage', '/max_tokens']]);
    await (await checked(`${url}/__session/a%20b/v1/nothing`, post({}))).text();
    expect(checked.violations.length + checked.notChecked.length).toBe(2);
  });

  test('is judged by the proxy, and refused by it in the words of its path', async () => {
    const { proxy, url } = await proxyTo(await listening());
    await (await fetch(`${url}/__session/a/v1/messages`, post(question))).json();
    expect(proxy.journal().map(({ operation, status, violations }) => [operation, status, violations])).toEqual([
      ['createMessage', 200, []],
    ]);
    const { url: alone } = await proxyTo('http://127.0.0.1:9');
    const refused = await fetch(`${alone}/__session/a/v1/messages`, post(question));
    expect([refused.status, await refused.json()]).toEqual([502, expect.objectContaining({ type: 'error' })]);
  });

  test('is judged once more from its recording', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sessions-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = await listening();
    const checked = contractFetch(fetch, { record: folder, baseUrl: url });
    await (await checked(`${url}/__session/a/v1/messages`, post(question))).json();
    expect(await runCommand('conform', folder).ended).toMatchObject({ code: 0, output: '1 exchange checked, 0 with violations.\n' });
  });
});
