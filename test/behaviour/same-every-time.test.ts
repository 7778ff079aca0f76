/** Under a seed and a clock that stands, two runs of the same calls are equal. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import type { CreateMockOptions } from '../../src/mock/index.js';
import { memoryStore } from '../../src/mock/store/store.js';
import { createMock, type Mock } from '../mocks.js';

const now = Date.UTC(2026, 0, 15, 12);
const fixed: CreateMockOptions = { seed: 7, now: () => now, eventsPerSecond: 1e6, taskPolls: 2 };

interface Request {
  method: string;
  path: string;
  body?: unknown;
  prefer?: string;
}

const documented = ({ method, path }: PreparedOperation, { request }: PreparedExample): Request => {
  const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)]));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
  return { method, path: query.size > 0 ? `${filled}?${query}` : filled, ...(request.body !== undefined && { body: request.body }) };
};

/** One call, and all that is seen of its response; the values in it that look like ids are followed up by `pick`. */
async function call(mock: Mock, session: string, { method, path, body, prefer }: Request) {
  const response = await mock.fetch(`http://mock${path}`, {
    method,
    headers: {
      authorization: 'Bearer any',
      'content-type': 'application/json',
      prefer: [`session=${session}`, prefer].filter(Boolean).join(', '),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: [...response.headers], text: await response.text() };
}

const allOf = async (mock: Mock, requests: readonly Request[], session = 'one') => {
  const seen: unknown[] = [];
  for (const request of requests) seen.push(await call(mock, session, request));
  return seen;
};

/** Each operation as it is documented, once whole and once as a stream where it has both. */
const everyOperation = contract.operations.flatMap((operation) => {
  const kinds = [operation.examples.find(({ events }) => !events), operation.examples.find(({ events }) => events)];
  return kinds.flatMap((example) => (example ? [documented(operation, example)] : []));
});

/** Documented requests in other words, so that no documented answer fits and one is made up. */
const inOtherWords = contract.operations.flatMap((operation) =>
  operation.protocol === undefined
    ? []
    : operation.examples.map((example, index) => {
        const text = JSON.stringify(example.request.body).replace(/"(text|content)":"[^"]*"/g, '"$1":"What is new?"');
        return { index, request: { ...documented(operation, example), body: JSON.parse(text) as Record<string, unknown> } };
      }),
);
const madeUp = inOtherWords.flatMap(({ index, request }) => (index < 4 ? [request] : []));

const refused: Request[] = everyOperation.flatMap((request) => [
  { ...request, prefer: 'code=429' },
  { ...request, prefer: 'code=500' },
  ...(request.body === undefined ? [] : [{ ...request, body: {} }]),
  { ...request, path: '/none' },
]);

describe('two runs of the same calls are equal, byte for byte:', () => {
  test.each<[what: string, requests: readonly Request[], options?: CreateMockOptions]>([
    ['what is documented', everyOperation],
    ['what is made up', madeUp],
    ['what is refused', refused],
    ['errors by chance', everyOperation, { errorRate: 0.5 }],
  ])('%s', async (_, requests, options = {}) => {
    expect(requests.length).toBeGreaterThan(10);
    const [first, second] = [await createMock({ ...fixed, ...options }), await createMock({ ...fixed, ...options })];
    const seen = await allOf(first, requests);
    expect(await allOf(second, requests)).toEqual(seen);
    expect(await allOf(await createMock({ ...fixed, ...options, seed: 8 }), requests)).not.toEqual(seen);
  });

  const answers = [
    {
      text: 'I look.',
      toolCalls: [
        { name: 'look', arguments: {} },
        { name: 'hear', arguments: {} },
      ],
    },
  ];
  const look = { name: 'look', when: {}, answers };

  test('what a scenario answers', async () => {
    const options = { ...fixed, scenarios: look };
    const seen = await allOf(await createMock(options), madeUp);
    expect(await allOf(await createMock(options), madeUp)).toEqual(seen);
  });

  // What was built for one is kept for the next.
  test.each<[what: string, options: CreateMockOptions]>([
    ['what is made up', {}],
    ['what a scenario answers', { scenarios: look }],
    ['what a scenario says', { scenarios: { name: 'say', when: {}, answers: [{ reasoning: 'Hm. So.', text: 'I say "it" \\u0001.' }] } }],
  ])('%s, whether others asked for it before or not', async (_, options) => {
    const inForms = inOtherWords.map(({ index, request: { body, ...request } }) => {
      const forms = [
        {},
        { n: 2, max_tokens: 5 },
        { stream: body.stream !== true },
        { stream: true, stream_options: { include_usage: false, include_obfuscation: false } },
      ];
      return { ...request, body: { ...body, ...forms[index % forms.length] } };
    });
    const [fresh, used] = [await createMock({ ...fixed, ...options }), await createMock({ ...fixed, ...options })];
    const seen: unknown[] = [];
    for (const request of inForms) {
      for (const session of ['two', 'three'])
        for (const asked of [{ n: 2 }, { n: 1 }, {}]) await call(used, session, { ...request, body: { ...request.body, ...asked } });
      seen.push(await call(used, 'one', request));
    }
    expect(seen).toEqual(await allOf(fresh, inForms));
  });

  test('what Prism makes up, where no seed is preferred', async () => {
    const requests = everyOperation.slice(0, 5).map((request) => ({ ...request, prefer: 'dynamic=true' }));
    const seen = await allOf(await createMock(fixed), requests);
    expect(await allOf(await createMock(fixed), requests)).toEqual(seen);
  });

  test('jobs that are held', async () => {
    const create = contract.operations.find(({ task }) => task?.role === 'create') as PreparedOperation;
    const mock = await createMock(fixed);
    const run = async () => {
      mock.hold(create.id);
      return call(mock, 'one', documented(create, create.examples[0] as PreparedExample));
    };
    const seen = await run();
    expect(await run()).not.toEqual(seen);
    await mock.reset();
    expect(await run()).toEqual(seen);
  });

  test('the ids of what is made again differ', async () => {
    const mock = await createMock(fixed);
    for (const request of everyOperation.filter(({ method, path }) => method === 'POST' && !path.includes('/none'))) {
      const texts = await allOf(
        mock,
        Array.from({ length: 20 }, () => request),
      );
      expect(new Set(texts.map((seen) => JSON.stringify(seen))).size).toBe(20);
    }
  });

  test('jobs, which are created, asked for, listed and deleted', async () => {
    const families = Object.keys(contract.tasks).map((name) => contract.operations.filter(({ task }) => task?.name === name));
    const lives = async (mock: Mock) => {
      const seen: unknown[] = [];
      for (const operations of families) {
        const create = operations.find(({ task }) => task?.role === 'create');
        if (!create) continue;
        const created = await call(mock, 'one', documented(create, create.examples[0] as PreparedExample));
        seen.push(created);
        const id = idIn(JSON.parse(created.text), contract.tasks[create.task?.name ?? '']?.id.at ?? '');
        for (const role of ['query', 'query', 'query', 'result', 'list', 'delete', 'query'] as const) {
          const operation = operations.find(({ task }) => task?.role === role);
          const [example] = operation?.examples ?? [];
          if (!operation || !example) continue;
          const path = { ...example.request.path, ...(operation.task?.parameter !== undefined && { [operation.task.parameter]: id }) };
          seen.push(await call(mock, 'one', documented(operation, { ...example, request: { ...example.request, path } })));
        }
      }
      return seen;
    };
    const seen = await lives(await createMock(fixed));
    expect(seen.length).toBeGreaterThan(20);
    expect(await lives(await createMock(fixed))).toEqual(seen);
  });
});

const idIn = (body: unknown, pointer: string): string =>
  String(
    pointer
      .split('/')
      .slice(1)
      .reduce((value, name) => (value as Record<string, unknown>)[name], body),
  );

describe('sessions', () => {
  const requests = everyOperation.filter(({ method }) => method === 'POST').slice(0, 12);

  test('see the same, however their requests come between those of others', async () => {
    const alone = await createMock({ ...fixed, errorRate: 0.2 });
    const [one, two] = [await allOf(alone, requests, 'one'), await allOf(alone, requests, 'two')];
    expect(one).not.toEqual(two);
    const mixed = await createMock({ ...fixed, errorRate: 0.2 });
    const seen: Record<string, unknown[]> = { one: [], two: [] };
    for (const request of requests) for (const session of ['two', 'one']) seen[session]?.push(await call(mixed, session, request));
    expect(seen).toEqual({ one, two });
    const atOnce = await createMock({ ...fixed, errorRate: 0.2 });
    const [oneAtOnce, twoAtOnce] = await Promise.all(
      ['one', 'two'].map((session) => Promise.all(requests.map((request) => call(atOnce, session, request)))),
    );
    expect({ one: oneAtOnce, two: twoAtOnce }).toEqual({ one, two });
  });

  test('begin anew with a reset: all of them, or the one that is named', async () => {
    const mock = await createMock(fixed);
    const run = async () => ({ one: await allOf(mock, requests, 'one'), two: await allOf(mock, requests, 'two') });
    const first = await run();
    const further = await run();
    expect(further.one).not.toEqual(first.one);
    await mock.reset();
    expect(await run()).toEqual(first);
    await mock.reset('one');
    expect(await run()).toEqual({ one: first.one, two: further.two });
  });
});

test('copies that share a store count the requests of a session together', async () => {
  const alone = await createMock(fixed);
  const requests = Array.from({ length: 6 }, () => everyOperation.find(({ method }) => method === 'POST') as Request);
  const seen = await allOf(alone, requests);
  const store = memoryStore();
  const copies = [await createMock({ ...fixed, store }), await createMock({ ...fixed, store })];
  const both: unknown[] = [];
  for (const [index, request] of requests.entries()) both.push(await call(copies[index % 2] as Mock, 'one', request));
  expect(both).toEqual(seen);
});

test('the journal tells the operation of a request that is under way', async () => {
  const mock = await createMock(fixed);
  const [create] = contract.operations.filter(({ method, task }) => method === 'POST' && !task) as [PreparedOperation];
  await call(mock, 'one', documented(create, create.examples[0] as PreparedExample));
  const held = mock.hold(create.id);
  const response = call(mock, 'one', documented(create, create.examples[0] as PreparedExample));
  await held.request;
  expect(mock.journal().map(({ operation, open }) => ({ operation, open }))).toMatchObject([
    { operation: create.id },
    { operation: create.id, open: true },
  ]);
  held.answer();
  await response;
});

test('without a seed runs differ', async () => {
  const { seed: _, ...unseeded } = fixed;
  const [request] = madeUp as [Request];
  const [first, second] = [await createMock(unseeded), await createMock(unseeded)];
  expect(await call(first, 'one', request)).not.toEqual(await call(second, 'one', request));
});
