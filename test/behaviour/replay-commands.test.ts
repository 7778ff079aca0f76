/** Recording and replay as a user starts them. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { runCommand } from '../cli/run-command.js';
import { eventually } from '../eventually.js';

const post = (content: string): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' },
  body: JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content }] }),
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'cli-replay-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('an afternoon that was recorded is a mock without a network the next morning', async () => {
  const gateway = await createMock();
  onTestFinished(() => gateway.close());
  const recordings = join(await folder(), 'recordings');
  const evening = runCommand('mock', '--port', '0', '--upstream', (await gateway.listen()).url, '--record', recordings);
  const chat = async (url: string) => (await fetch(`${url}/v1/chat/completions`, post('Hi'))).text();
  const answer = await chat(await evening.listening());
  await eventually(async () => expect((await readdir(recordings)).filter((name) => name.endsWith('.json'))).toHaveLength(1));
  evening.child.kill('SIGTERM');
  expect((await evening.ended).code).toBe(0);
  await gateway.close();

  const morning = runCommand('mock', '--port', '0', '--replay', recordings, '--replay-strict', '--replay-speed', '100');
  const url = await morning.listening();
  expect(await chat(url)).toBe(answer);
  const missed = await fetch(`${url}/v1/chat/completions`, post('Bye'));
  expect([missed.status, await missed.text()]).toEqual([404, expect.stringContaining('differs at /messages/0/content')]);
});

test.each([
  ['there is nothing', ['mock', '--replay', '/nowhere'], 2, 'there are no recordings at /nowhere; give '],
  ['there is no gateway', ['mock', '--record', 'a'], 2, '--record needs --upstream: an address such as https://api.example.com.\n'],
  ['the gateway is no address', ['mock', '--upstream', 'gateway'], 2, 'Give an address such as https://api.example.com.'],
  ['a stream would stand still', ['mock', '--replay', 'a', '--replay-speed', '0'], 2, 'Give a number of at least 0.001.'],
  [
    'others could be recorded',
    ['proxy', 'http://127.0.0.1:9', '--record', 'a', '--host', '0.0.0.0'],
    2,
    'a proxy that records listens on this machine only',
  ],
])('where %s, it says so', async (_, args, code, message) => {
  const ended = await runCommand(...args, '--port', '0').ended;
  expect(ended.errors).toContain(message);
  expect(ended.code).toBe(code);
});
