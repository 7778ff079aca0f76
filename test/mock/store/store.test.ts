/** What does not follow from an id is shared by mocks that share a store: a real Redis server. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { memoryStore } from '../../../src/mock/store/store.js';

const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    console.log('skipped: no redis-server on this machine');
    return false;
  }
})();

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: ChildProcess;
  let folder: string;
  let store: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nexconn-redis-'));
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
    });
    store = `redis://127.0.0.1:${port}`;
    redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''], { stdio: 'pipe' });
    await new Promise<void>((resolve) => {
      redis.stdout?.on('data', (data) => String(data).includes('Ready to accept') && resolve());
    });
  });
  afterAll(async () => {
    redis.kill();
    await rm(folder, { recursive: true, force: true });
  });

  test('a list, a deletion and a poll count of one mock are those of the other', async () => {
    const [one, two] = await Promise.all([createMock({ store, taskPolls: 3 }), createMock({ store, taskPolls: 3 })]);
    const call = async (mock: typeof one, method: string, path: string, body?: unknown) => {
      const response = await mock.fetch(`http://mock${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as any };
    };
    const created = await call(one, 'POST', '/v1/files', { model: 'gemini-2.5-pro', source_url: 'https://example.com/a.mp4' });
    const { id } = created.body;
    expect((await call(two, 'GET', '/v1/files')).body.data[0].id).toBe(id);
    const states = [];
    for (const mock of [one, two, one]) states.push((await call(mock, 'GET', `/v1/files/${id}`)).body.status);
    expect(states).toEqual(['pending', 'uploading', 'ready']);
    await call(one, 'DELETE', `/v1/files/${id}`);
    expect((await call(two, 'GET', `/v1/files/${id}`)).status).toBe(404);
    await two.reset();
    expect((await call(one, 'GET', '/v1/files')).body.data.map((file: { id: string }) => file.id)).not.toContain(id);
    await Promise.all([one.close(), two.close()]);
  });

  test('two copies count each poll, however many come at once', async () => {
    const [one, two] = await Promise.all([createMock({ store, taskPolls: 50 }), createMock({ store, taskPolls: 50 })]);
    const id = await filesOf(one).create();
    await Promise.all(Array.from({ length: 49 }, (_, index) => filesOf(index % 2 === 0 ? one : two).state(id)));
    expect(await filesOf(two).state(id)).toBe('ready');
    await one.reset();
    await Promise.all([one.close(), two.close()]);
  });

  test.each(sessions)('a reset of the session %j leaves the others alone', async (session) => {
    const mock = await createMock({ store });
    await expectOwnReset(mock, session);
    await mock.close();
  });

  test('nothing is kept for longer than a day', async () => {
    const mock = await createMock({ store, taskPolls: 3 });
    const files = filesOf(mock);
    await files.state(await files.create());
    await mock.use({ answers: [{ error: 429 }] });
    await files.create();
    const redisCli = (...args: string[]) => execFileSync('redis-cli', ['-u', store, ...args], { encoding: 'utf8' }).trim();
    const keys = redisCli('keys', '*').split('\n');
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) expect([key, Number(redisCli('ttl', key)) > 86_000]).toEqual([key, true]);
    await mock.reset();
    await mock.close();
  });
});

/** Names that mean something in an address, a pattern or a key, and one that another begins with. */
const sessions = ['a?b', '..', 'r1', 'r1:sub', 'a*', '/', 'default', '$usual', '%', ''];

/** Makes files and asks for them. */
function filesOf(mock: Mock, session = '') {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await mock.fetch(`http://mock${path}`, {
      method,
      headers: { ...headers, ...(session !== '' && { prefer: `session="${session}"` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as any;
  };
  return {
    create: async () =>
      (await call('POST', '/v1/files', { model: 'gemini-2.5-pro', source_url: 'https://example.com/a.mp4' })).id as string,
    state: async (id: string) => (await call('GET', `/v1/files/${id}`)).status as string,
    has: async (id: string) => (await call('GET', '/v1/files')).data.some((file: { id: string }) => file.id === id) as boolean,
  };
}

/** Each session has a list of its own, and a reset takes that of one. */
async function expectOwnReset(mock: Mock, session: string): Promise<void> {
  const made = new Map<string, string>();
  for (const name of sessions) made.set(name, await filesOf(mock, name).create());
  await mock.fetch(`http://mock/__mock/reset?session=${encodeURIComponent(session)}`, { method: 'POST' });
  for (const [name, id] of made) expect([name, await filesOf(mock, name).has(id)]).toEqual([name, name !== session]);
  await mock.reset();
}

describe('in memory', () => {
  test('each poll counts, however many come at once', async () => {
    const mock = await createMock({ taskPolls: 50 });
    const files = filesOf(mock);
    const id = await files.create();
    await Promise.all(Array.from({ length: 49 }, () => files.state(id)));
    expect(await files.state(id)).toBe('ready');
  });

  test.each(sessions)('a reset of the session %j leaves the others alone', async (session) => {
    await expectOwnReset(await createMock(), session);
  });
});

test('a store of the caller that cannot count is counted in all the same', async () => {
  const items = new Map<string, unknown>();
  const soon = <T>(value: T) => new Promise<T>((resolve) => setImmediate(resolve, value));
  const mock = await createMock({
    taskPolls: 20,
    store: {
      getItem: (key) => soon(items.get(key) ?? null),
      setItem: async (key, value) => {
        await soon(undefined);
        items.set(key, value);
      },
      getKeys: (base = '') => [...items.keys()].filter((key) => key.startsWith(base)),
      clear: () => items.clear(),
    },
  });
  const files = filesOf(mock);
  const id = await files.create();
  await Promise.all(Array.from({ length: 19 }, () => files.state(id)));
  expect(await files.state(id)).toBe('ready');
});

test('a Redis that is not there is said, not waited for', async () => {
  await expect(createMock({ store: 'redis://me:secret@127.0.0.1:1' })).rejects.toThrow(/^no Redis at redis:\/\/127\.0\.0\.1:1: /);
  await expect(createMock({ store: 'redis://127.0.0.1:1' })).rejects.toThrow('no Redis at redis://127.0.0.1:1');
  let tries = 0;
  const deaf = createServer((socket) => {
    tries++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const address = `redis://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
  await expect(createMock({ store: address })).rejects.toThrow(`no Redis at ${address}`);
  deaf.close();
  expect(tries).toBeLessThanOrEqual(2);
});

test('an unknown kind of store is refused', async () => {
  await expect(createMock({ store: 'mysql://localhost' })).rejects.toThrow('unknown store mysql://localhost');
});

test('the memory forgets the oldest keys when it is full', async () => {
  const store = memoryStore(3);
  for (const key of ['a', 'b', 'c', 'd']) store.setItem(key, key);
  expect(await store.getKeys()).toEqual(['b', 'c', 'd']);
});
