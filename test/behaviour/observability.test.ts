/** What the mock tells about itself and what came in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import type { Store } from '../../src/mock/index.js';
import { eventually } from '../eventually.js';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ journalSize: 50, eventsPerSecond: 5000 });
  ({ url } = await mock.listen());
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const chat = (body: object = {}, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${url}/v1/chat/completions`, {
    ...(signal && { signal }),
    method: 'POST',
    headers: { authorization: 'Bearer sk-secret', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }], ...body }),
  });
const get = async (path: string) => (await fetch(url + path)).json() as Promise<any>;

test('health', async () => {
  expect(await get('/__mock/health')).toMatchObject({
    status: 'ok',
    version: contract.version,
    hash: contract.hash,
    build: contract.build,
    operations: contract.operations.length,
  });
});

describe('readiness', () => {
  test('is told to whoever asks, with or without a key', async () => {
    expect(await get('/__mock/ready')).toEqual({ status: 'ready' });
    expect((await fetch(`${url}/__mock/ready`, { method: 'HEAD' })).status).toBe(200);
  });

  test('is denied, with the reason, while the store is away', async () => {
    const store = { getItem: () => Promise.reject(new Error('it is being painted')) } as unknown as Store;
    const lost = await createMock({ store });
    const response = await lost.fetch('http://mock/__mock/ready');
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', message: expect.stringMatching(/^the store does not answer: ./) },
    ]);
    expect(lost.journal()).toEqual([]);
  });
});

test('one id joins response, journal and what is asked for', async () => {
  for (const send of [() => chat(), () => chat({ n: 0 }), () => fetch(`${url}/v1/models`), () => fetch(`${url}/nowhere`)]) {
    const call = await send();
    const { requestId } = mock.journal().at(-1) ?? {};
    expect([...call.headers.values()]).toContain(requestId);
    expect(await get(`/__mock/requests?requestId=${requestId}`)).toMatchObject([{ requestId }]);
    await call.text();
  }
});

describe('journal', () => {
  test('tells request, operation, example, findings and duration, never the key', async () => {
    await chat({ unknown_field: 1 });
    await chat({ temperature: 9 });
    const entries = await get('/__mock/requests');
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      operation: 'createChatCompletion',
      example: expect.any(String),
      status: 200,
      warnings: [{ in: 'body', pointer: '/unknown_field', message: 'unknown field' }],
      violations: [],
      duration: expect.any(Number),
      requestBody: { unknown_field: 1 },
      requestHeaders: { authorization: '[redacted]' },
    });
    expect(entries[1]).toMatchObject({ status: 400, violations: [{ pointer: '/temperature', keyword: 'maximum' }] });
    expect(JSON.stringify(entries)).not.toContain('sk-secret');
  });

  test('has no key that came in the query, and no log line has', async () => {
    const lines: string[] = [];
    const logging = await createMock({ onExchange: ({ query }) => lines.push(query) });
    await logging.fetch('http://mock/v1/models?key=sk-secret&view=all');
    expect(logging.journal()).toMatchObject([{ query: 'key=%5Bredacted%5D&view=all' }]);
    expect(lines).toEqual(['key=%5Bredacted%5D&view=all']);
  });

  test('shows a body that is no JSON as it came', async () => {
    await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-secret', 'content-type': 'application/json' },
      body: '{"model": ',
    });
    expect(mock.journal()).toMatchObject([{ status: 400, requestBody: '{"model": ' }]);
  });

  test.each([
    ['over HTTP', () => fetch],
    ['in process', () => mock.fetch],
  ] as const)('completes the entry of a stream when it ends, %s', async (_, with_) => {
    const own = with_();
    const body = JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }], stream: true });
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
    const call = (init: RequestInit) => own(`${url}/v1/chat/completions`, { method: 'POST', body, headers, ...init });
    const whole = await (await call({})).text();
    const events = whole.match(/^data: \{/gm)?.length;
    await eventually(() => expect(mock.journal()).toMatchObject([{ events, duration: expect.any(Number) }]));
    expect(mock.journal()[0]).not.toHaveProperty('aborted');
    expect(mock.journal()[0]?.open).toBeUndefined();

    const caller = new AbortController();
    const stalled = await call({ headers: { ...headers, prefer: 'stream-fault=stall@2' }, signal: caller.signal });
    const reader = stalled.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ''; (text.match(/^data: /gm) ?? []).length < 2; ) text += (await reader?.read())?.value ?? '';
    expect(mock.journal()[1]).toMatchObject({ status: 200, mediaType: 'text/event-stream', open: true });
    caller.abort();
    await eventually(() => expect(mock.journal()[1]).toMatchObject({ events: 2, aborted: true }));
    expect(mock.journal()[1]?.open).toBeUndefined();
  });

  test('tells of a request that waits for its response, and of a caller that does not', async () => {
    const caller = new AbortController();
    const call = chat({}, { prefer: 'latency-ms=600000, session=waiting' }, caller.signal).catch((error: Error) => error.name);
    await eventually(() =>
      expect(mock.journal({ session: 'waiting' })).toMatchObject([{ status: 0, open: true, operation: 'createChatCompletion' }]),
    );
    caller.abort();
    expect(await call).toBe('AbortError');
    await eventually(() => expect(mock.journal({ session: 'waiting' })).toMatchObject([{ status: 200, aborted: true }]));
  });

  test('says which scenario answered', async () => {
    const scenario = await mock.use({ name: 'outage', answers: [{ error: 503 }] });
    await chat();
    await scenario.remove();
    await chat();
    expect(mock.journal({ scenario: 'outage' })).toMatchObject([{ status: 503, scenario: 'outage' }]);
    expect(await get('/__mock/requests?scenario=outage')).toHaveLength(1);
    expect(mock.journal({ status: 200 })[0]).not.toHaveProperty('scenario');
  });

  test('refuses a filter that is none', async () => {
    expect(() => mock.journal({ operation: 'listModel' })).toThrow('no operation listModel in the contract; did you mean listModels?');
    expect(() => mock.journal({ stauts: 200 } as object)).toThrow('there is no filter stauts; did you mean status?');
    const response = await fetch(`${url}/__mock/requests?status=many`);
    expect(response.status).toBe(400);
  });

  test('is filtered by operation, status and session, and cleared', async () => {
    await chat({}, { prefer: 'session=one' });
    await chat({ n: 0 }, { prefer: 'session=two' });
    await fetch(`${url}/v1/models`);
    expect(await get('/__mock/requests?operation=listModels')).toHaveLength(1);
    expect(await get('/__mock/requests?status=400')).toMatchObject([{ session: 'two' }]);
    expect(await get('/__mock/requests?session=one')).toMatchObject([{ status: 200 }]);
    expect((await fetch(`${url}/__mock/requests?session=one`, { method: 'DELETE' })).status).toBe(204);
    expect(await get('/__mock/requests')).toHaveLength(2);
    await fetch(`${url}/__mock/requests`, { method: 'DELETE' });
    expect(await get('/__mock/requests')).toEqual([]);
  });

  test('keeps the last ones only', async () => {
    for (let index = 0; index < 130; index++) await mock.fetch('http://mock/v1/models');
    const entries = mock.journal();
    expect(entries).toHaveLength(50);
    expect(entries.at(-1)?.id).toBeGreaterThan(entries[0]?.id ?? 0);
  });
});

test('coverage counts operation, status, media type and example', async () => {
  await chat();
  await (await chat({ stream: true })).text();
  await chat({ n: 0 });
  const { rows, operations } = await get('/__mock/coverage');
  expect(operations).toEqual({ hit: 1, total: contract.operations.length });
  const hit = rows.filter(({ hits }: { hits: number }) => hits > 0);
  expect(hit).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        operation: 'createChatCompletion',
        status: '200',
        mediaType: 'application/json',
        example: 'gemini-2-5-flash-reasoning',
        hits: 1,
      }),
      expect.objectContaining({ operation: 'createChatCompletion', status: '200', mediaType: 'text/event-stream', hits: 1 }),
      expect.objectContaining({ operation: 'createChatCompletion', status: '400', mediaType: 'application/json', hits: 1 }),
    ]),
  );
  expect(rows.length).toBeGreaterThan(contract.operations.length);
});

test('answers say which operation and example they are, and what was wrong', async () => {
  const fine = await chat({ unknown_field: 1 });
  expect(Object.fromEntries(fine.headers)).toMatchObject({
    'x-mock-operation': 'createChatCompletion',
    'x-mock-example': 'gemini-2-5-flash-reasoning',
    'x-mock-violations': 'warning body/unknown_field: unknown field',
    'x-nexconn-contract': `${contract.version}+${contract.docsDate}.${contract.hash}`,
  });
  expect((await chat({ temperature: 'é'.repeat(5000) })).headers.get('x-mock-violations')?.length).toBeLessThanOrEqual(2000);
});

test('reset forgets everything', async () => {
  await chat();
  expect((await fetch(`${url}/__mock/reset`, { method: 'POST' })).status).toBe(204);
  expect(await get('/__mock/requests')).toEqual([]);
  expect((await get('/__mock/coverage')).operations.hit).toBe(0);
});

test('wrong methods and unknown paths of its own are told as such', async () => {
  expect((await fetch(`${url}/__mock/reset`)).status).toBe(405);
  const unknown = await fetch(`${url}/__mock/nothing`);
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('/__mock/coverage');
});

test('the description is served as it ships', async () => {
  expect(await get('/openapi.json')).toMatchObject({ openapi: '3.1.0', info: { version: contract.build } });
  expect(await (await fetch(`${url}/openapi.yaml`)).text()).toMatch(/^openapi: 3\.1\.0/m);
});
