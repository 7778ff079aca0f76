import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { operations, tasks } from '../../generated/client.js';
import { createNexconnClient, NexconnApiError, NexconnJobError, NexconnTimeoutError } from '../../src/client/index.js';
import { getAt } from '../../src/contract/pointer.js';
import type { TaskFamily } from '../../src/contract/prepared/task-family.js';
import { pausesOf } from './pauses.js';
import { type Answer, json, serve } from './server.js';
import { thrown } from './thrown.js';

const clientOf = (url: string) => createNexconnClient({ baseUrl: url, apiKey: 'sk-secret', retry: { minDelayMs: 1 } });
const quick = { intervalMs: 1 };
const anHour = 3_600_000;
const video = (status: string, more = {}) => json({ id: 'v1', object: 'video', status, ...more });

describe('what can be waited for', () => {
  test('the call that starts the job', async () => {
    const { url, requests } = await serve(video('queued'), video('in_progress'), video('completed', { task_result: { videos: [] } }));
    const client = clientOf(url);
    const done = await client.waitFor(client.createVideo({ model: 'kling-v2-6', prompt: 'a' }), quick);
    expect(done).toMatchObject({ status: 'completed', task_result: { videos: [] } });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/videos', 'GET /v1/videos/v1', 'GET /v1/videos/v1']);
  });

  test('its result', async () => {
    const { url } = await serve(video('queued'), video('completed'));
    const client = clientOf(url);
    const created = await client.remixVideo({ id: 'v0', prompt: 'a' });
    expect(created.task).toEqual({ name: 'videos', id: 'v1' });
    expect(await client.waitFor(created, quick)).toMatchObject({ status: 'completed' });
  });

  test('a stored task', async () => {
    const { url, requests } = await serve(json({ id: 'f1', status: 'ready' }));
    expect(await clientOf(url).waitFor({ name: 'files', id: 'f/1' })).toEqual({ id: 'f1', status: 'ready' });
    expect(requests[0]?.url).toBe('/v1/files/f%2F1');
  });

  test('an answer that is complete at once', async () => {
    const { url, requests } = await serve(json({ created: 1, data: [{ b64_json: 'AA==' }] }));
    const client = clientOf(url);
    expect(await client.waitFor(client.createImage({ model: 'gemini-2.5-flash-image', prompt: 'a' }))).toEqual({
      created: 1,
      data: [{ b64_json: 'AA==' }],
    });
    expect(requests).toHaveLength(1);
  });

  test('a call that failed rejects with its error', async () => {
    const { url } = await serve(json({ error: { message: 'no credit' } }, 402));
    const client = clientOf(url);
    expect(await thrown(client.waitFor(client.createVideo({ model: 'sora-2', prompt: 'a' })))).toMatchObject({
      name: 'NexconnApiError',
      status: 402,
      message: 'no credit',
    });
  });

  test('a name that is no family is refused with those that are', async () => {
    const wait = createNexconnClient().waitFor({ name: 'songs' as 'files', id: 'x' });
    await expect(wait).rejects.toThrow(/no jobs named songs, only .*files/);
  });

  test('calls that start no job have no task', async () => {
    const { url } = await serve(json({ id: 'f1', status: 'ready' }));
    const client = clientOf(url);
    const query = client.getFile({ file_id: 'f1' });
    expect(await query).not.toHaveProperty('task');
    await expect(client.waitFor(query as never)).rejects.toThrow('starts no job');
  });
});

describe('every family', () => {
  /** Answers to queries, and what is told of the last of them. */
  interface Case {
    running: object;
    done: object;
    failed: object;
    error: { message: unknown; code?: string | undefined };
  }
  const written: Record<string, Case> = {
    files: {
      running: { status: 'uploading' },
      done: { status: 'ready' },
      failed: { status: 'failed', error: { code: 'E', message: 'no file' } },
      error: { message: 'no file', code: 'E' },
    },
    videos: {
      running: { status: 'in_progress' },
      done: { status: 'completed' },
      failed: { status: 'failed', error: { code: 'moderation_blocked', message: 'blocked' } },
      error: { message: 'blocked', code: 'moderation_blocked' },
    },
    veo: {
      running: { status: 'Running', message: '' },
      done: { status: 'Completed', message: '' },
      failed: { status: 'Failed', message: 'unsafe' },
      error: { message: 'unsafe', code: undefined },
    },
    seedance: {
      running: { status: 'running' },
      done: { status: 'succeeded' },
      failed: { status: 'failed', error: { code: 'E', message: 'unsafe' } },
      error: { message: 'unsafe', code: 'E' },
    },
    images: {
      running: { status: 'processing' },
      done: { status: 'succeed' },
      failed: { status: 'failed', status_message: 'no face' },
      error: { message: 'no face', code: undefined },
    },
    vidu: {
      running: { status: 'IN_QUEUE' },
      done: { status: 'COMPLETED' },
      failed: { status: 'COMPLETED', detail: { msg: 'bad pixel', type: 'VENDOR_FAILED' } },
      error: { message: 'bad pixel', code: 'VENDOR_FAILED' },
    },
    'kling-image-o1': {
      running: { status: 'IN_PROGRESS' },
      done: { status: 'COMPLETED' },
      failed: { status: 'COMPLETED', detail: 'bad pixel' },
      error: { message: 'bad pixel', code: undefined },
    },
  };
  const queryPath = (name: keyof typeof tasks) => operations[tasks[name].query].route.replace('GET ', '').replace(/\{\w+\}/, 'j1');

  /** The documented answers serve where none are written here. */
  function documented(name: keyof typeof tasks): Case {
    const { initial, states } = contract.tasks[name] as TaskFamily;
    const examples = contract.operations.find(({ id }) => id === tasks[name].query)?.examples ?? [];
    const answerIn = (isWanted: (state: string) => boolean) =>
      examples.find((example) => isWanted(example.name.slice(example.name.lastIndexOf('.') + 1)))?.body as object;
    return {
      running: answerIn((state) => state === initial),
      done: answerIn((state) => states[state]?.outcome === 'success'),
      failed: answerIn((state) => states[state]?.outcome === 'failure'),
      error: { message: expect.stringMatching(/./) },
    };
  }

  test('what is written is of the contract', () => {
    expect(Object.keys(tasks)).toEqual(expect.arrayContaining(Object.keys(written)));
  });

  describe.each(Object.keys(tasks) as (keyof typeof tasks)[])('%s', (name) => {
    const { running, done, failed, error } = written[name] ?? documented(name);

    test('is polled until it is done', async () => {
      const { url, requests } = await serve(json(running), json(done), json({ ...done, result: 'x' }));
      const body = await clientOf(url).waitFor({ name, id: 'j1' }, quick);
      const hasResult = 'result' in tasks[name];
      expect(body).toEqual(hasResult ? { ...done, result: 'x' } : done);
      expect(requests.slice(0, 2).map(({ url }) => url)).toEqual([queryPath(name), queryPath(name)]);
      expect(requests).toHaveLength(hasResult ? 3 : 2);
    });

    test("rejects with the job's own error", async () => {
      const { url } = await serve(json(running), json(failed));
      const rejection = await thrown(clientOf(url).waitFor({ name, id: 'j1' }, quick));
      expect(rejection).toBeInstanceOf(NexconnJobError);
      expect(rejection).toMatchObject({ ...error, body: failed, task: { name, id: 'j1' }, state: getAt(failed, tasks[name].state) });
    });
  });

  test('a failure without a word about it still says what failed', async () => {
    const { url } = await serve(video('cancelled'));
    expect((await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }))).message).toBe('videos v1 ended as cancelled');
  });

  test.each([
    ['paused', '"paused"'],
    ['', '""'],
    [undefined, '""'],
  ])('a state that the contract does not declare ends the waiting: %j', async (status, shown) => {
    const { url, requests } = await serve(json({ id: 'v1', object: 'video', status }));
    const error = await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, quick));
    expect(error).toBeInstanceOf(NexconnJobError);
    expect(error).toMatchObject({ task: { name: 'videos', id: 'v1' }, state: status ?? '', body: { id: 'v1' } });
    expect(error.message).toBe(`videos v1 is in the state ${shown}; the contract declares ${tasks.videos.states.join(', ')}`);
    expect(requests).toHaveLength(1);
  });

  const states = Object.keys(tasks).flatMap((name) =>
    Object.values(contract.tasks[name]?.states ?? {}).map(({ value }) => [name as keyof typeof tasks, value] as const),
  );
  test.each(states)('%s: %s is declared', (name, state) => {
    expect(tasks[name].states).toContain(state);
  });
});

describe('the result of a queued job', () => {
  const completed = json({ status: 'COMPLETED', request_id: 'j1' });
  const task = { name: 'vidu', id: 'j1' } as const;

  test('that is not ready yet is asked for again', async () => {
    const { url, requests } = await serve(
      completed,
      json({ status: 'IN_PROGRESS', request_id: 'j1' }, 400),
      completed,
      json({ video: { url: 'u' } }),
    );
    expect(await clientOf(url).waitFor(task, quick)).toEqual({ video: { url: 'u' } });
    expect(requests).toHaveLength(4);
  });

  test('the same with a client that throws', async () => {
    const { url } = await serve(
      completed,
      json({ status: 'IN_PROGRESS', request_id: 'j1' }, 400),
      completed,
      json({ video: { url: 'u' } }),
    );
    const client = createNexconnClient({ baseUrl: url, throwOnError: true });
    expect(await client.waitFor(task, quick)).toEqual({ video: { url: 'u' } });
  });

  test('that tells of the failure rejects with it', async () => {
    const { url } = await serve(completed, json({ detail: { msg: 'bad pixel', type: 'VENDOR_FAILED' } }, 500));
    expect(await thrown(clientOf(url).waitFor(task, quick))).toMatchObject({
      name: 'NexconnJobError',
      message: 'bad pixel',
      code: 'VENDOR_FAILED',
    });
  });

  test('any other error is an API error', async () => {
    const { url } = await serve(completed, json({ detail: 'gone' }, 404));
    expect(await thrown(clientOf(url).waitFor(task, quick))).toMatchObject({ name: 'NexconnApiError', status: 404, message: 'gone' });
  });
});

describe('progress', () => {
  test('is told after each query', async () => {
    const { url } = await serve(video('queued'), video('in_progress', { progress: 40 }), video('completed', { progress: 100 }));
    const told: unknown[] = [];
    await clientOf(url).waitFor(
      { name: 'videos', id: 'v1' },
      { ...quick, onProgress: ({ state, progress, body }) => told.push([state, progress, body.id]) },
    );
    expect(told).toEqual([
      ['queued', undefined, 'v1'],
      ['in_progress', 40, 'v1'],
      ['completed', 100, 'v1'],
    ]);
  });

  test('an error in the callback ends the waiting', async () => {
    const { url, requests } = await serve(video('queued'));
    const onProgress = () => {
      throw new Error('mine');
    };
    expect((await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, { ...quick, onProgress }))).message).toBe('mine');
    expect(requests).toHaveLength(1);
  });
});

describe('pace', () => {
  const times: number[] = [];
  const timed =
    (answer: Answer): Answer =>
    (...args) => {
      times.push(performance.now());
      answer(...args);
    };
  const gaps = () => times.slice(1).map((time, index) => time - (times[index] as number));

  test('each pause is half as long again, up to ten seconds', async () => {
    let queries = 0;
    const client = createNexconnClient({
      fetch: async () => Response.json({ id: 'v1', object: 'video', status: ++queries < 7 ? 'queued' : 'completed' }),
    });
    const pauses = await pausesOf(() => client.waitFor({ name: 'videos', id: 'v1' }, { intervalMs: 2000 }));
    expect(pauses).toEqual([2000, 3000, 4500, 6750, 10_000, 10_000]);
  });

  test('Retry-After of a query is honoured', async () => {
    times.length = 0;
    const { url } = await serve(timed(json({ id: 'v1', status: 'queued' }, 200, { 'retry-after': '1' })), timed(video('completed')));
    await clientOf(url).waitFor({ name: 'videos', id: 'v1' }, quick);
    expect(gaps()[0]).toBeGreaterThan(990);
  });

  test.each([
    ['a Retry-After of years', { headers: { 'retry-after': '99999999' } }, 1000, 60_000],
    ['one of the end of time', { headers: { 'retry-after': '9'.repeat(400) } }, 1000, 60_000],
    ['an interval without end', {}, Number.POSITIVE_INFINITY, 2 ** 31 - 1],
  ])('%s makes neither a storm nor an endless wait', async (_, init, intervalMs, pause) => {
    let queries = 0;
    const client = createNexconnClient({
      fetch: async () => Response.json({ id: 'v1', status: ++queries < 3 ? 'queued' : 'completed' }, init),
    });
    expect(await pausesOf(() => client.waitFor({ name: 'videos', id: 'v1' }, { intervalMs }))).toEqual([pause, pause]);
  });

  test.each([
    [{ intervalMs: Number.NaN }, 'waitFor: intervalMs must be at least 0'],
    [{ intervalMs: -1 }, 'waitFor: intervalMs must be at least 0'],
    [{ intervalMs: '5' }, 'waitFor: intervalMs must be a number'],
    [{ timeoutMs: Number.NaN }, 'waitFor: timeoutMs must be at least 0'],
    [{ timeout: 5 }, 'waitFor: no option timeout'],
  ])('%j is refused before anything is sent', async (options, message) => {
    const { url, requests } = await serve(video('queued'));
    await expect(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, options as object)).rejects.toThrow(message);
    expect(requests).toEqual([]);
  });

  test('a passing error of a query is survived', async () => {
    const { url } = await serve(video('queued'), json({}, 503), video('completed'));
    expect(await clientOf(url).waitFor({ name: 'videos', id: 'v1' }, quick)).toMatchObject({ status: 'completed' });
  });

  test('an error that stays rejects', async () => {
    const { url } = await serve(json({ error: { message: 'record not found' } }, 500));
    const error = await thrown(clientOf(url).waitFor({ name: 'veo', id: 'x' }, quick));
    expect(error).toBeInstanceOf(NexconnApiError);
    expect(error).toMatchObject({ status: 500, message: 'record not found' });
  });
});

describe('giving up', () => {
  test('a timeout says which job and for how long', async () => {
    const { url } = await serve(video('queued'));
    const error = await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, { intervalMs: 10, timeoutMs: 60 }));
    expect(error).toBeInstanceOf(NexconnTimeoutError);
    expect(error).toMatchObject({ message: 'videos v1 has not ended within 0.06 s', task: { name: 'videos', id: 'v1' } });
  });

  test('a timeout ends a query that hangs', async () => {
    const { url } = await serve(() => {});
    expect(await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, { timeoutMs: 60 }))).toBeInstanceOf(NexconnTimeoutError);
  });

  test('an abort in a pause rejects with its reason', async () => {
    const { url, requests } = await serve(video('queued'));
    const controller = new AbortController();
    const reason = new Error('the user left');
    // The pause begins as soon as the progress has been told, and is longer than any test.
    const onProgress = () => void setImmediate(() => controller.abort(reason));
    const options = { intervalMs: anHour, signal: controller.signal, onProgress };
    expect(await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, options))).toBe(reason);
    expect(requests).toHaveLength(1);
  });

  test('an abort in a query rejects with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the user left');
    const { url, requests } = await serve(video('queued'), () => controller.abort(reason));
    const options = { ...quick, signal: controller.signal };
    expect(await thrown(clientOf(url).waitFor({ name: 'videos', id: 'v1' }, options))).toBe(reason);
    expect(requests).toHaveLength(2);
  });

  test('an abort by the callback takes effect before the pause', async () => {
    const { url } = await serve(video('queued'));
    const controller = new AbortController();
    const wait = clientOf(url).waitFor(
      { name: 'videos', id: 'v1' },
      { signal: controller.signal, intervalMs: anHour, onProgress: () => controller.abort() },
    );
    await expect(wait).rejects.toMatchObject({ name: 'AbortError' });
  });
});
