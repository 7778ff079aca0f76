/** Jobs: they go through their documented states in time, and their ids alone carry them. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import responseValidators from '../../compiled/response-validators.js';
import { getAt } from '../../src/contract/pointer.js';
import type { TaskFamily } from '../../src/contract/prepared/task-family.js';
import type { PreparedOperation } from '../../src/contract/prepared.js';
import { eventually } from '../eventually.js';
import { createMock, type Mock } from '../mocks.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

/** A clock that the tests move. */
function createClock(start = Date.UTC(2026, 0, 15)) {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
}

async function send(
  mock: Pick<Mock, 'fetch'>,
  operation: PreparedOperation,
  options: { body?: unknown; id?: string; prefer?: string; query?: string } = {},
): Promise<{ status: number; body: any; example: string | null }> {
  const path = operation.path.replace(/\{\w+\}/, encodeURIComponent(options.id ?? ''));
  const response = await mock.fetch(`http://mock${path}${options.query ?? ''}`, {
    method: operation.method,
    headers: { ...headers, ...(options.prefer && { prefer: options.prefer }) },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  });
  return { status: response.status, body: await response.json(), example: response.headers.get('x-mock-example') };
}

const operationOf = (name: string, role: string): PreparedOperation | undefined =>
  contract.operations.find(({ task }) => task?.name === name && task.role === role);

/** Every documented request that starts a job. */
const creations = contract.operations
  .filter(({ task }) => task?.role === 'create')
  .flatMap((operation) =>
    operation.examples
      .filter(({ body }) => getAt(body, (contract.tasks[operation.task?.name ?? ''] as TaskFamily).id.at) !== undefined)
      .map((example) => [`${operation.id} ${example.name}`, operation, example] as const),
  );

describe('every documented job', () => {
  test.each(creations)('%s', async (_, create, example) => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now, taskSeconds: 10 });
    const name = create.task?.name ?? '';
    const family = contract.tasks[name] as TaskFamily;
    const query = operationOf(name, 'query') as PreparedOperation;
    const created = await send(mock, create, { body: example.request.body });
    expect(created.status).toBe(example.status);
    const id = getAt(created.body, family.id.at) as string;

    const seen: string[] = [];
    for (let second = 0; second <= 10; second++) {
      const { status, body, example: shown } = await send(mock, query, { id });
      const state = query.examples.find((candidate) => candidate.name === shown)?.state ?? '';
      if (seen.at(-1) !== state) seen.push(state);
      expect(status).toBe(family.states[state]?.status.query);
      expect(getAt(body, family.id.at)).toBe(id);
      expect(getAt(body, family.state)).toBe(family.states[state]?.value);
      const validate = responseValidators[query.responses[status]?.validator ?? ''];
      expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
      clock.advance(1000);
    }
    const order = seen.map((state) => family.order.indexOf(state));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(seen[0]).toBe(family.initial);
    expect(family.states[seen.at(-1) ?? '']?.outcome).toBe('success');
    expect(seen.length).toBeGreaterThan(1);

    const model = getAt(example.request.body, '/model');
    const { body } = await send(mock, query, { id });
    if (model !== undefined && getAt(body, '/model') !== undefined) expect(getAt(body, '/model')).toBe(model);
  });
});

test('a path may have other parameters than the id of the job', async () => {
  const [name, { id: at, addresses = {}, order }] = Object.entries(contract.tasks).find(([, family]) => family.addresses) as [
    string,
    TaskFamily,
  ];
  const place = { name: 'place', in: 'path', required: true, array: false } as const;
  const operations = contract.operations.map((operation) =>
    operation.task?.name === name
      ? { ...operation, path: `/places/{place}${operation.path}`, parameters: [place, ...operation.parameters] }
      : operation,
  );
  // Prism answers by the description of the package, which has no such path.
  const mock = await createMock({ engine: 'prepared', contract: { ...contract, operations }, taskSeconds: 0 });
  const [create, query] = ['create', 'query'].map((role) => operationOf(name, role) as PreparedOperation);
  const inPlace = (operation: PreparedOperation | undefined): PreparedOperation =>
    ({ ...operation, path: `/places/a b${operation?.path}`.replace(' ', '%20') }) as PreparedOperation;
  const { body } = await send(mock, inPlace(create), { body: create?.examples[0]?.request.body });
  const id = getAt(body, at.at) as string;
  for (const [pointer, operationId] of Object.entries(addresses)) {
    const { path = '', task } = contract.operations.find((operation) => operation.id === operationId) ?? {};
    expect(getAt(body, pointer)).toBe(`http://mock/places/a%20b${path.replace(`{${task?.parameter}}`, id)}`);
  }
  const ended = await send(mock, inPlace(query), { id });
  expect(ended.example).toBe(query?.examples.find(({ state }) => state === order.at(-1))?.name);
});

describe('every way that a job can end', () => {
  const ends = Object.entries(contract.tasks).flatMap(([name, family]) =>
    Object.entries(family.states).flatMap(([state, { outcome }]) => (outcome ? [[name, state, family] as const] : [])),
  );
  test.each(ends)('%s: %s', async (name, state, family) => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now, taskSeconds: 10 });
    const [, create, example] = creations.find(([, operation]) => operation.task?.name === name) ?? [];
    const query = operationOf(name, 'query');
    if (!create || !example || !query) throw new Error(`${name} cannot be created or queried`);
    const { body } = await send(mock, create, { body: example.request.body, prefer: `task=${state}` });
    const id = getAt(body, family.id.at) as string;
    clock.advance(10_000);
    const ended = await send(mock, query, { id });
    expect(getAt(ended.body, family.state)).toBe(family.states[state]?.value);
    // What the documentation says of the failure is said.
    const shown = query.examples.find(({ name }) => name === ended.example);
    if (family.error && getAt(shown?.body, family.error)) expect(getAt(ended.body, family.error)).toBeTruthy();
    const result = operationOf(name, 'result');
    if (result) expect((await send(mock, result, { id })).status).toBe(family.states[state]?.status.result);
  });

  test('a state that the family does not have is refused, with those that it has', async () => {
    const mock = await createMock();
    const [, create, example] = creations[0] ?? [];
    if (!create || !example) throw new Error('nothing to create');
    const { status, body } = await send(mock, create, { body: example.request.body, prefer: 'task=exploded' });
    expect(status).toBe(400);
    const names = Object.keys(contract.tasks[create.task?.name ?? '']?.states ?? {});
    expect(JSON.stringify(body)).toContain('must be one of');
    for (const name of names) expect(JSON.stringify(body)).toContain(name);
  });
});

describe('an id carries its job', () => {
  const [, create, example] = creations.find(([, operation]) => operation.task?.name === 'videos') ?? [];
  const query = operationOf('videos', 'query');
  if (!create || !example || !query) throw new Error('no video job');

  test('over a restart, and to another copy of the mock', async () => {
    const clock = createClock();
    const first = await createMock({ now: clock.now, taskSeconds: 10 });
    const { body } = await send(first, create, {
      body: { ...(example.request.body as object), seconds: '8' },
      prefer: 'task=failed, task-seconds=4',
    });
    await first.close();
    const second = await createMock({ now: clock.now });
    clock.advance(4000);
    const later = await send(second, query, { id: body.id });
    expect(later.body).toMatchObject({ id: body.id, status: 'failed', seconds: '8', error: { code: expect.any(String) } });
  });

  test('an id of nobody is unknown', async () => {
    const mock = await createMock();
    for (const id of ['nothing', 'qvideo-user123-1700000000000000001', 'qvideo-mabc-1700000000000000001']) {
      expect((await send(mock, query, { id })).status).toBe(404);
    }
  });

  test('two jobs never share an id', async () => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now });
    const ids = await Promise.all(
      Array.from({ length: 200 }, async () => (await send(mock, create, { body: example.request.body })).body.id),
    );
    expect(new Set(ids).size).toBe(200);
  });
});

test('an unknown Veo job is a 500 of its dialect, as the gateway has it', async () => {
  const mock = await createMock();
  const query = operationOf('veo', 'query') as PreparedOperation;
  const { status, body } = await send(mock, query, { id: 'chatvideo-1-nobody' });
  expect({ status, body }).toEqual({ status: 500, body: { error: { message: 'record not found', type: 'view_vertex_video_job_failed' } } });
});

test('polls instead of time', async () => {
  const mock = await createMock({ taskPolls: 3 });
  const create = operationOf('seedance', 'create') as PreparedOperation;
  const query = operationOf('seedance', 'query') as PreparedOperation;
  const { body } = await send(mock, create, { body: create.examples[0]?.request.body });
  const states = [];
  for (let poll = 0; poll < 4; poll++) states.push((await send(mock, query, { id: body.id })).body.status);
  expect(states).toEqual(['queued', 'running', 'succeeded', 'succeeded']);
});

describe('files', () => {
  const [create, query, list, remove] = ['create', 'query', 'list', 'delete'].map(
    (role) => operationOf('files', role) as PreparedOperation,
  ) as [PreparedOperation, PreparedOperation, PreparedOperation, PreparedOperation];
  const body = { model: 'gemini-2.5-pro', source_url: 'https://example.com/a.mp4', expires_in: 3600 };

  test('expire when they were told to', async () => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now });
    const file = (await send(mock, create, { body })).body;
    expect(file.expires_at - file.created_at).toBe(3600);
    clock.advance(3000);
    expect((await send(mock, query, { id: file.id })).body).toMatchObject({ status: 'ready', synced_at: expect.any(Number) });
    clock.advance(3600_000);
    expect((await send(mock, query, { id: file.id })).body.status).toBe('expired');
  });

  test('are listed newest first, filtered and in pages', async () => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now });
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      ids.unshift((await send(mock, create, { body })).body.id);
      clock.advance(1000);
    }
    const all = (await send(mock, list)).body;
    expect(all.data.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual(ids);
    const page = (await send(mock, list, { query: '?limit=2' })).body;
    expect(page).toMatchObject({ has_more: true, first_id: ids[0], last_id: ids[1] });
    const next = (await send(mock, list, { query: `?limit=2&after=${page.last_id}` })).body;
    expect(next.data[0].id).toBe(ids[2]);
    expect(
      (await send(mock, list, { query: '?status=pending' })).body.data.every(({ status }: { status: string }) => status === 'pending'),
    ).toBe(true);
  });

  test('are told a page at a time, however many there are', async () => {
    const mock = await createMock();
    for (let index = 0; index < 105; index++) await send(mock, create, { body });
    const { data, has_more, last_id } = (await send(mock, list)).body;
    expect([data.length, has_more]).toEqual([100, true]);
    expect((await send(mock, list, { query: `?limit=5000&after=${last_id}` })).body).toMatchObject({ has_more: false });
  });

  test('are gone once deleted, from the list too', async () => {
    const mock = await createMock();
    const { id } = (await send(mock, create, { body })).body;
    expect((await send(mock, remove, { id })).body).toMatchObject({ id, deleted: true });
    expect((await send(mock, query, { id })).status).toBe(404);
    expect((await send(mock, remove, { id })).status).toBe(404);
    expect(JSON.stringify((await send(mock, list)).body)).not.toContain(id);
  });

  test.each([
    ['made in turn', 1000, undefined],
    ['made in one millisecond', 0, undefined],
    ['made in one millisecond under a seed', 0, 7],
  ])('%s are all read, the newest first, by a reader that deletes each page', async (_, pause, seed) => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now, ...(seed !== undefined && { seed }) });
    const ids: string[] = [];
    for (let index = 0; index < 4; index++) {
      ids.unshift((await send(mock, create, { body })).body.id);
      clock.advance(pause);
    }
    const read: string[] = [];
    for (let after = ''; read.length < 4; after = `&after=${read.at(-1)}`) {
      const { data } = (await send(mock, list, { query: `?limit=2${after}` })).body;
      for (const { id } of data) {
        read.push(id);
        await send(mock, remove, { id });
      }
    }
    expect(read).toEqual(ids);
    expect((await send(mock, list, { query: '?after=nobody' })).body.data).toEqual([]);
  });

  test('of one session are not seen by another', async () => {
    const mock = await createMock();
    const { id } = (await send(mock, create, { body, prefer: 'session=a' })).body;
    expect(JSON.stringify((await send(mock, list, { prefer: 'session=a' })).body)).toContain(id);
    expect(JSON.stringify((await send(mock, list, { prefer: 'session=b' })).body)).not.toContain(id);
    await mock.reset('a');
    expect(JSON.stringify((await send(mock, list, { prefer: 'session=a' })).body)).not.toContain(id);
  });
});

describe('remix', () => {
  const [create, remix, query] = ['create', 'remix', 'query'].map((role) => operationOf('videos', role) as PreparedOperation) as [
    PreparedOperation,
    PreparedOperation,
    PreparedOperation,
  ];

  test('takes model and length from a source that is complete', async () => {
    const clock = createClock();
    const mock = await createMock({ now: clock.now });
    const source = (await send(mock, create, { body: { model: 'sora-2-pro', prompt: 'A cat', seconds: '8', size: '1024x1792' } })).body;
    const early = await send(mock, remix, { id: source.id, body: { prompt: 'At night' } });
    expect(early.status).toBe(400);
    expect(early.body.error.message).toContain('completed');
    clock.advance(2000);
    const { body } = await send(mock, remix, { id: source.id, body: { prompt: 'At night' } });
    expect(body).toMatchObject({ model: 'sora-2-pro', seconds: '8', size: '1024x1792', remixed_from_video_id: source.id });
    expect(body.id).not.toBe(source.id);
    clock.advance(2000);
    expect((await send(mock, query, { id: body.id })).body).toMatchObject({ status: 'completed', remixed_from_video_id: source.id });
  });

  test('of a remix names that remix, and so on', async () => {
    const mock = await createMock({ taskSeconds: 0 });
    let source = (await send(mock, create, { body: { model: 'sora-2-pro', prompt: 'A cat', seconds: '8', size: '1024x1792' } })).body.id;
    for (let generation = 0; generation < 4; generation++) {
      const { body } = await send(mock, remix, { id: source, body: { prompt: 'At night' } });
      expect(body).toMatchObject({ seconds: '8', size: '1024x1792', remixed_from_video_id: source });
      expect((await send(mock, query, { id: body.id })).body).toMatchObject({ status: 'completed', remixed_from_video_id: source });
      source = body.id;
    }
  });

  test('of an unknown source is not found', async () => {
    expect((await send(await createMock(), remix, { id: 'qvideo-nobody-1', body: { prompt: 'At night' } })).status).toBe(404);
  });
});

describe('results are real', () => {
  test('as many as asked for, on this server, with the addresses of the queue', async () => {
    const mock = await createMock({ taskSeconds: 0 });
    const { url } = await mock.listen();
    const create = operationOf('kling-image-o1', 'create') as PreparedOperation;
    const submitted = (await (
      await fetch(url + create.path, {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...(create.examples[0]?.request.body as object), num_images: 3 }),
      })
    ).json()) as any;
    expect(submitted.status_url.startsWith(url)).toBe(true);
    const status = await (await fetch(submitted.status_url, { headers })).json();
    expect(status.status).toBe('COMPLETED');
    const result = (await (await fetch(submitted.response_url, { headers })).json()) as any;
    expect(result.images).toHaveLength(3);
    for (const { url: address } of result.images) {
      const image = await fetch(address);
      expect(image.headers.get('content-type')).toBe('image/png');
      expect(
        Buffer.from(await image.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
    await mock.close();
  });

  test('addresses follow the proxy that the caller used', async () => {
    const mock = await createMock({ taskSeconds: 0 });
    const { url } = await mock.listen();
    const create = operationOf('vidu', 'create') as PreparedOperation;
    const response = await fetch(url + create.path, {
      method: 'POST',
      headers: { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'mock.example' },
      body: JSON.stringify(create.examples[0]?.request.body),
    });
    expect(((await response.json()) as any).status_url).toMatch(/^https:\/\/mock\.example\/queue\//);
    await mock.close();
  });

  test('ranges, HEAD and a range outside of the file', async () => {
    const mock = await createMock();
    const { url } = await mock.listen();
    const address = `${url}/__mock/media/any.mp4`;
    const whole = Buffer.from(await (await fetch(address)).arrayBuffer());
    expect(whole.subarray(4, 8).toString()).toBe('ftyp');
    const part = await fetch(address, { headers: { range: 'bytes=4-7' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 4-7/${whole.length}`);
    expect(await part.text()).toBe('ftyp');
    expect((await fetch(address, { headers: { range: 'bytes=-4' } })).headers.get('content-range')).toBe(
      `bytes ${whole.length - 4}-${whole.length - 1}/${whole.length}`,
    );
    expect((await fetch(address, { headers: { range: 'bytes=999999-' } })).status).toBe(416);
    const head = await fetch(address, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    await mock.close();
  });
});

describe('callbacks', () => {
  let calls: { path: string; body: any; time: number }[] = [];
  let answer = 200;
  const receiver = createServer((request: IncomingMessage, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      calls.push({ path: request.url ?? '', body: JSON.parse(text), time: performance.now() });
      response.writeHead(answer).end();
    });
  });
  let address: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterAll(() => receiver.close());

  const start = async (name: string, callbackUrl: string, options: Parameters<typeof createMock>[0] = {}) => {
    calls = [];
    const mock = await createMock({ taskSeconds: 0.2, ...options });
    const create = operationOf(name, 'create') as PreparedOperation;
    const { body } = await send(mock, create, { body: { ...(create.examples[0]?.request.body as object), callback_url: callbackUrl } });
    return { mock, id: body.id as string };
  };
  /** The calls as the mock tells of them, once it has made as many. */
  const callsOf = (mock: Mock, count: number) =>
    eventually(() => {
      const made = mock.journal().filter(({ callback }) => callback);
      expect(made).toHaveLength(count);
      return made;
    });

  test('veo calls once, at the end, with the answer of the query', async () => {
    answer = 200;
    const { mock, id } = await start('veo', `${address}/veo`);
    const made = await callsOf(mock, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calls).toMatchObject([{ path: '/veo', body: { id, status: 'Completed' } }]);
    expect(made).toMatchObject([{ status: 200, callback: { url: `${address}/veo`, attempt: 1 } }]);
    await mock.close();
  });

  test('seedance calls at every change', async () => {
    answer = 200;
    // The changes are minutes apart, so that no call overtakes another one.
    const { mock } = await start('seedance', `${address}/seedance`, { taskSeconds: 600 });
    for (const count of [1, 2, 3]) {
      if (count > 1) await mock.clock.advance(300_000);
      await callsOf(mock, count);
    }
    expect(calls.map(({ body }) => body.status)).toEqual(['queued', 'running', 'succeeded']);
    await mock.close();
  });

  test('a 4xx ends the tries', async () => {
    answer = 410;
    const { mock } = await start('veo', `${address}/gone`);
    await callsOf(mock, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calls).toHaveLength(1);
    await mock.close();
  });

  test('a 5xx is tried again after the documented time', async () => {
    answer = 503;
    const { mock } = await start('veo', `${address}/busy`, { taskSeconds: 0 });
    const made = await callsOf(mock, 2);
    expect(made.map(({ callback }) => callback?.attempt)).toEqual([1, 2]);
    const [first, second] = calls;
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(1990);
    await mock.close();
  });

  test('another machine is not called', async () => {
    const { mock } = await start('veo', 'http://192.0.2.1/hook', { taskSeconds: 0 });
    const [made] = await callsOf(mock, 1);
    expect(made?.callback?.error).toContain('loopback');
    await mock.close();
  });
});

/** One documented creation of each family. */
const families = Object.keys(contract.tasks).map(
  (name) => [name, creations.find(([, { task }]) => task?.name === name) as (typeof creations)[number]] as const,
);

test.each(families)('a job of %s is unknown to all other families, in their own words', async (name, [, create, { request }]) => {
  const mock = await createMock({ taskSeconds: 0 });
  const id = String(getAt((await send(mock, create, { body: request.body })).body, contract.tasks[name]?.id.at ?? ''));
  for (const operation of contract.operations) {
    const { task } = operation;
    if (!task?.parameter) continue;
    const body = operation.examples[0]?.request.body;
    const ask = (jobId: string) => send(mock, operation, { id: jobId, ...(body !== undefined && { body }) });
    const { status, body: answer } = await ask(id);
    const outcome = `${operation.id} ${status}`;
    if (task.name === name) expect(status, outcome).toBeLessThan(300);
    else {
      expect(status, outcome).toBe(contract.tasks[task.name]?.unknown.status);
      const validate = responseValidators[operation.responses[status]?.validator ?? ''];
      expect(validate?.(answer), outcome).toBe(true);
      // As any text that is the id of nothing.
      expect(JSON.stringify(answer).replaceAll(id, 'nothing')).toBe(JSON.stringify((await ask('nothing')).body));
    }
  }
});

describe('what the request leaves out', () => {
  const seedance = { model: 'bytedance/doubao-seedance-2-0-260128', content: [{ type: 'text', text: 'A cat' }] };

  async function lifeOf(name: string, body: object): Promise<{ created: any; queried: any }> {
    const mock = await createMock({ taskSeconds: 0 });
    const create = contract.operations.find(({ task }) => task?.name === name && task.role === 'create') as PreparedOperation;
    const { body: created } = await send(mock, create, { body });
    const id = getAt(created, contract.tasks[name]?.id.at ?? '') as string;
    return { created, queried: (await send(mock, operationOf(name, 'query') as PreparedOperation, { id })).body };
  }

  const video = (model: string, more: object = {}) => ({ model, prompt: 'A cat', ...more });
  const picture = { input_reference: 'https://example.com/cat.png' };

  test.each<[what: string, family: string, body: object, wanted: object]>([
    ['the default mode', 'videos', video('kling-v2-5-turbo'), { mode: 'std', size: '1920x1080', seconds: '5' }],
    ['the default mode, with another size', 'videos', video('kling-v2-5-turbo', { size: '720x720' }), { mode: 'std', size: '720x720' }],
    ['the mode as asked for', 'videos', video('kling-v2-6', { mode: 'pro' }), { mode: 'pro', seconds: '5' }],
    ['the default mode of another model', 'videos', video('kling-v2-6'), { mode: 'std', seconds: '5' }],
    ['a default size', 'videos', video('kling-v2-1', picture), { mode: 'std', size: '1920x1080' }],
    ['the default size of a model whose page has another', 'videos', video('sora-2-pro'), { size: '1280x720', seconds: '4' }],
    ['what no source gives a default, as it was seen', 'videos', video('kling-v3'), { mode: 'std', seconds: '5' }],
    ['a length', 'seedance', { ...seedance, duration: 8 }, { duration: 8, resolution: '720p', generate_audio: true }],
    ['a seed', 'seedance', { ...seedance, seed: 42, execution_expires_after: 7200 }, { seed: 42, execution_expires_after: 7200 }],
    ['a choice of the server', 'seedance', { ...seedance, seed: -1, ratio: 'adaptive' }, { seed: 12345, ratio: '16:9' }],
  ])('%s', async (_, family, body, wanted) => {
    const { created, queried } = await lifeOf(family, body);
    expect(queried).toMatchObject(wanted);
    // Of what both tell, both tell the same.
    for (const name of Object.keys(contract.tasks[family]?.echo ?? {}).map((pointer) => pointer.slice(1))) {
      if (created[name] !== undefined) expect([name, created[name]]).toEqual([name, queried[name]]);
    }
  });

  test.each([
    ['kling-v2-6', 'size'],
    ['kling-v3', 'size'],
    ['kling-v3-omni', 'size'],
    ['sora-2', 'mode'],
  ])('%s: %s, which has no default, is in no answer', async (model, name) => {
    const { created, queried } = await lifeOf('videos', video(model));
    expect([created[name], queried[name]]).toEqual([undefined, undefined]);
  });

  test('what a page does not show is in the answers of those who ask for it', async () => {
    const { created, queried } = await lifeOf('videos', video('kling-v2-6', { size: '1280x720' }));
    expect([created.size, queried.size]).toEqual(['1280x720', '1280x720']);
  });

  test('a creation that answers an id alone goes on doing so', async () => {
    const { created } = await lifeOf('seedance', { ...seedance, duration: 8 });
    expect(Object.keys(created)).toEqual(['id']);
  });

  test('a value that is too long for an id is not taken for one that was left out', async () => {
    const mock = await createMock({ taskSeconds: 0 });
    const create = operationOf('files', 'create') as PreparedOperation;
    const body = { ...(create.examples[0]?.request.body as object), model: `gemini-${'x'.repeat(200)}` };
    const { id } = (await send(mock, create, { body })).body;
    expect((await send(mock, operationOf('files', 'query') as PreparedOperation, { id })).body.model).toEqual(expect.any(String));
  });
});
