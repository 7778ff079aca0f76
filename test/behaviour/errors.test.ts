/** What every error answer has, whatever it was asked for by: the ids of the request, a time to wait, a documented body. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { dialectOf } from '../../src/contract/errors/dialect.js';
import { ownedHeader } from '../../src/contract/headers/owned.js';
import { getAt, setAt } from '../../src/contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { createMock, type Mock } from '../mocks.js';

const mock = await createMock();

/** The first documented request of each dialect that an operation speaks. */
const cases = contract.operations.flatMap((operation) => {
  const spoken = new Map<string, PreparedExample>();
  for (const example of operation.examples) {
    const dialect = dialectOf(operation, example.request.body);
    if (!spoken.has(dialect)) spoken.set(dialect, example);
  }
  return [...spoken].map(([dialect, example]) => ({ operation, dialect, example, name: `${operation.id}, ${dialect}` }));
});

interface ErrorAnswer {
  status: number;
  headers: Headers;
  body: any;
}

async function call(path: string, init: RequestInit = {}, on: Mock = mock): Promise<ErrorAnswer> {
  const headers = { authorization: 'any', 'content-type': 'application/json', ...(init.headers as object) };
  const response = await on.fetch(`http://mock${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function send(
  operation: PreparedOperation,
  { request }: PreparedExample,
  headers: Record<string, string>,
  on?: Mock,
): Promise<ErrorAnswer> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  return call(path, { method: operation.method, headers, ...body }, on);
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers });

const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };
const message = { ...chat, max_tokens: 10 };

/** Headers that ask for a status. */
const waysTo = (status: number): Record<string, string>[] => [{ authorization: `sk-mock-${status}` }, { prefer: `code=${status}` }];

/** The headers with an id that the answers of an operation have, successful or not. */
const idHeaders = (operation: PreparedOperation) =>
  Object.keys(contract.ownedHeaders).filter(
    (name) =>
      Object.values(operation.responses).some(({ headers }) => name in headers) &&
      ownedHeader(contract, name, operation, 'application/json') !== undefined,
  );

describe('ids', () => {
  test.each(cases)('$name: one fresh id in the headers of its answers, and in the body where it has a place', async (entry) => {
    const { operation, dialect, example } = entry;
    const seen = new Set<string>();
    for (const headers of [...waysTo(429), ...waysTo(529)]) {
      const answer = await send(operation, example, headers);
      const names = idHeaders(operation);
      const ids = new Set(names.map((name) => answer.headers.get(name)));
      expect(names).not.toEqual([]);
      expect([...ids]).toEqual([expect.stringMatching(/^\S{32,}$/)]);
      const { requestId } = contract.dialects[dialect] ?? {};
      if (requestId !== undefined) expect(ids).toContain(getAt(answer.body, requestId));
      for (const id of ids) seen.add(String(id));
    }
    expect(seen.size).toBe(4);
  });

  test.each<[string, () => Promise<ErrorAnswer>]>([
    ['a body that breaks the contract', () => post('/v1/messages', { ...message, max_tokens: 'many' })],
    ['a body that is no JSON', () => post('/v1/messages', '{bad')],
    ['a wrong content type', () => post('/v1/messages', 'Hi', { 'content-type': 'text/plain' })],
    ['no key', () => post('/v1/messages', message, { authorization: '' })],
    ['a wish that makes no sense', () => post('/v1/messages', message, { prefer: 'code=abc' })],
    ['an example that does not exist', () => post('/v1/messages', message, { prefer: 'code=429, example=nothing' })],
    ['a method that does not exist', () => call('/v1/messages', { method: 'PATCH' })],
    ['a path that does not exist', () => post('/v1/messages/nowhere', message)],
  ])('%s', async (_, ask) => {
    const [first, second] = [await ask(), await ask()];
    expect(first.status).toBeGreaterThanOrEqual(400);
    expect(first.body.request_id).toMatch(/^chatptmsg-[0-9a-f]{32}$/);
    expect([first.headers.get('x-request-id'), first.headers.get('http_x_reqid')]).toEqual([first.body.request_id, first.body.request_id]);
    expect(second.body.request_id).not.toBe(first.body.request_id);
  });

  test('are those of the operation’s answers', async () => {
    const { headers } = await post('/v1/chat/completions', chat, { prefer: 'code=500' });
    expect(headers.get('http_x_reqid')).toMatch(/^chatcmpl-[0-9a-f]{32}$/);
  });

  test('come with a path that is like none', async () => {
    const { status, headers } = await call('/nowhere');
    expect(status).toBe(404);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('come with an error by chance', async () => {
    const failing = await createMock({ errorRate: 1, seed: 1 });
    const response = await failing.fetch('http://mock/v1/messages', {
      method: 'POST',
      headers: { authorization: 'any', 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    expect(response.status).toBeGreaterThanOrEqual(429);
    expect(response.headers.get('x-request-id')).toBe(((await response.json()) as any).request_id);
  });

  test('of a job in an error stay those of the job', async () => {
    const operation = contract.operations.find(({ id }) => id === 'getViduRequestResult') as PreparedOperation;
    const example = operation.examples.find(({ status }) => status === 400) as PreparedExample;
    const answer = await send(operation, example, {});
    expect(answer.body).toEqual(example.body);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a status that is asked for', () => {
  const statuses = [400, 401, 402, 403, 404, 405, 408, 413, 415, 429, 500, 502, 503, 504, 409, 422, 424, 451, 498, 529];

  test.each(cases)('$name: has the same body however it is asked for, the general one', async ({ operation, dialect, example }) => {
    for (const status of statuses) {
      const [byKey, byPreference] = await Promise.all(waysTo(status).map((headers) => send(operation, example, headers)));
      const { requestId = '' } = contract.dialects[dialect] ?? {};
      const bodyOf = (answer: ErrorAnswer | undefined) => {
        const body = structuredClone(answer?.body);
        if (getAt(body, requestId) !== undefined) setAt(body, requestId, '');
        return body;
      };
      expect([status, bodyOf(byPreference)]).toEqual([status, bodyOf(byKey)]);
      const [general] = contract.errors[dialect]?.[status] ?? [];
      if (!general) continue;
      expect(general.when).toBeUndefined();
      const asked = (example.request.body as { model?: string } | undefined)?.model;
      const words = JSON.stringify(general.body);
      const body = JSON.parse(asked ? words.replaceAll(general.model ?? asked, asked) : words);
      expect([status, bodyOf(byKey)]).toEqual([status, bodyOf({ ...(byKey as ErrorAnswer), body })]);
      expect(byPreference?.headers.get('x-mock-example')).toBe(general.name);
    }
  });

  test.each([
    ['openai-400-unknown-model', 400, 'no available channels'],
    ['openai-401-missing-header', 401, 'authorization header missing'],
    ['openai-404-unknown-job', 404, 'task not found'],
    ['openai-500-unsupported-protocol', 500, 'not implemented'],
  ])('has the special case %s by name', async (name, status, words) => {
    const answer = await post('/v1/chat/completions', chat, { prefer: `code=${status}, example=${name}` });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(words)]);
  });
});

describe('an error whose documented body speaks of a model', () => {
  const speaking = Object.entries(contract.errors).flatMap(([dialect, statuses]) =>
    Object.entries(statuses).flatMap(([status, errors]) =>
      errors.flatMap(({ name, model }) => (model === undefined ? [] : [[name, { dialect, status, model }] as const])),
    ),
  );

  const about = (model: string, { example }: (typeof cases)[number]): PreparedExample => ({
    ...example,
    request: { ...example.request, body: { ...(example.request.body as object), model } },
  });

  /** An operation that takes any model: another refuses one before it is heard which answer is wanted. */
  async function takingAnyModel(dialect: string, status: number): Promise<(typeof cases)[number]> {
    const speaking = cases.filter(({ operation, ...one }) => one.dialect === dialect && operation.body && operation.responses[status]);
    for (const one of speaking) {
      const { status: taken } = await send(one.operation, about('another', one), {});
      if (taken < 300) return one;
    }
    throw new Error(`no operation of ${dialect} takes any model`);
  }

  test.each(speaking)('%s: speaks of that of the request', async (name, { dialect, status, model: documented }) => {
    const one = await takingAnyModel(dialect, Number(status));
    for (const model of ['another', 'with "quotes" and $& \u001b', 'x'.repeat(500)]) {
      const answer = await send(one.operation, about(model, one), { prefer: `code=${status}, example=${name}` });
      expect(answer.status).toBe(Number(status));
      const said = JSON.stringify(answer.body);
      expect(said).toContain(JSON.stringify(model.slice(0, 200)).slice(1, -1));
      expect(said).not.toContain(documented);
      expect(said.length).toBeLessThan(600);
    }
  });
});

describe('a status without a documented body', () => {
  const contents = { contents: [{ parts: [{ text: 'Hi' }] }] };
  const gemini = '/bypass/vertex/v1/models/any:generateContent';

  test.each<[status: number, messages: string, chat: string, gemini: string]>([
    [409, 'invalid_request_error', 'invalid_request_error', 'INVALID_ARGUMENT'],
    [422, 'invalid_request_error', 'invalid_request_error', 'INVALID_ARGUMENT'],
    [424, 'invalid_request_error', 'invalid_request_error', 'INVALID_ARGUMENT'],
    [451, 'invalid_request_error', 'invalid_request_error', 'INVALID_ARGUMENT'],
    [498, 'invalid_request_error', 'invalid_request_error', 'INVALID_ARGUMENT'],
    [501, 'api_error', 'api_error', 'INTERNAL'],
    [529, 'overloaded_error', 'api_error', 'INTERNAL'],
  ])('%i has the type that stands for it in the dialect, and no words of another status', async (status, ...types) => {
    for (const headers of waysTo(status)) {
      const answers = [
        await post('/v1/messages', message, headers),
        await post('/v1/chat/completions', chat, headers),
        await post(gemini, contents, headers),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
      expect(answers.map(({ body: { error } }) => error.status ?? error.type)).toEqual(types);
      for (const { body } of answers) expect(body.error.message).toBe(`status ${status}, as it was asked for`);
    }
  });

  test('tells the status itself where the dialect has it in the body', async () => {
    const { status, body } = await post(
      '/bypass/vertex/v1/models/any:generateContent',
      { contents: [{ parts: [{ text: 'Hi' }] }] },
      {
        prefer: 'code=529',
      },
    );
    expect([status, body.error.code]).toEqual([529, 529]);
  });

  test('has no examples', async () => {
    const { status, body } = await post('/v1/chat/completions', chat, { prefer: 'code=529, example=nothing' });
    expect([status, body.error.message]).toEqual([404, 'Prefer: example cannot be one of 529, which has none, got nothing']);
  });
});

describe('Retry-After', () => {
  const failing = { 429: 0, 503: 0 };

  test.each(cases)('$name: comes with 429 and 503 however asked for', async ({ operation, example }) => {
    for (const status of [429, 503]) {
      for (const headers of waysTo(status)) {
        const answer = await send(operation, example, headers);
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '1']);
      }
    }
    const faulty = await createMock({ errorRate: 1, seed: 3 });
    for (let index = 0; index < 20; index++) {
      const { status, headers } = await send(operation, example, {}, faulty);
      const waits = status === 429 || status === 503;
      expect([status, headers.get('retry-after')]).toEqual([status, waits ? '1' : null]);
      if (waits) failing[status]++;
    }
  });

  test('did come by chance', () => {
    expect(failing[429]).toBeGreaterThan(50);
    expect(failing[503]).toBeGreaterThan(50);
  });

  test('comes with no other status', async () => {
    const answer = await post('/v1/chat/completions', chat, { prefer: 'code=500' });
    expect(answer.headers.get('retry-after')).toBeNull();
  });
});
