/** The printed test, run. */
import { expect, test } from 'vitest';
import { keyVariable } from '../../../src/check/repeat/key-variable.js';
import type { SentRequest } from '../../../src/check/repeat/sent-request.js';
import { testLines } from '../../../src/check/repeat/test-lines.js';
import { ContractViolationError, contractFetch } from '../../../src/testing/index.js';
import { bodies, echoServer } from './echo.js';

/** Runs the lines as a runner would, and returns what they end with. */
async function run(lines: readonly string[], inner: typeof contractFetch = contractFetch): Promise<{ name: string; error: unknown }> {
  process.env[keyVariable] = 'sk-own-key';
  let found: { name: string; body: () => Promise<void> } | undefined;
  const runner = (name: string, body: () => Promise<void>) => {
    found = { name, body };
  };
  new Function('test', 'contractFetch', lines.join('\n'))(runner, inner);
  const error = await found?.body().then(
    () => undefined,
    (thrown) => thrown,
  );
  return { name: found?.name ?? '', error };
}

const request = (url: string, more: Partial<SentRequest> = {}): SentRequest => ({
  operation: 'createChatCompletion',
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  key: { header: 'Authorization', before: 'Bearer ' },
  body: { kind: 'none' },
  ...more,
});

test.each(bodies)('sends %j, in four lines', async (text) => {
  const { url, arrived } = await echoServer();
  const lines = testLines(request(`${url}/other`, { body: { kind: 'text', text } }));
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]+$/u);
  expect(await run(lines)).toEqual({ name: 'createChatCompletion is as the contract has it', error: undefined });
  expect(arrived).toMatchObject([{ method: 'POST', body: text, headers: { authorization: 'Bearer sk-own-key' } }]);
});

test('finds again what was found', async () => {
  const { url } = await echoServer();
  const found = await run(testLines(request(`${url}/v1/chat/completions`, { body: { kind: 'text', text: '{"messages":"Hi"}' } })));
  expect(found.error).toBeInstanceOf(ContractViolationError);
  const keyless = request(`${url}/v1/chat/completions`, { body: { kind: 'text', text: '{"model":"m","messages":[]}' } });
  expect(String((await run(testLines(keyless, false))).error)).toContain('header /authorization: is required');
  const unknown = request(`${url}/v1/chats`, { body: { kind: 'text', text: '{}' } });
  expect(String((await run(testLines(unknown, true, url))).error)).toContain('must be a path of the contract');
});

test('takes a long body from a file, and none that is not known', () => {
  expect(testLines(request('http://gateway/', { body: { kind: 'long', length: 9000, start: '{' } }))[1]).toContain(
    "body: await readFile('request-body', 'utf8')",
  );
  expect(testLines(request('http://gateway/', { body: { kind: 'unknown', why: 'it was not read' } }))).toEqual([]);
});
