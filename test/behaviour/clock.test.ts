/** A clock that stands where it is put, runs on, and is moved: in process, and from outside. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setupServer } from 'msw/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { getAt } from '../../src/contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { mockGateway } from '../../src/msw/index.js';
import { eventually } from '../eventually.js';
import { createMock, type Mock } from '../mocks.js';

const noon = '2026-01-31T12:00:00.000Z';
const second = 1000;
const day = 86_400 * second;

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

interface Seen {
  status: number;
  headers: Headers;
  body: any;
}

async function send(mock: Pick<Mock, 'fetch'>, method: string, path: string, body?: unknown, prefer = ''): Promise<Seen> {
  const response = await mock.fetch(`http://mock${path}`, {
    method,
    headers: { ...headers, ...(prefer && { prefer }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const operationOf = (name: string, role: string) =>
  contract.operations.find(({ task }) => task?.name === name && task.role === role) as PreparedOperation;

/** Creates a job of a family. @returns its id, and what asks for it */
async function createJob(mock: Pick<Mock, 'fetch'>, name: string, more: object = {}) {
  const create = operationOf(name, 'create');
  const [example] = create.examples as [PreparedExample];
  const { body } = await send(mock, create.method, create.path, { ...(example.request.body as object), ...more });
  const id = String(getAt(body, contract.tasks[name]?.id.at ?? ''));
  const path = (role: string) => operationOf(name, role).path.replace(/\{\w+\}/, encodeURIComponent(id));
  return { id, ask: () => send(mock, 'GET', path('query')), remove: () => send(mock, 'DELETE', path('delete')) };
}

const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };
const ask = (mock: Pick<Mock, 'fetch'>, prefer?: string) => send(mock, 'POST', '/v1/chat/completions', chat, prefer);

describe('the option now', () => {
  test.each([noon, Date.parse(noon), new Date(noon)])('%j is where the clock stands', async (now) => {
    const mock = await createMock({ now });
    expect(mock.clock.now()).toBe(Date.parse(noon));
    const { body } = await ask(mock, 'latency-ms=20');
    expect(body.created).toBe(Date.parse(noon) / second);
    expect(mock.clock.now()).toBe(Date.parse(noon));
  });

  test('may be a function, and is the real time if left out', async () => {
    let time = 5;
    const own = await createMock({ now: () => time });
    time = 7;
    expect(own.clock.now()).toBe(7);
    const before = Date.now();
    const real = (await createMock()).clock.now();
    expect(real).toBeGreaterThanOrEqual(before);
    expect(real).toBeLessThanOrEqual(Date.now());
  });
});

describe('moving the clock', () => {
  test('to a time lets it stand there', async () => {
    const mock = await createMock();
    expect(await mock.clock.set(noon)).toBe(Date.parse(noon));
    expect(await mock.clock.set(0)).toBe(0);
    expect(mock.clock.now()).toBe(0);
  });

  test('on leaves it as it is, standing or running', async () => {
    const standing = await createMock({ now: noon });
    expect(await standing.clock.advance(500)).toBe(Date.parse(noon) + 500);
    expect(await standing.clock.advance(0)).toBe(Date.parse(noon) + 500);
    let time = 0;
    const running = await createMock({ now: () => time });
    await running.clock.advance(day);
    time = 10;
    expect(running.clock.now()).toBe(day + 10);
  });

  test('ends with a reset of the clock, and with one of all, but not with that of a session', async () => {
    const mock = await createMock({ now: noon });
    await mock.clock.advance(day);
    await mock.reset('one');
    expect(mock.clock.now()).toBe(Date.parse(noon) + day);
    expect(await mock.clock.reset()).toBe(Date.parse(noon));
    await mock.clock.set(0);
    await mock.reset();
    expect(mock.clock.now()).toBe(Date.parse(noon));
  });

  const time = 'a time from 1970 to 2286: milliseconds, or a text such as 2026-01-31T12:00:00Z';
  test.each<[move: (mock: Mock) => Promise<unknown>, message: string]>([
    [({ clock }) => clock.set('noon'), `clock: now must be ${time}, got "noon"`],
    [({ clock }) => clock.set(-1), `clock: now must be ${time}, got -1`],
    [({ clock }) => clock.set(Number.NaN), `clock: now must be ${time}, got NaN`],
    [({ clock }) => clock.set(new Date('noon')), `clock: now must be ${time}`],
    [({ clock }) => clock.advance(-5), 'clock: advanceMs must be a number of at least 0, got -5'],
    [({ clock }) => clock.advance('5' as never), 'clock: advanceMs must be a number of at least 0, got "5"'],
    [({ clock }) => clock.advance(1e13), 'clock: advanceMs must not lead beyond 2286, got 10000000000000'],
  ])('by %s is refused', async (move, message) => {
    const mock = await createMock({ now: noon });
    await expect(move(mock)).rejects.toThrow(message);
    expect(mock.clock.now()).toBe(Date.parse(noon));
  });
});

describe('/__mock/clock', () => {
  test.each(['POST', 'PUT'])('%s moves the clock, and GET tells where it is', async (method) => {
    const mock = await createMock({ now: noon });
    const tell = () => send(mock, 'GET', '/__mock/clock');
    expect(await tell()).toMatchObject({ status: 200, body: { now: noon, stands: true } });
    const later = '2026-02-01T00:00:00.000Z';
    expect(await send(mock, method, '/__mock/clock', { now: later })).toMatchObject({ status: 200, body: { now: later, stands: true } });
    expect(await send(mock, method, '/__mock/clock', { now: 1000 })).toMatchObject({ body: { now: '1970-01-01T00:00:01.000Z' } });
    expect(await send(mock, method, '/__mock/clock', { advanceMs: 500 })).toMatchObject({ body: { now: '1970-01-01T00:00:01.500Z' } });
    expect(await tell()).toMatchObject({ body: { now: '1970-01-01T00:00:01.500Z' } });
    expect(mock.clock.now()).toBe(1500);
    expect(await send(mock, 'DELETE', '/__mock/clock')).toMatchObject({ status: 200, body: { now: noon, stands: true } });
  });

  test('tells whether it runs', async () => {
    const mock = await createMock();
    expect((await send(mock, 'GET', '/__mock/clock')).body).toMatchObject({ stands: false });
    await mock.clock.advance(5);
    expect((await send(mock, 'GET', '/__mock/clock')).body).toMatchObject({ stands: false });
    await mock.clock.set(5);
    expect((await send(mock, 'GET', '/__mock/clock')).body).toMatchObject({ stands: true });
  });

  test.each<[body: unknown, message: string]>([
    [{ now: 'noon' }, 'clock: now must be a time from 1970 to 2286'],
    [{ now: null }, 'clock: now must be a time from 1970 to 2286'],
    [{ advanceMs: -1 }, 'clock: advanceMs must be a number of at least 0, got -1'],
    [{ advanceMs: '5' }, 'clock: advanceMs must be a number of at least 0, got "5"'],
    [{ advanceMs: 1e15 }, 'clock: advanceMs must not lead beyond 2286'],
    [{ now: noon, advanceMs: 5 }, 'clock: either now or advanceMs can be given, not both'],
    [{ advancems: 5 }, 'clock: there is no option advancems; did you mean advanceMs?'],
    [{ now: noon, session: 'a' }, 'clock: there is no option session'],
    [{}, 'the body must be a JSON object such as {"advanceMs": 60000}'],
    [5, 'the body must be a JSON object such as'],
    [[], 'the body must be a JSON object such as'],
    [undefined, 'the body must be a JSON object such as'],
  ])('refuses %j', async (body, message) => {
    const mock = await createMock({ now: noon });
    const { status, body: said } = await send(mock, 'POST', '/__mock/clock', body);
    expect({ status, message: said.message }).toEqual({ status: 400, message: expect.stringContaining(message) });
    expect(mock.clock.now()).toBe(Date.parse(noon));
  });
});

describe('the clock moves', () => {
  test('the times and ids of answers', async () => {
    const mock = await createMock({ now: noon });
    await mock.clock.set('2027-01-01');
    expect((await ask(mock)).body.created).toBe(Date.UTC(2027, 0, 1) / second);
    const { id } = await createJob(mock, 'videos');
    expect(id).toContain(String(Date.UTC(2027, 0, 1)));
  });

  test('a job to its end', async () => {
    const mock = await createMock({ now: noon, taskSeconds: 600 });
    const { ask: query } = await createJob(mock, 'videos');
    const states = [(await query()).body.status];
    for (let step = 0; step < 2; step++) {
      await mock.clock.advance(300 * second);
      states.push((await query()).body.status);
    }
    expect(states[0]).not.toBe('completed');
    expect(states[1]).not.toBe(states[0]);
    expect(states[2]).toBe('completed');
  });

  test('a file to its expiry, and what is deleted stays so', async () => {
    const mock = await createMock({ now: noon });
    const [file, other] = [await createJob(mock, 'files'), await createJob(mock, 'files')];
    expect((await other.remove()).status).toBe(200);
    await mock.clock.advance(10 * second);
    expect((await file.ask()).body.status).toBe('ready');
    await mock.clock.advance(30 * day);
    expect((await file.ask()).body.status).toBe('expired');
    expect((await other.ask()).status).toBe(404);
  });

  test('the windows of rate limits and the days of quotas', async () => {
    const statuses = async (mock: Mock) => [(await ask(mock)).status, (await ask(mock)).status];
    const limited = await createMock({ now: noon, rateLimit: '1/60s' });
    expect(await statuses(limited)).toEqual([200, 429]);
    expect((await ask(limited)).headers.get('retry-after')).toBe('60');
    await limited.clock.advance(60 * second);
    expect(await statuses(limited)).toEqual([200, 429]);
    const metered = await createMock({ now: noon, quota: 1 });
    expect(await statuses(metered)).toEqual([200, 402]);
    await metered.clock.advance(12 * 3600 * second);
    expect(await statuses(metered)).toEqual([200, 402]);
  });

  test('neither pace nor latency', async () => {
    const mock = await createMock({ now: noon });
    const caller = new AbortController();
    // Longer than any test.
    const slowly = (prefer: string, more = {}) =>
      mock.fetch('http://mock/v1/chat/completions', {
        method: 'POST',
        headers: { ...headers, prefer },
        body: JSON.stringify({ ...chat, ...more }),
        signal: caller.signal,
      });
    const waiting = Symbol('waiting');
    const now = async (result?: Promise<unknown>) => {
      await new Promise(setImmediate);
      return Promise.race([result, Promise.resolve(waiting)]);
    };
    const answer = slowly('latency-ms=3600000');
    await mock.clock.advance(day);
    expect(await now(answer)).toBe(waiting);
    const stream = await slowly('first-event-ms=3600000', { stream: true });
    const first = stream.body?.getReader().read();
    await mock.clock.advance(day);
    expect(await now(first)).toBe(waiting);
    caller.abort();
    await Promise.all([expect(answer).rejects.toThrow(), expect(first).rejects.toThrow()]);
  });
});

describe('callbacks', () => {
  /** Who is called, and with what states. */
  async function receive() {
    const states: string[] = [];
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      states.push(JSON.parse(text).status);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { states, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  }

  test('that are due then were made when the clock has been moved, in their order', async () => {
    const mock = await createMock({ now: noon, taskSeconds: 600 });
    const { states, url } = await receive();
    await createJob(mock, 'seedance', { callback_url: url });
    await eventually(() => expect(states).toEqual(['queued']));
    await mock.clock.advance(600 * second);
    expect(states).toEqual(['queued', 'running', 'succeeded']);
    expect(mock.journal().filter(({ callback }) => callback)).toHaveLength(3);
  });

  test('likewise from outside', async () => {
    const mock = await createMock({ now: noon, taskSeconds: 600 });
    const { states, url } = await receive();
    await createJob(mock, 'seedance', { callback_url: url });
    await send(mock, 'POST', '/__mock/clock', { advanceMs: 3600 * second });
    expect(states).toEqual(['queued', 'running', 'succeeded']);
  });

  test('of what was reset are not made', async () => {
    const mock = await createMock({ now: noon, taskSeconds: 600 });
    const { states, url } = await receive();
    await createJob(mock, 'seedance', { callback_url: url });
    await mock.reset();
    await mock.clock.advance(3600 * second);
    expect(states).not.toContain('succeeded');
  });
});

test('a page has the same clock', async () => {
  const gateway = mockGateway({ now: noon, taskSeconds: 600 });
  const server = setupServer(...gateway.handlers);
  server.listen();
  onTestFinished(() => server.close());
  const page = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(String(input).replace('http://mock', contract.server), init),
  };
  const { ask: query } = await createJob(page, 'videos');
  expect((await query()).body.status).not.toBe('completed');
  await gateway.clock.advance(600 * second);
  expect((await query()).body.status).toBe('completed');
  expect(gateway.clock.now()).toBe(Date.parse(noon) + 600 * second);
});
