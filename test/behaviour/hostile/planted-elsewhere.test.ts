/** Keys from where requests do not have them, the environment, flags, recordings of others, callbacks, forms and lists, come out of no output either. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { hasRedis, startRedis } from '../../../scripts/tiers/chaos/redis-server.js';
import { formats } from '../../../src/check/report/format.js';
import { runCommand, runCommandWith } from '../../cli/run-command.js';
import { eventually } from '../../eventually.js';
import { createMock } from '../../mocks.js';

const key = 'pl4nted-elsewhere-5f3c9a7e1b';
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: key }], temperature: key };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nexconn-planted-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** A gateway that repeats all it is told. */
async function echo() {
  const gateway = { url: '', said: '' };
  const server = createServer(async (incoming, outgoing) => {
    let said = incoming.url + JSON.stringify(incoming.headers);
    for await (const piece of incoming) said += piece;
    gateway.said += said;
    outgoing
      .writeHead(400, { 'content-type': 'application/json', 'x-said': key })
      .end(JSON.stringify({ error: { message: 5, type: said } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return gateway;
}

/** Enough was told, and none of it is the key. */
function expectNone(text: string, least = 100): void {
  expect(text.length).toBeGreaterThan(least);
  expect(text).not.toContain(key);
}

describe('verify', () => {
  test.each([
    ['a flag', ['--api-key', key], {}],
    ['the environment', [], { NEXCONN_API_KEY: key }],
  ])('with the key from %s', async (_, flags, env) => {
    const gateway = await echo();
    const args = ['verify', '--base-url', gateway.url, ...flags, '--only', 'models', '--strict'];
    const { output, errors } = await runCommandWith(env, process.cwd(), ...args).ended;
    expect(gateway.said).toContain(key);
    expectNone(output + errors);
  });
});

test('the mock with the key that alone passes', async () => {
  const running = runCommand('mock', '--port', '0', '--auth-key', key, '--log', 'json');
  const url = await running.listening();
  const told: string[] = [];
  for (const authorization of ['Bearer another-one', `Bearer ${key}`]) {
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { ...headers, authorization },
      body: JSON.stringify({ ...chat, messages: 5 }),
    });
    told.push(await response.text());
  }
  for (const path of ['/', '/openapi.json', '/__mock/requests', '/__mock/health', '/__mock/coverage', '/__mock/scenarios', '/__mock/clock'])
    told.push(await (await fetch(url + path)).text());
  await eventually(() => expect(running.output()).toMatch(/"exchange".*\n.*"exchange"/));
  running.child.kill('SIGTERM');
  const { output, errors } = await running.ended;
  // What is sent is told by its answer, and by nothing else.
  expectNone([...told.slice(0, 1), ...told.slice(2), output, errors].join('\n'), 1000);
});

describe('a HAR file', () => {
  const har = {
    log: {
      entries: [
        {
          startedDateTime: '2026-01-01T00:00:00Z',
          time: 1,
          request: {
            method: 'POST',
            url: `https://api.example.com/v1/chat/completions?key=${key}`,
            headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
            queryString: [{ name: 'key', value: key }],
            postData: { mimeType: 'application/json', text: JSON.stringify(chat) },
          },
          response: {
            status: 200,
            headers: [{ name: 'content-type', value: 'application/json' }],
            content: { mimeType: 'application/json', text: JSON.stringify({ error: key }) },
          },
        },
      ],
    },
  };

  test.each([...formats])('in the form %s', async (format) => {
    const file = join(await folder(), 'traffic.har');
    await writeFile(file, JSON.stringify(har));
    const { code, output, errors } = await runCommand('conform', file, '--format', format).ended;
    expect(code).toBe(1);
    expectNone(output + errors);
  });

  test('as known violations', async () => {
    const at = await folder();
    await writeFile(join(at, 'traffic.har'), JSON.stringify(har));
    await runCommand('conform', join(at, 'traffic.har'), '--write-baseline', join(at, 'known.json')).ended;
    expectNone(await readFile(join(at, 'known.json'), 'utf8'));
  });
});

describe('the journal', () => {
  test('of a callback', async () => {
    const gateway = await echo();
    const mock = await createMock({ taskSeconds: 0 });
    onTestFinished(() => mock.close());
    const create = contract.operations.find(({ task }) => task?.role === 'create' && contract.tasks[task.name]?.callback);
    const body = { ...(create?.examples[0]?.request.body as object), callback_url: `${gateway.url}/done?token=${key}` };
    await mock.fetch(`http://mock${create?.path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    await eventually(() => expect(mock.journal().filter(({ callback }) => callback)).not.toEqual([]));
    expect(gateway.said).toContain(key);
    expectNone(JSON.stringify(mock.journal()));
  });

  test.each([
    ['a form', `multipart/form-data; boundary=x`, `--x\r\nContent-Disposition: form-data; name="key"\r\n\r\n${key}\r\n--x--\r\n`],
    ['a form of one line', 'application/x-www-form-urlencoded', `a=1&key=${key}`],
    ['text', 'text/plain', `the key is ${key}`],
  ])('of %s', async (_, type, body) => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    const response = await mock.fetch('http://mock/v1/chat/completions', {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
    });
    expectNone((await response.text()) + JSON.stringify(mock.journal()));
  });
});

test.skipIf(!hasRedis)('what is kept in Redis', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const mock = await createMock({ store: redis.address, seed: 1 });
  onTestFinished(() => mock.close());
  const files = { model: 'gemini-2.5-pro', source_url: 'https://example.com/a.mp4' };
  for (let count = 0; count < 3; count++)
    await mock.fetch('http://mock/v1/files', { method: 'POST', headers, body: JSON.stringify(files) });
  await mock.fetch('http://mock/v1/files', { headers });
  const names = redis.command('keys', '*').split('\n').filter(Boolean);
  const values = names.map((name) => redis.command('dump', name) + redis.command('object', 'encoding', name));
  expectNone([...names, ...values].join('\n'), 50);
});
