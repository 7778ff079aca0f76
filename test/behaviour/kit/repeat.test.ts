/** What is printed of a violation, followed to the letter: the command in a shell, against a mock. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ContractViolationError, contractFetch } from '../../../src/testing/index.js';
import { createMock } from '../../mocks.js';

const key = 'sk-a-secret-key-42';
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };

async function mockUrl(): Promise<string> {
  const mock = await createMock({ eventsPerSecond: 100_000, taskSeconds: 0, authKey: key });
  onTestFinished(() => mock.close());
  return (await mock.listen()).url;
}

/** The message of the error that a call ends with. */
async function messageOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ContractViolationError);
  return (error as Error).message;
}

async function run(message: string): Promise<string> {
  const [, command = ''] = /repeat it: (.*)/.exec(message) ?? [];
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command], { env: { ...process.env, NEXCONN_API_KEY: key } });
  return stdout;
}

test('a request that the contract forbids gets the same refusal again', async () => {
  const url = await mockUrl();
  const body = JSON.stringify({ model: 'gemini-2.5-flash', messages: `it's "me"\n$(id) \u001b` });
  const message = await messageOf(contractFetch()(`${url}/v1/chat/completions`, { method: 'POST', headers, body }));
  expect(message).not.toContain(key);
  expect(message).toContain(
    `in POST ${url}/v1/chat/completions in the test "a request that the contract forbids gets the same refusal again" (test/behaviour/kit/repeat.test.ts)`,
  );
  const again = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body });
  expect(JSON.parse(await run(message))).toEqual(await again.json());
});

test('a response that the contract forbids comes from the same request', async () => {
  const url = await mockUrl();
  const renaming: typeof fetch = async (...call) => {
    const response = await fetch(...call);
    return new Response((await response.text()).replaceAll('"object"', '"kind"'), response);
  };
  const checked = contractFetch(renaming);
  const response = await checked(`${url}/v1/models`, { headers });
  const message = await messageOf(response.text());
  expect(JSON.parse(await run(message))).toEqual(await (await fetch(`${url}/v1/models`, { headers })).json());
});

test('what is no JSON, and a stream, are asked for again too', async () => {
  const url = await mockUrl();
  const broken = await messageOf(contractFetch()(`${url}/v1/chat/completions`, { method: 'POST', headers, body: '{"model":' }));
  expect(broken).toContain('must be JSON, got what ends too early, at line 1, column 10');
  expect(JSON.parse(await run(broken))).toHaveProperty('error');
  const cut: typeof fetch = async (...call) => {
    const response = await fetch(...call);
    return new Response((await response.text()).replace('data: [DONE]\n\n', ''), response);
  };
  const body = JSON.stringify({ model: 'gemini-2.5-flash', stream: true, messages: [{ role: 'user', content: 'Hi' }] });
  const stream = await contractFetch(cut)(`${url}/v1/chat/completions`, { method: 'POST', headers, body });
  const message = await messageOf(stream.text());
  expect(await run(message)).toMatch(/data: \[DONE\]\n\n$/);
});
