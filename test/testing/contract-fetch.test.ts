/** A fetch under check: what it lets through, and what it reports. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { getAt } from '../../src/contract/pointer.js';
import { createMock } from '../../src/mock/index.js';
import { ContractViolationError, contractFetch, failOnViolations } from '../../src/testing/index.js';
import { createMock as createMockBefore } from '../../src/upstream/index.js';
import { eventually } from '../eventually.js';
import { readRecordings } from '../recordings.js';
import { documented, toRequest } from './documented-requests.js';

const mock = await createMock({ eventsPerSecond: 100_000 });

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const json =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const file = { id: 'qfile-1', object: 'file', status: 'pending', model: 'm', created_at: 1, expires_at: 2 };
const getFile = ['http://mock/v1/files/qfile-1', { headers: { authorization: 'Bearer any' } }] as const;

/** A fetch whose answer is a stream of these texts. */
const streamOf = (...texts: string[]) => {
  const state = { sent: 0, cancelled: false };
  const fetch = async () =>
    new Response(
      new ReadableStream(
        {
          pull(controller) {
            const text = texts[state.sent];
            if (text === undefined) return controller.close();
            state.sent++;
            controller.enqueue(new TextEncoder().encode(text));
          },
          cancel() {
            state.cancelled = true;
          },
        },
        { highWaterMark: 0 },
      ),
      { headers: { 'content-type': 'text/event-stream' } },
    );
  return Object.assign(fetch, state, { state });
};
const chunk = (content: unknown, finish?: string) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'gemini-2.5-flash', choices: [{ index: 0, delta: { content }, ...(finish && { finish_reason: finish }) }] })}\n\n`;
const done = 'data: [DONE]\n\n';

describe('what the contract has', () => {
  test.each(documented)('%s passes unchanged', async (_, operation, example) => {
    const sent: string[] = [];
    const fetch = contractFetch(async (...call) => {
      const response = await mock.fetch(...call);
      sent.push(await response.clone().text());
      return response;
    });
    const response = await fetch(toRequest(operation, example));
    expect(response.status).toBe(example.status);
    expect(response.headers.get('x-mock-example')).toBe(example.name);
    expect([await response.text()]).toEqual(sent);
    expect(fetch.violations).toEqual([]);
    const row = fetch.coverage().rows.find(({ hits }) => hits > 0);
    expect(row).toMatchObject({ operation: operation.id, status: String(example.status), example: example.name });
  });

  test.each(contract.operations.map((operation) => [operation.id, operation] as const))('errors of %s pass', async (_, operation) => {
    const [example] = operation.examples;
    if (!example) throw new Error('no example');
    const fetch = contractFetch(mock.fetch);
    const statuses = [...Object.keys(operation.responses).filter((status) => Number(status) >= 400), '418', '504'];
    for (const status of statuses) {
      const request = toRequest(operation, example);
      request.headers.set('prefer', `code=${status}`);
      expect((await fetch(request)).status).toBe(Number(status));
    }
    expect(fetch.violations).toEqual([]);
  });

  test.each(Object.keys(contract.tasks))('a job of the family %s passes from its creation to its result', async (name) => {
    const own = await createMock({ taskPolls: 6 });
    const fetch = contractFetch(own.fetch);
    const family = contract.tasks[name];
    const byRole = (role: string) => contract.operations.find(({ task }) => task?.name === name && task.role === role);
    const [create, query, result] = [byRole('create'), byRole('query'), byRole('result')];
    const example = create?.examples.find(({ body }) => family && getAt(body, family.id.at) !== undefined);
    if (!family || !create || !query || !example) throw new Error(`no way to create ${name}`);
    const id = String(getAt(await (await fetch(toRequest(create, example))).json(), family.id.at));
    const ask = (path: string) => fetch(`http://mock${path.replace(/\{\w+\}/, id)}`, { headers: { authorization: 'Bearer any' } });
    for (let poll = 0; poll < 7; poll++) {
      await (await ask(query.path)).text();
      if (result) await (await ask(result.path)).text();
    }
    expect(fetch.violations).toEqual([]);
    const seen = fetch.coverage().stateRows.filter(({ task, hits }) => task === name && hits > 0);
    expect(seen.map(({ state }) => family.states[state]?.outcome)).toContain('success');
  });
});

describe('a request that breaks the contract', () => {
  const wrong = { ...chat, messages: 'Hi' };
  const never = async () => {
    throw new Error('sent');
  };

  test('is not sent, and the call says which field was expected how', async () => {
    const call = contractFetch(never)('http://mock/v1/chat/completions', post(wrong));
    await expect(call).rejects.toThrow('createChatCompletion request body /messages: must be array, got string "Hi"');
    await expect(call).rejects.toBeInstanceOf(ContractViolationError);
  });

  test('is sent and noted with `collect`, also as a Request', async () => {
    const fetch = contractFetch(mock.fetch, { onViolation: 'collect' });
    const response = await fetch(new Request('http://mock/v1/chat/completions', post(wrong)));
    expect(response.status).toBe(400);
    expect(fetch.violations).toMatchObject([
      {
        operation: 'createChatCompletion',
        part: 'request',
        in: 'body',
        pointer: '/messages',
        expected: 'must be array',
        got: 'string "Hi"',
      },
    ]);
  });

  test.each<[string, string, RequestInit, string]>([
    ['without a key', '/v1/files/a', {}, 'getFile request header /authorization: is required: a key'],
    [
      'with a key where nobody looks',
      '/v1/files/a',
      { headers: { 'x-goog-api-key': 'any' } },
      'getFile request header /authorization: is required: a key; there is one in the header x-goog-api-key, where this gateway does not look: send it as Authorization: <key> or Authorization: Bearer <key>',
    ],
    ...['undefined', 'null', ':key'].map((key): [string, string, RequestInit, string] => [
      `with the key ${key}`,
      '/v1/files/a',
      { headers: { authorization: `Bearer ${key}` } },
      'getFile request header /authorization: must not be ',
    ]),
    [
      'of an unknown method',
      '/v1/files/a',
      { method: 'PATCH' },
      '- request route: must be one of GET, DELETE, HEAD for /v1/files/a, got string "PATCH"',
    ],
    ['without a body', '/v1/files', { ...post(1), body: null }, 'createFile request body: is required'],
    [
      'with a broken body',
      '/v1/files',
      { ...post(1), body: '{"a":' },
      'createFile request body: must be JSON, got what ends too early, at line 1, column 6: string "{\\"a\\":"',
    ],
    [
      'with a form',
      '/v1/files',
      { ...post(1), headers: { authorization: 'a' }, body: new FormData() },
      'must be application/json, got string "multipart/form-data"',
    ],
    [
      'with a wrong parameter',
      '/v1/files?limit=many',
      { headers: { authorization: 'a' } },
      'listFiles request query /limit: must be integer',
    ],
  ])('%s', async (_, path, init, message) => {
    await expect(contractFetch(never)(`http://mock${path}`, init)).rejects.toThrow(message);
  });

  test('fields that the contract does not know are violations with `strict` only', async () => {
    const body = post({ ...chat, temprature: 1 });
    const lenient = contractFetch(mock.fetch);
    await (await lenient('http://mock/v1/chat/completions', body)).text();
    expect(lenient.violations).toEqual([]);
    await expect(contractFetch(never, { strict: true })('http://mock/v1/chat/completions', body)).rejects.toThrow(
      '/temprature: is not a field of the contract',
    );
  });

  test('the key may be left to something on the way', async () => {
    const fetch = contractFetch(json(file), { auth: false });
    await (await fetch('http://mock/v1/files/qfile-1')).json();
    expect(fetch.violations).toEqual([]);
  });

  test('a body that can be read once only is left to the call', async () => {
    const body = new Blob([JSON.stringify(chat)]).stream();
    const init = { ...post(chat), body, duplex: 'half' } as RequestInit;
    const fetch = contractFetch(mock.fetch);
    expect((await fetch('http://mock/v1/chat/completions', init)).status).toBe(200);
    expect(fetch.violations).toEqual([]);
  });
});

describe('an answer that breaks the contract', () => {
  const answer = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_777_002_498,
    model: chat.model,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
  };
  const error = { message: 'Provider returned error', type: 'api_error' };
  const isAnError = 'createChatCompletion response body: must be an answer, not an error, since the status is 200';

  test.each([
    ['a member of nothing', { ...answer, id: null }, ['/id: must be string, got null']],
    [
      'a number as a text',
      { ...answer, usage: { ...answer.usage, prompt_tokens: '5' } },
      ['/usage/prompt_tokens: must be integer, got string "5"'],
    ],
    ['an error, with what its server adds', { error, user_id: 'user_1' }, ['']],
  ])('by one mistake is told of it once: %s', async (_, body, told) => {
    const fetch = contractFetch(json(body), { onViolation: 'collect' });
    await (await fetch('http://mock/v1/chat/completions', post(chat))).text();
    const messages = told.map((one) => (one === '' ? expect.stringContaining(isAnError) : `createChatCompletion response body ${one}`));
    expect(fetch.violations.map(({ message }) => message)).toEqual(messages);
  });

  test('fails where it is read', async () => {
    const response = await contractFetch(json({ ...file, created_at: 'today' }))(...getFile);
    await expect(response.json()).rejects.toThrow('getFile response body /created_at: must be integer, got string "today"');
  });

  test('fails the call where it is an error, or has nothing to read', async () => {
    await expect(contractFetch(json({ message: 'no' }, 404))(...getFile)).rejects.toThrow('getFile response body /error: is required');
    await expect(contractFetch(async () => new Response(null, { status: 204 }))(...getFile)).rejects.toThrow(
      'getFile response status: must be one of 200,',
    );
  });

  test('is noted and delivered with `collect`', async () => {
    const fetch = contractFetch(json({ ...file, status: 'done' }), { onViolation: 'collect' });
    expect(await (await fetch(...getFile)).json()).toEqual({ ...file, status: 'done' });
    expect(fetch.violations.map(({ message }) => message)).toEqual([
      'getFile response body /status: must be one of "pending", "uploading", "ready", "failed", "expired", got string "done"',
    ]);
    fetch.reset();
    expect(fetch.violations).toEqual([]);
    expect(fetch.coverage().operations.hit).toBe(0);
  });

  test('may not be in another dialect', async () => {
    const flat = { type: 'error', error: { type: 'not_found_error', message: 'no' } };
    const fetch = contractFetch(json({ detail: 'no' }, 404), { onViolation: 'collect' });
    await fetch(...getFile);
    expect(fetch.violations.map(({ message }) => message)).toEqual([
      'getFile response body: must be an error in the dialect openai, got the dialect queue',
    ]);
    const kling = contractFetch(json(flat, 400), { onViolation: 'collect' });
    await kling('http://mock/v1/images/generations', post({ model: 'kling-v1', prompt: 'a cat' }));
    expect(kling.violations[0]?.expected).toBe('must be an error in the dialect kling-image');
  });

  test('may not be a stream that nobody asked for, nor JSON in place of one', async () => {
    const fetch = contractFetch(streamOf(chunk('a'), done), { onViolation: 'collect' });
    await (await fetch('http://mock/v1/chat/completions', post(chat))).text();
    expect(fetch.violations[0]?.message).toContain('must be application/json, since the request asks for no stream');
    const other = contractFetch(json({}), { onViolation: 'collect' });
    await (await other('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).text();
    expect(other.violations[0]?.message).toContain('must be text/event-stream, since the request asks for a stream');
  });

  test('may not be deeper than can be judged, be it an answer, an error or an event', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const wrong = 'json: must be nested at most 1000 levels deep';
    const told = async (text: string, status: number, [address, init]: readonly [string, RequestInit]) => {
      const type = text.startsWith('data:') ? 'text/event-stream' : 'application/json';
      const fetch = contractFetch(async () => new Response(text, { status, headers: { 'content-type': type } }), {
        onViolation: 'collect',
      });
      expect(await (await fetch(address, init)).text()).toBe(text);
      return fetch.violations.map(({ keyword, expected }) => `${keyword}: ${expected}`);
    };
    expect(await told(`{"id":${deep}}`, 200, getFile)).toEqual([wrong]);
    expect(await told(deep, 404, getFile)).toEqual([wrong]);
    const stream = ['http://mock/v1/chat/completions', post({ ...chat, stream: true })] as const;
    expect(await told(`data: {"id":${deep}}\n\n${done}`, 200, stream)).toEqual([wrong]);
  });

  test('is told once per mistake, however many events make it', async () => {
    const fetch = contractFetch(streamOf(...Array.from({ length: 50 }, () => chunk(1)), done), { onViolation: 'collect' });
    await (await fetch('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).text();
    expect(fetch.violations.map(({ message }) => message)).toEqual([
      'createChatCompletion stream event 1 /choices/0/delta/content: must be string or null, got number 1',
    ]);
  });
});

describe('a stream', () => {
  const call = ['http://mock/v1/chat/completions', post({ ...chat, stream: true })] as const;

  test('passes piece by piece: nothing is read ahead, pieces stay as they are, and each is there before the next is sent', async () => {
    const source = streamOf(chunk('a').slice(0, 20), chunk('a').slice(20), chunk('b', 'stop'), done);
    const reader = (await contractFetch(source)(...call)).body?.getReader();
    if (!reader) throw new Error('no body');
    const pieces: string[] = [];
    expect(source.state.sent).toBe(0);
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(new TextDecoder().decode(next.value));
      expect(source.state.sent).toBe(pieces.length);
    }
    expect(pieces).toEqual([chunk('a').slice(0, 20), chunk('a').slice(20), chunk('b', 'stop'), done]);
  });

  test('characters may be torn apart', async () => {
    const bytes = new TextEncoder().encode(`${chunk('日本', 'stop')}${done}`);
    const at = bytes.findIndex((byte) => byte > 127) + 1;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, at));
        controller.enqueue(bytes.slice(at));
        controller.close();
      },
    });
    const fetch = contractFetch(async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
    expect(await (await fetch(...call)).text()).toContain('日本');
    expect(fetch.violations).toEqual([]);
  });

  test('fails at the event that is wrong, after those before it, and the source is let go', async () => {
    const source = streamOf(chunk('a'), chunk(7), chunk('c'), done);
    const reader = (await contractFetch(source)(...call)).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await expect(reader?.read()).rejects.toThrow(
      'createChatCompletion stream event 2 /choices/0/delta/content: must be string or null, got number 7',
    );
    expect(source.state.cancelled).toBe(true);
  });

  test('that the caller leaves ends at its source and is no violation', async () => {
    const source = streamOf(chunk('a'), chunk('b'), done);
    const fetch = contractFetch(source, { onViolation: 'collect' });
    const reader = (await fetch(...call)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(source.state).toEqual({ sent: 1, cancelled: true });
    expect(fetch.violations).toEqual([]);
  });

  test('that breaks off is one', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    const fetch = contractFetch(async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }), {
      onViolation: 'collect',
    });
    await expect((await fetch(...call)).text()).rejects.toThrow('reset');
    expect(fetch.violations.map(({ message }) => message)).toEqual(['createChatCompletion stream event 1: must come, and be [DONE]']);
  });

  test('may report an error in the dialect of the operation, and needs no end then', async () => {
    const failure = `data: ${JSON.stringify({ error: { message: 'overloaded', type: 'api_error' } })}\n\n`;
    const fetch = contractFetch(streamOf(chunk('a'), failure));
    await (await fetch(...call)).text();
    expect(fetch.violations).toEqual([]);
  });
});

describe('which calls are checked', () => {
  const elsewhere = json({ any: 'thing' });

  test('by default those whose path the contract has, wherever they go', async () => {
    const fetch = contractFetch(elsewhere, { onViolation: 'collect' });
    await (await fetch('https://example.com/other')).text();
    expect(fetch.violations).toEqual([]);
    await (await fetch('https://example.com/v1/models')).text();
    expect(fetch.violations.length).toBeGreaterThan(0);
  });

  test('with an address those below it, known or not', async () => {
    const fetch = contractFetch(elsewhere, { onViolation: 'collect', baseUrl: 'https://app.example/gateway/' });
    await (await fetch('https://example.com/v1/models')).text();
    await (await fetch('https://app.example/v1/models')).text();
    expect(fetch.violations).toEqual([]);
    await (await fetch('https://app.example/gateway/v1/modles')).text();
    expect(fetch.violations.map(({ message }) => message)).toEqual([
      '- request route: must be a path of the contract, such as GET /v1/models, got string "GET /v1/modles"',
    ]);
  });
});

describe('jobs', () => {
  const states = (...list: string[]) => {
    let next = 0;
    return async () => {
      const status = list[next++];
      const error = { code: 'c', message: 'm', type: 't', param: 'p' };
      return json({ ...file, status, ...(status === 'failed' && { error }) })();
    };
  };

  test('do not go back', async () => {
    const fetch = contractFetch(states('uploading', 'pending'), { onViolation: 'collect' });
    for (let poll = 0; poll < 2; poll++) await (await fetch(...getFile)).text();
    expect(fetch.violations.map(({ message }) => message)).toEqual([
      'getFile job body /status: must not be pending after uploading, got string "pending"',
    ]);
  });

  test('stay as they ended, but may expire', async () => {
    const fetch = contractFetch(states('ready', 'expired', 'failed'), { onViolation: 'collect' });
    for (let poll = 0; poll < 3; poll++) await (await fetch(...getFile)).text();
    expect(fetch.violations.map(({ expected }) => expected)).toContain('must not be failed after expired');
  });

  test('are not blamed for answers that overtake each other', async () => {
    let answerFirst = () => {};
    const held = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    let next = 0;
    const fetch = contractFetch(async () => {
      if (next++ > 0) return json({ ...file, status: 'ready' })();
      await held;
      return json({ ...file, status: 'pending' })();
    });
    const slow = fetch(...getFile);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await (await fetch(...getFile)).text();
    answerFirst();
    await (await slow).text();
    expect(fetch.violations).toEqual([]);
  });
});

describe('with the OpenAI SDK', () => {
  const sdk = (fetch: typeof globalThis.fetch) => new OpenAI({ apiKey: 'any', baseURL: 'http://mock/v1', fetch });
  const ask = { model: chat.model, messages: [{ role: 'user' as const, content: 'Hi' }] };

  test('calls and streams are checked', async () => {
    const fetch = contractFetch(mock.fetch);
    await sdk(fetch).chat.completions.create(ask);
    for await (const _ of await sdk(fetch).chat.completions.create({ ...ask, stream: true }));
    expect(fetch.violations).toEqual([]);
    const rows = fetch.coverage().rows.filter(({ hits }) => hits > 0);
    expect(rows.map(({ mediaType }) => mediaType).sort()).toEqual(['application/json', 'text/event-stream']);
  });

  test('a wrong answer comes out as it is, and the call is not repeated', async () => {
    let calls = 0;
    const fetch = contractFetch(async () => {
      calls++;
      return json({ id: 'c', object: 'chat.completion', created: 1, model: 'm' })();
    });
    await expect(sdk(fetch).chat.completions.create(ask)).rejects.toThrow('createChatCompletion response body /choices: is required');
    expect(calls).toBe(1);
  });
});

test('with the Anthropic SDK calls and streams are checked', async () => {
  const fetch = contractFetch(mock.fetch);
  const client = new Anthropic({ apiKey: 'any', baseURL: 'http://mock', fetch });
  const ask = { model: 'claude-4.6-sonnet', max_tokens: 64, messages: [{ role: 'user' as const, content: 'Hi' }] };
  await client.messages.create(ask);
  await client.messages.stream(ask).finalMessage();
  expect(fetch.violations).toEqual([]);
  expect(fetch.coverage().rows.filter(({ hits }) => hits > 0).length).toBe(2);
});

test('the response keeps its address', async () => {
  const { url } = await mock.listen();
  const address = `${url}/v1/models`;
  expect((await contractFetch()(address)).url).toBe(address);
  await mock.close();
});

test.each([
  [{ onViolations: 'collect' }, 'contractFetch: there is no option onViolations; did you mean onViolation?'],
  [{ onViolation: 'ignore' }, 'contractFetch: onViolation must be one of throw, collect, or a function, got "ignore"'],
  [{ baseUrl: 'gateway' }, 'contractFetch: baseUrl must be an address such as https://api.example.com, got "gateway"'],
  [{ strict: 1 }, 'contractFetch: strict must be true or false, got 1'],
])('options that make no sense are refused at once: %j', (options, message) => {
  expect(() => contractFetch(fetch, options as object)).toThrow(message);
});

describe('with a folder to record in', () => {
  async function recording(inner: typeof fetch) {
    const folder = await mkdtemp(join(tmpdir(), 'contract-fetch-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const checked = contractFetch(inner, { onViolation: 'collect', record: folder });
    const recordings = async () => (await readRecordings(folder)).map(({ recording }) => recording);
    return { checked, recordings, folder };
  }

  test('each call is there when its body is at an end, without keys, and can be replayed', async () => {
    const { checked, recordings, folder } = await recording(mock.fetch);
    const openai = new OpenAI({ baseURL: 'http://mock/v1', apiKey: 'sk-a-secret-key', fetch: checked, maxRetries: 0 });
    const ask = async (client: OpenAI) => {
      let text = '';
      const messages = [{ role: 'user' as const, content: 'Hi' }];
      for await (const { choices } of await client.chat.completions.create({ model: 'gemini-2.5-flash', messages, stream: true }))
        text += choices[0]?.delta.content ?? '';
      return text;
    };
    const text = await ask(openai);
    await (await checked(...getFile)).text();
    const [streamed, failed] = await recordings();
    expect(streamed).toMatchObject({ operation: 'createChatCompletion', response: { status: 200, ended: 'end' }, violations: [] });
    expect(streamed?.response?.chunks?.length).toBeGreaterThan(1);
    expect(failed).toMatchObject({ operation: 'getFile', request: { url: '/v1/files/qfile-1' }, response: { status: 404 } });
    expect(JSON.stringify(streamed)).not.toContain('secret');
    const later = await createMockBefore({ replay: folder, replayStrict: true, replaySpeed: 1000 });
    onTestFinished(() => later.close());
    expect(await ask(new OpenAI({ baseURL: 'http://mock/v1', apiKey: 'other', fetch: later.fetch, maxRetries: 0 }))).toBe(text);
  });

  test('one id joins finding, recording and journal', async () => {
    const { checked, recordings } = await recording(mock.fetch);
    await (await checked('http://mock/v1/chat/completions', post({ ...chat, messages: 'Hi' }))).text();
    const [{ requestId } = {}] = checked.violations;
    expect(requestId).toEqual(expect.any(String));
    expect(await recordings()).toMatchObject([{ requestId, violations: [{ requestId }] }]);
    expect(mock.journal({ requestId: requestId as string })).toMatchObject([{ operation: 'createChatCompletion', status: 400 }]);
  });

  test('a stream whose reader goes without a word is recorded as left once the test is over, and as a whole where it goes on', async () => {
    const { checked, recordings } = await recording(mock.fetch);
    const reader = (await checked('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).body?.getReader();
    await checked('http://mock/v1/chat/completions', post({ ...chat, stream: true }));
    await reader?.read();
    expect(await recordings()).toEqual([]);
    failOnViolations(checked);
    const [left] = await eventually(async () => {
      const found = await recordings();
      expect(found).toHaveLength(1);
      return found;
    });
    expect(left).toMatchObject({ response: { ended: 'cancel', chunks: [{ text: expect.stringMatching(/^data: /) }] } });
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read());
    expect(await recordings()).toMatchObject([{ time: left?.time, response: { ended: 'end' } }]);
  });

  test('a stream that breaks is recorded as broken, one that is left as cancelled', async () => {
    const broken = async () =>
      new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('broken')) }), {
        headers: { 'content-type': 'text/event-stream' },
      });
    const first = await recording(broken);
    await expect((await first.checked('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).text()).rejects.toThrow(
      'broken',
    );
    expect(await first.recordings()).toMatchObject([{ response: { ended: 'cut' } }]);
    const second = await recording(mock.fetch);
    await (await second.checked('http://mock/v1/chat/completions', post({ ...chat, stream: true }))).body?.cancel();
    expect(await second.recordings()).toMatchObject([{ response: { ended: 'cancel' } }]);
  });
});

test.each<[string, Record<string, string>, unknown[]]>([
  ['to whoever has the answer already', { 'if-none-match': '"a"' }, []],
  ['to whoever has an answer of a day', { 'if-modified-since': 'Fri, 27 Nov 2026 00:00:00 GMT' }, []],
  ['to whoever has none', {}, [expect.stringMatching(/^getFile response status: must be one of 200, .*, got number 304$/)]],
])('an answer that nothing has changed, %s', async (_, headers, expected) => {
  const found: string[] = [];
  const checked = contractFetch(async () => new Response(null, { status: 304 }), {
    onViolation: ({ message }) => void found.push(message),
  });
  await checked('http://mock/v1/files/qfile-1', { headers: { authorization: 'Bearer any', ...headers } });
  expect(found).toEqual(expected);
});

test('half of a character in the id of a job is a violation, and no failure of the check', async () => {
  const answering: typeof fetch = async (...call) => {
    const text = (await (await mock.fetch(...call)).text()).replace(/"request_id":"[^"]*"/, '"request_id":"\\ud83d"');
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  };
  const checked = contractFetch(answering, { onViolation: 'collect' });
  await (await checked('http://mock/queue/fal-ai/kling-image/o1', post({ prompt: 'A cat' }))).json();
  const pointers = checked.violations.map(({ pointer }) => pointer);
  expect(pointers).toEqual(['/request_id', '/status_url', '/response_url']);
});
