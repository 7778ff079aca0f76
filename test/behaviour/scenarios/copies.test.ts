/** Copies of a mock over one store agree: on scenarios, on whose turn it is, on limits. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from '../../../scripts/tiers/chaos/redis-server.js';
import type { CreateMockOptions } from '../../../src/mock/index.js';
import { memoryStore } from '../../../src/mock/store/store.js';
import { createMock, type Mock } from '../../mocks.js';

let redis: RedisServer;
beforeAll(async () => {
  if (hasRedis) redis = await startRedis();
});
afterAll(() => redis?.stop());

const stores = [['memory', () => memoryStore()] as const, ...(hasRedis ? [['Redis', () => redis.address] as const] : [])];

async function pair(store: NonNullable<CreateMockOptions['store']>, options: CreateMockOptions = {}): Promise<[Mock, Mock]> {
  return Promise.all([createMock({ ...options, store }), createMock({ ...options, store })]);
}

async function statusOf(mock: Mock, session?: string): Promise<number> {
  const headers = { authorization: 'Bearer any', ...(session !== undefined && { prefer: `session="${session}"` }) };
  return (await mock.fetch('http://mock/v1/models', { headers })).status;
}

async function countsOf(statuses: Promise<number>[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const status of await Promise.all(statuses)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe.each(stores)('%s', (_, openStore) => {
  let one: Mock;
  let two: Mock;
  beforeAll(async () => {
    [one, two] = await pair(openStore());
  });
  afterEach(() => one.reset());
  afterAll(() => Promise.all([one.close(), two.close()]));

  test('of 200 requests at once each answer of a sequence is given as often as it says', async () => {
    await one.use({ answers: [{ error: 429, times: 50 }, { error: 503, times: 70 }, { error: 500 }, { error: 402, times: 9 }] });
    const statuses = Array.from({ length: 200 }, (_, index) => statusOf(index % 2 ? one : two));
    expect(await countsOf(statuses)).toEqual({ 429: 50, 503: 70, 500: 1, 402: 9, 200: 70 });
  });

  test('what one adds, removes and forgets the other has and has no more', async () => {
    const added = await one.use({ name: 'away', answers: [{ error: 503 }] });
    expect(await statusOf(two)).toBe(503);
    await added.remove();
    expect(await statusOf(two)).toBe(200);
    await two.use({ name: 'own', answers: [{ error: 402 }] }, { session: 'a.b' });
    expect([await statusOf(one, 'a.b'), await statusOf(one)]).toEqual([402, 200]);
    await one.reset('a.b');
    expect([await statusOf(two, 'a.b'), await statusOf(one, 'a.b')]).toEqual([200, 200]);
  });

  test('a copy that did not look meanwhile sees what came after all was forgotten', async () => {
    await one.use({ answers: [{ error: 402 }] });
    expect(await statusOf(two)).toBe(402);
    await one.reset();
    await one.use({ answers: [{ error: 503 }] });
    expect(await statusOf(two)).toBe(503);
  });

  test('what was forgotten does not come back with the next one', async () => {
    await one.use({ name: 'code', answers: [() => ({ error: 402 })] });
    expect([await statusOf(one), await statusOf(two)]).toEqual([402, 200]);
    await two.reset();
    await two.use({ name: 'next', answers: [{ error: 503 }] });
    expect([await statusOf(one), await statusOf(two)]).toEqual([503, 503]);
  });

  test('of two of one name at the same moment one is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const taken = await Promise.allSettled([one, two].map((mock) => mock.use({ name: 'same', answers: [{ error: 402 }] })));
      expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(taken.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: 'there is a scenario same already' } });
      const known = async (mock: Mock) => (await mock.fetch('http://mock/__mock/scenarios')).json();
      expect(await Promise.all([one, two].map(known))).toMatchObject([[{ name: 'same' }], [{ name: 'same' }]]);
      const removed = await two.fetch('http://mock/__mock/scenarios?name=same', { method: 'DELETE' });
      expect(removed.status).toBe(204);
    }
    await one.use({ name: 'same', answers: [{ error: 402 }] });
    await expect(two.use({ name: 'same', answers: [{ error: 402 }] })).rejects.toThrow('there is a scenario same already');
  });

  test('an answer that one gave is one from which the other goes on', async () => {
    await one.use({ when: { turn: 1, user: 'again' }, answers: [{ text: 'The second turn.' }] });
    const ask = async (mock: Mock, body: object) => {
      const response = await mock.fetch('http://mock/bypass/openai/v1/responses', {
        method: 'POST',
        headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'gpt-5.1', ...body }),
      });
      return (await response.json()) as { id: string };
    };
    const { id } = await ask(one, { input: 'Hi' });
    expect(JSON.stringify(await ask(two, { input: 'again', previous_response_id: id }))).toContain('The second turn.');
  });

  test('a hold waits in its own process', async () => {
    const held = one.hold('listModels', { timeoutMs: 60_000 });
    expect(await statusOf(two)).toBe(200);
    const answered = statusOf(one);
    await held.request;
    held.answer();
    expect(await answered).toBe(200);
  });

  test.each([
    // The clock stands, so that no hour and no day ends meanwhile.
    [{ rateLimit: '30/h', now: 0 }, 429],
    [{ quota: 30, now: 0 }, 402],
  ])('%j is one for both, until one is reset', async (options, refused) => {
    const [first, second] = await pair(openStore(), options);
    const round = () => countsOf(Array.from({ length: 50 }, (_, index) => statusOf(index % 2 ? first : second)));
    expect(await round()).toEqual({ 200: 30, [refused]: 20 });
    await second.reset();
    expect(await round()).toEqual({ 200: 30, [refused]: 20 });
    await second.reset();
    await Promise.all([first.close(), second.close()]);
  });

  test('an error that passes passes for both', async () => {
    const ask = async (mock: Mock) =>
      (await mock.fetch('http://mock/v1/models', { headers: { authorization: 'Bearer any', prefer: 'code=503, times=20' } })).status;
    expect(await countsOf(Array.from({ length: 50 }, (_, index) => ask(index % 2 ? one : two)))).toEqual({ 503: 20, 200: 30 });
  });
});
