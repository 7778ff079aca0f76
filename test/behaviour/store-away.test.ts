/** While the store is away, slow or broken, what needs it says so, all else goes on, and it recovers by itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from '../../scripts/tiers/chaos/redis-server.js';
import { eventually } from '../eventually.js';
import { createMock, type Mock } from '../mocks.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const file = { model: 'gemini-2.5-pro', source_url: 'https://example.com/a.mp4' };
const video = { model: 'kling-v2-6', prompt: 'A cat' };
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };

/** Asks as an app does: over a connection, and with a time after which it has enough. */
function callerOf(url: string) {
  return async (method: string, path: string, body?: unknown, prefer?: string) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(prefer && { prefer }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as any) : text,
    };
  };
}

const away = { status: 503, retryAfter: '1' };

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: RedisServer;
  let mock: Mock;
  let call: ReturnType<typeof callerOf>;
  let url: string;
  const rejected: unknown[] = [];
  const note = (reason: unknown) => rejected.push(reason);

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    redis = await startRedis();
    mock = await createMock({ store: redis.address, taskSeconds: 0 });
    ({ url } = await mock.listen());
    call = callerOf(url);
  });
  afterAll(async () => {
    await mock.close();
    await redis.stop();
    process.off('unhandledRejection', note);
    expect(rejected).toEqual([]);
  });
  beforeEach(async () => {
    redis.resume();
    await eventually(() => mock.reset());
  });

  const back = () => eventually(async () => expect((await call('GET', '/__mock/health')).body.store).toBe('ok'));

  /** What a test begins with, while the store is there: late it may be all the same, where the machine is busy. */
  const begun = (...asked: Parameters<typeof call>) =>
    eventually(async () => {
      const answer = await call(...asked);
      expect(answer.status).toBeLessThan(300);
      return answer;
    });

  const troubles: Record<string, { begin: () => unknown; end: () => unknown; forgets?: true }> = {
    'is paused': { begin: () => redis.pause(), end: () => redis.resume() },
    'takes no command': {
      begin: () => redis.command('client', 'pause', '600000', 'all'),
      end: () => redis.kill().then(() => redis.start()),
      forgets: true,
    },
    'is killed and comes back': { begin: () => redis.kill(), end: () => redis.start(), forgets: true },
    'takes no writes': {
      begin: () => redis.command('config', 'set', 'maxmemory', '1'),
      end: () => redis.command('config', 'set', 'maxmemory', '0'),
    },
  };

  test.each(Object.entries(troubles))(
    'that %s: lists, deletions and new files wait for it, and come back',
    async (name, { begin, end, forgets }) => {
      const { id } = (await begun('POST', '/v1/files', file)).body;
      const videoId = (await begun('POST', '/v1/videos', video)).body.id;
      await begin();
      if (name !== 'takes no writes') expect(await call('GET', '/v1/files')).toMatchObject(away);
      const refused = await call('DELETE', `/v1/files/${id}`);
      expect(refused).toMatchObject(away);
      expect(refused.body.error.message).toMatch(/^the store does not answer: /);
      expect(await call('POST', '/v1/files', file)).toMatchObject(away);
      // What follows from an id, or needs no store at all.
      expect(await call('GET', `/v1/files/${id}`)).toMatchObject({ status: 200, body: { id, status: 'ready' } });
      const done = await call('GET', `/v1/videos/${videoId}`);
      expect(done).toMatchObject({ status: 200, body: { status: 'completed' } });
      const [{ url: media }] = done.body.task_result.videos;
      expect((await fetch(media, { signal: AbortSignal.timeout(10_000) })).status).toBe(200);
      expect((await call('POST', '/v1/videos', video)).status).toBe(200);
      expect((await call('POST', '/v1/chat/completions', chat)).status).toBe(200);
      expect((await call('POST', '/v1/chat/completions', { ...chat, stream: true })).status).toBe(200);
      await end();
      // One that was answered as refused may have got through: the store does what it is told too late.
      await eventually(async () => expect([200, 404]).toContain((await call('DELETE', `/v1/files/${id}`)).status));
      await back();
      // A store that is slow for a moment counts as one that is away, and the file is there then.
      if (!forgets) await eventually(async () => expect((await call('GET', `/v1/files/${id}`)).status).toBe(404));
    },
  );

  test('health tells, and the journal has what was refused', async () => {
    await back();
    redis.pause();
    await call('GET', '/v1/files', undefined, 'session=s');
    expect(await call('GET', '/__mock/health')).toMatchObject({
      status: 200,
      body: { status: 'ok', store: expect.stringMatching(/^the store does not answer: /) },
    });
    redis.resume();
    await back();
    expect(mock.journal({ session: 's' })).toMatchObject([{ operation: 'listFiles', status: 503 }]);
  });

  test('a scenario goes on; whose turn it is in a sequence, the store has to say', async () => {
    await mock.use({ name: 'always', when: { user: 'one' }, answers: [{ text: 'Always.' }] });
    await mock.use({ name: 'turns', when: { user: 'two' }, answers: [{ text: 'First.' }, { text: 'Second.' }] });
    const say = (content: string, prefer?: string) =>
      call('POST', '/v1/chat/completions', { ...chat, messages: [{ role: 'user', content }] }, prefer);
    expect((await say('two')).body.choices[0].message.content).toBe('First.');
    redis.pause();
    expect((await say('one')).body.choices[0].message.content).toBe('Always.');
    expect(await say('two')).toMatchObject(away);
    expect(await say('two', 'scenario=turns')).toMatchObject(away);
    expect(await say('three', 'scenario=other')).toMatchObject(away);
    expect((await say('three')).status).toBe(200);
    redis.resume();
    await back();
    expect((await say('one')).body.choices[0].message.content).toBe('Always.');
  });

  test('in the dialect of the path', async () => {
    await mock.use({ answers: [{ error: 429 }, { error: 500 }] });
    redis.pause();
    const said = await Promise.all([
      call('POST', '/v1/chat/completions', chat),
      call('POST', '/v1/messages', { ...chat, max_tokens: 9 }),
      call('POST', '/bypass/vertex/v1/models/gemini-2.5-flash:generateContent', { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] }),
      call('POST', '/bypass/openai/v1/responses', { model: 'gpt-5.1', input: 'Hi' }),
    ]);
    for (const answer of said) expect(answer).toMatchObject(away);
    expect(said.map(({ body }) => body)).toMatchObject([
      { error: { message: expect.any(String) } },
      { type: 'error', error: { type: expect.any(String) } },
      { error: { code: 503, status: 'UNAVAILABLE' } },
      { error: { message: expect.any(String) } },
    ]);
    redis.resume();
    await back();
  });

  test('limits, polls and errors that pass are counted, or refused', async () => {
    const limited = await createMock({ store: redis.address, rateLimit: '9/h', taskPolls: 2 });
    const ask = callerOf((await limited.listen()).url);
    const { id } = (await ask('POST', '/v1/videos', video)).body;
    redis.pause();
    expect(await ask('POST', '/v1/chat/completions', chat)).toMatchObject(away);
    expect(await call('POST', '/v1/chat/completions', chat, 'code=503, times=2')).toMatchObject(away);
    redis.resume();
    await back();
    const polled = await createMock({ store: redis.address, taskPolls: 2 });
    const poll = callerOf((await polled.listen()).url);
    redis.pause();
    expect(await poll('GET', `/v1/videos/${id}`)).toMatchObject(away);
    redis.resume();
    await back();
    await Promise.all([limited.close(), polled.close()]);
  });

  test('a reset says that it did not come to pass, and may be tried again', async () => {
    const kept = (await begun('POST', '/v1/files', file, 'session=s')).body.id;
    await mock.use({ name: 'own', answers: [{ error: 402 }] }, { session: 's' });
    const before = mock.journal({ session: 's' }).length;
    redis.pause();
    await expect(mock.reset('s')).rejects.toThrow('the store does not answer');
    expect(await call('POST', '/__mock/reset?session=s')).toMatchObject({ ...away, body: { message: expect.any(String) } });
    expect(await call('POST', '/__mock/scenarios', { answers: [{ error: 402 }] })).toMatchObject(away);
    expect(await call('GET', '/__mock/scenarios')).toMatchObject(away);
    expect(mock.journal({ session: 's' })).toHaveLength(before);
    redis.resume();
    await back();
    await mock.reset('s');
    const left = await call('GET', '/v1/files', undefined, 'session=s');
    expect(left.status).toBe(200);
    expect(left.body.data.map((one: { id: string }) => one.id)).not.toContain(kept);
  });

  test('nothing piles up while it is away, and nothing comes late', async () => {
    await mock.use({ answers: [{ error: 429, times: 3 }] });
    redis.pause();
    for (let round = 0; round < 5; round++)
      await Promise.all(
        Array.from({ length: 100 }, () => call('POST', '/v1/chat/completions', chat).then(({ status }) => expect(status).toBe(503))),
      );
    redis.resume();
    await back();
    expect(Number(/^connected_clients:(\d+)/m.exec(redis.command('info', 'clients'))?.[1])).toBeLessThan(10);
  });

  test('a mock closes, and does not start, while it is paused', async () => {
    const other = await createMock({ store: redis.address });
    redis.pause();
    await other.close();
    await expect(createMock({ store: redis.address })).rejects.toThrow(`no Redis at ${redis.address}: no answer in `);
    redis.resume();
    await back();
  });
});
