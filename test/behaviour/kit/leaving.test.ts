/** A caller that leaves a call before its end is no fault of the gateway, whichever way it leaves; a connection that breaks is one. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { streamText } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createNexconnClient } from '../../../src/client/index.js';
import { createProxy } from '../../../src/proxy/index.js';
import type { Recording } from '../../../src/recording/recording.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { contractMatchers } from '../../../src/testing/matchers.js';
import { thrown } from '../../client/thrown.js';
import { eventually } from '../../eventually.js';
import { createMock, type Mock } from '../../mocks.js';
import { readRecordings } from '../../recordings.js';

let mock: Mock;
let gateway: string;
beforeAll(async () => {
  // Nobody waits for the end of these.
  mock = await createMock({ eventsPerSecond: 20, words: 5000 });
  gateway = (await mock.listen()).url;
});
afterAll(() => mock.close());

type Fetch = typeof fetch;
type Leave = (call: Fetch, url: string) => Promise<unknown>;

const messages = [{ role: 'user' as const, content: 'Hi' }];
const headers = { authorization: 'Bearer sk-any', 'content-type': 'application/json' };
const body = JSON.stringify({ model: 'gpt-5', messages, stream: true });
const request = { method: 'POST', headers, body };
const chat = (url: string) => `${url}/v1/chat/completions`;

async function firstOf(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream) break;
}

const openai = (fetch: Fetch, baseURL: string) => new OpenAI({ apiKey: 'sk-any', baseURL, fetch, maxRetries: 0 });
const anthropic = (fetch: Fetch, baseURL: string) => new Anthropic({ apiKey: 'sk-any', baseURL, fetch, maxRetries: 0 });

const ways: Record<string, Leave> = {
  async 'a loop over a chat of the OpenAI SDK'(fetch, url) {
    await firstOf(await openai(fetch, `${url}/v1`).chat.completions.create({ model: 'gpt-5', messages, stream: true }));
  },
  async 'a loop over a response of the OpenAI SDK'(fetch, url) {
    await firstOf(await openai(fetch, `${url}/bypass/openai/v1`).responses.create({ model: 'openai/gpt-5.2', input: 'Hi', stream: true }));
  },
  async 'the controller of a stream of the OpenAI SDK'(fetch, url) {
    const stream = await openai(fetch, `${url}/v1`).chat.completions.create({ model: 'gpt-5', messages, stream: true });
    for await (const _ of stream) stream.controller.abort();
  },
  async 'a loop over a message of the Anthropic SDK'(fetch, url) {
    await firstOf(await anthropic(fetch, url).messages.create({ model: 'claude-4.5-sonnet', max_tokens: 9000, messages, stream: true }));
  },
  async 'the abort of a message of the Anthropic SDK'(fetch, url) {
    const stream = anthropic(fetch, url).messages.stream({ model: 'claude-4.5-sonnet', max_tokens: 9000, messages });
    stream.on('text', () => stream.abort());
    await stream.done().catch(() => {});
  },
  async 'the signal of the Google SDK'(fetch, url) {
    const httpOptions = { baseUrl: `${url}/bypass/vertex`, apiVersion: 'v1', headers: { authorization: 'Bearer sk-any' } };
    const google = new GoogleGenAI({ apiKey: 'sk-any', httpOptions });
    const own = globalThis.fetch;
    globalThis.fetch = fetch;
    onTestFinished(() => {
      globalThis.fetch = own;
    });
    const abort = new AbortController();
    const config = { abortSignal: abort.signal };
    await firstOf(await google.models.generateContentStream({ model: 'gemini-2.5-flash', contents: 'Hi', config }));
    // By itself this SDK only stops reading.
    abort.abort();
  },
  async 'a loop over a text of the Vercel SDK'(fetch, url) {
    const model = createAnthropic({ baseURL: `${url}/v1`, authToken: 'sk-any', fetch })('claude-4.5-sonnet');
    const abort = new AbortController();
    for await (const _ of streamText({ model, prompt: 'Hi', abortSignal: abort.signal }).textStream) break;
    abort.abort();
  },
  async 'the signal of the Vercel SDK'(fetch, url) {
    const abort = new AbortController();
    const model = createOpenAI({ baseURL: `${url}/v1`, apiKey: 'sk-any', fetch }).chat('gpt-5');
    const { fullStream } = streamText({ model, prompt: 'Hi', abortSignal: abort.signal, onError() {} });
    for await (const { type } of fullStream) if (type === 'text-delta') abort.abort();
  },
  async 'a loop over a stream of our client'(fetch, url) {
    const client = createNexconnClient({ apiKey: 'sk-any', baseUrl: url, fetch });
    await firstOf(client.streamChatCompletion({ model: 'gpt-5', messages }));
  },
  async 'AbortSignal.timeout'(fetch, url) {
    const late = new AbortController();
    const response = await fetch(chat(url), { ...request, signal: late.signal });
    const reading = thrown(response.text());
    // Its time begins with the response, which may take any on a busy machine.
    const timeout = AbortSignal.timeout(10);
    timeout.addEventListener('abort', () => late.abort(timeout.reason));
    expect(await reading).toMatchObject({ name: 'TimeoutError' });
  },
  async 'the signal of a request'(fetch, url) {
    const abort = new AbortController();
    const response = await fetch(new Request(chat(url), { ...request, signal: abort.signal }));
    await response.body?.getReader().read();
    abort.abort();
  },
  async 'an abort that nobody reads after'(fetch, url) {
    const abort = new AbortController();
    await fetch(chat(url), { ...request, signal: abort.signal });
    abort.abort();
  },
  async 'an abort with a reason of their own'(fetch, url) {
    const abort = new AbortController();
    const reason = new Error('enough');
    const response = await fetch(chat(url), { ...request, signal: abort.signal });
    const reading = response.text();
    abort.abort(reason);
    expect(await thrown(reading)).toBe(reason);
  },
  async 'reader.cancel()'(fetch, url) {
    const reader = (await fetch(chat(url), request)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
  },
  async 'response.body.cancel()'(fetch, url) {
    await (await fetch(chat(url), request)).body?.cancel();
  },
  async 'both branches of a clone'(fetch, url) {
    const response = await fetch(chat(url), request);
    const clone = response.clone();
    await Promise.all([response.body?.cancel(), clone.body?.cancel()]);
  },
};

async function recordedIn() {
  const record = await mkdtemp(join(tmpdir(), 'nexconn-leaving-'));
  onTestFinished(() => rm(record, { recursive: true, force: true }));
  return { record, recordings: async () => (await readRecordings(record)).map(({ recording }) => recording) };
}

describe.each(Object.entries(ways))('%s', (_, leave) => {
  test('through contractFetch', async () => {
    const { record, recordings } = await recordedIn();
    const checked = contractFetch(fetch, { onViolation: 'collect', record });
    await leave(checked, gateway);
    await eventually(async () => expect(await recordings()).toMatchObject([{ response: { ended: 'cancel' }, violations: [] }]));
    expect(checked.violations).toEqual([]);
    expect(checked.calls).toBe(1);
  });

  test('through a proxy, and in the journal of the mock', async () => {
    const recordings: Recording[] = [];
    const proxy = createProxy({ target: new URL(gateway), record: async (recording) => void recordings.push(recording) });
    onTestFinished(() => proxy.close());
    await leave(fetch, (await proxy.listen()).url);
    await eventually(() => expect(recordings).toMatchObject([{ response: { ended: 'cancel' }, violations: [] }]));
    expect(proxy.journal()).toMatchObject([{ status: 200, aborted: true, violations: [] }]);
    await eventually(() => expect(mock.journal().at(-1)).toMatchObject({ aborted: true, violations: [] }));
  });
});

test('what was wrong before stays a violation', async () => {
  const wrong = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('data: {"id":7}\n\n')),
  });
  const checked = contractFetch(async () => new Response(wrong, { headers: { 'content-type': 'text/event-stream' } }), {
    onViolation: 'collect',
  });
  const reader = (await checked(chat('http://gateway'), request)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(checked.violations.map(({ in: place }) => place)).toContain('event 1');
  expect(checked.violations.filter(({ keyword }) => keyword === 'end')).toEqual([]);
});

test.each([true, false])('a call that is left before its head fails with the reason of the caller (recorded: %s)', async (isRecorded) => {
  const slow = await createMock({ latencyMs: 1_000_000 });
  const { url } = await slow.listen();
  onTestFinished(() => slow.close());
  const { record, recordings } = await recordedIn();
  const checked = contractFetch(fetch, isRecorded ? { record } : {});
  const abort = new AbortController();
  const call = thrown(checked(chat(url), { ...request, signal: abort.signal }));
  await eventually(() => expect(slow.journal()).toHaveLength(1));
  const reason = new Error('no more');
  abort.abort(reason);
  expect(await call).toBe(reason);
  expect(await thrown(checked(chat(url), { ...request, signal: abort.signal }))).toBe(reason);
  expect(checked.violations).toEqual([]);
  const kept = await recordings();
  expect(kept).toHaveLength(isRecorded ? 2 : 0);
  for (const recording of kept) expect(recording).not.toHaveProperty('response');
});

test('an error that is left while it is read fails with the reason of the caller', async () => {
  const abort = new AbortController();
  const reason = new Error('no more');
  const { signal } = abort;
  const stalling = new ReadableStream({
    start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
  });
  const checked = contractFetch(async () => new Response(stalling, { status: 500, headers: { 'content-type': 'application/json' } }));
  const call = thrown(checked(chat('http://gateway'), { ...request, signal }));
  abort.abort(reason);
  expect(await call).toBe(reason);
  expect(checked.violations).toEqual([]);
});

describe('a connection that breaks by itself is judged to where it came', () => {
  const start = async (type: string, text: string) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': type }).write(text, () => response.destroy());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await eventually(() => expect(server.address()).not.toBeNull());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test.each([
    ['text/event-stream', body, ': waiting\n\n', 'createChatCompletion stream event 1: must come, and be [DONE]'],
    [
      'application/json',
      JSON.stringify({ model: 'gpt-5', messages }),
      '{"id":',
      'createChatCompletion response body: must be JSON, got what ends too early, at line 1, column 7: string "{\\"id\\":"',
    ],
  ])('%s', async (type, body, text, message) => {
    const url = await start(type, text);
    const checked = contractFetch(fetch, { onViolation: 'collect' });
    // A caller that could leave, and does not.
    const { signal } = new AbortController();
    const response = await checked(chat(url), { ...request, body, signal });
    expect(await thrown(response.text())).toMatchObject({ message: 'terminated' });
    expect(checked.violations).toMatchObject([{ message }]);
    const proxy = createProxy({ target: new URL(url) });
    onTestFinished(() => proxy.close());
    await thrown((await fetch(chat((await proxy.listen()).url), { ...request, body })).text());
    await eventually(() => expect(proxy.journal()).toMatchObject([{ fault: 'cut', violations: [{ message }] }]));
  });
});

test('a matcher judges what came of a response that was left', async () => {
  const abort = new AbortController();
  const response = await fetch(chat(gateway), { ...request, signal: abort.signal });
  const verdict = contractMatchers.toMatchContract(response, 'createChatCompletion');
  abort.abort();
  expect(await verdict).toMatchObject({ pass: true });
});

describe('a documented answer that is left before anything of it was read', () => {
  const answers = contract.operations.flatMap((operation) =>
    operation.examples.filter(({ status, events }) => status < 400 && !events).map((example) => ({ operation, example })),
  );

  test.each(answers.map(({ operation, example }) => [operation.id, example.name, operation, example] as const))(
    '%s %s: nothing is wrong with it',
    async (_, __, { method, path }, { request: asked, status, body: said }) => {
      const checked = contractFetch(
        async () => new Response(JSON.stringify(said), { status, headers: { 'content-type': 'application/json' } }),
      );
      const url = path.replace(/\{([^}]+)\}/g, (_part, name) => encodeURIComponent(asked.path?.[name] ?? 'id'));
      const search = new URLSearchParams(asked.query as Record<string, string>);
      const sent = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
      const response = await checked(`${contract.server}${url}?${search}`, { method, headers, ...sent });
      await response.body?.cancel();
      expect(checked.violations).toEqual([]);
    },
  );
});
