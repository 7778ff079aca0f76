/** What does not follow from an id is shared by mocks that share a store: a real Redis server. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, prefixStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import lruCacheDriver from 'unstorage/drivers/lru-cache';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from '../../../scripts/tiers/chaos/redis-server.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { memoryStore, type Store } from '../../../src/mock/store/store.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: RedisServer;
  let store: string;

  beforeAll(async () => {
    redis = await startRedis();
    store = redis.address;
  });
  afterAll(() => redis.stop());

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

  test.each([...sessions, ...addressed])('a reset of the session %j leaves the others alone', async (session) => {
    const mock = await createMock({ store });
    await expectOwnReset(mock, session);
    await mock.close();
  });

  test('a database that there is not is said', async () => {
    await expect(createMock({ store: `${store}/99` })).rejects.toThrow(`no Redis at ${store}/99: ERR DB index is out of range`);
  });

  test('nothing is kept for longer than a day', async () => {
    const mock = await createMock({ store, taskPolls: 3 });
    const files = filesOf(mock);
    await files.state(await files.create());
    await mock.use({ answers: [{ error: 429 }] });
    await files.create();
    const keys = redis.command('keys', '*').split('\n');
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) expect([key, Number(redis.command('ttl', key)) > 86_000]).toEqual([key, true]);
    await mock.reset();
    await mock.close();
  });
});

/** Names that mean something in an address, a pattern or a key, and one that another begins with. */
const sessions = [
  ...['a?b', '..', 'a', 'a:b', 'a%3Ab', 'r1', 'r1:sub', 'a*', '/', '/.*/', 'default', '$usual', '$', '%', '', 'a.', '__proto__', 'A'],
  ...['[a-z]', 'nexconn-mock', 'x'.repeat(2000), `${'x'.repeat(2000)}y`],
];

/** Those that no header has room for, and that a base URL brings. */
const addressed = ['a\nb', 'a\r\nb', '猫', 'e\u0301', '\u00e9', '👩‍👩‍👧', '\u0000', ' a ', 'a/b', 'a"b'];

async function statusOf(mock: Mock, session: string): Promise<number> {
  const prefer = session === '' ? '' : `session="${session}"`;
  return (await mock.fetch('http://mock/v1/models', { headers: { ...headers, prefer } })).status;
}

/** Makes files and asks for them. */
function filesOf(mock: Mock, session = '') {
  const call = async (method: string, path: string, body?: unknown) => {
    const base = addressed.includes(session) ? `http://mock/__session/${encodeURIComponent(session)}` : 'http://mock';
    const prefer = session === '' || addressed.includes(session) ? '' : `session="${session}"`;
    const response = await mock.fetch(`${base}${path}`, {
      method,
      headers: { ...headers, prefer },
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
async function expectOwnReset(mock: Mock, session: string, others = [...sessions, ...addressed]): Promise<void> {
  const made = new Map<string, string>();
  for (const name of others) made.set(name, await filesOf(mock, name).create());
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

  test.each([...sessions, ...addressed])('a reset of the session %j leaves the others alone', async (session) => {
    await expectOwnReset(await createMock(), session);
  });
});

describe('a store of the caller', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nexconn-store-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const shared = createStorage();
  const kinds: Record<string, () => unknown> = {
    unstorage: () => createStorage(),
    'unstorage with a prefix': () => prefixStorage(shared, 'mine'),
    'unstorage with a mount': () => createStorage().mount('$usual', createStorage() as never),
    'unstorage over files': () => createStorage({ driver: fsDriver({ base: join(folder, 'files') }) }),
    'unstorage over a cache': () => createStorage({ driver: lruCacheDriver({ max: 1000 }) }),
    'one that is slow': () => slowStore(),
  };

  test.each(Object.entries(kinds))('%s: counts once what two mocks count at once, and forgets session by session', async (_, open) => {
    const store = open() as Store;
    await shared.setItem('other', 'stays');
    const mocks = await Promise.all([createMock({ taskPolls: 20, store }), createMock({ taskPolls: 20, store })]);
    const [one, two] = mocks;
    const files = filesOf(one);
    const id = await files.create();
    await Promise.all(Array.from({ length: 19 }, (_, index) => filesOf(index % 2 ? one : two).state(id)));
    expect(await files.state(id)).toBe('ready');
    await one.use(
      {
        answers: [
          { error: 429, times: 7 },
          { error: 503, times: 5 },
        ],
      },
      { session: 'turns' },
    );
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, index) => statusOf(mocks[index % 2] as Mock, 'turns')));
    expect(statuses.sort()).toEqual([...Array(8).fill(200), ...Array(7).fill(429), ...Array(5).fill(503)]);
    await one.reset();
    // A file system has no names of any length.
    for (const session of ['r1', ''])
      await expectOwnReset(
        one,
        session,
        sessions.filter(({ length }) => length < 200),
      );
    expect(await filesOf(two).has(id)).toBe(false);
    expect(await shared.getItem('other')).toBe('stays');
  });

  const failing: Record<string, () => unknown> = {
    'that never answers': () => new Promise(() => {}),
    'that rejects': () => Promise.reject(new Error('broken')),
    'that throws': () => {
      throw new Error('broken');
    },
  };
  test.each(Object.entries(failing))('%s: a 503, and what needs it not goes on', async (_, fail) => {
    const command = () => fail() as never;
    const mock = await createMock({ store: { getItem: command, setItem: command, getKeys: command, clear: command }, taskPolls: 1 });
    expect((await mock.fetch('http://mock/v1/files', { headers })).status).toBe(503);
    expect(await statusOf(mock, '')).toBe(200);
    await expect(mock.reset()).rejects.toThrow('the store does not answer: ');
    await mock.close();
  });
});

function slowStore(): Store {
  const items = new Map<string, unknown>();
  const soon = <T>(value: T) => new Promise<T>((resolve) => setImmediate(resolve, value));
  return {
    getItem: (key) => soon(items.get(key) ?? null),
    setItem: async (key, value) => {
      await soon(undefined);
      items.set(key, value);
    },
    getKeys: (base = '') => [...items.keys()].filter((key) => key.startsWith(base)),
    clear: () => undefined,
  };
}

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
