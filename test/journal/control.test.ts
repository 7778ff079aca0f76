import { beforeEach, describe, expect, test, vi } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { type HttpBody, isStream } from '../../src/http/message.js';
import { controlRoutes } from '../../src/journal/control.js';
import { Coverage } from '../../src/journal/coverage.js';
import { Journal } from '../../src/journal/journal.js';

const journal = new Journal(10, { headers: new Set(), query: new Set(), members: new Set(), words: new Set(), met: new Map() });
const coverage = new Coverage(contract);
const wholeText = async (body: HttpBody): Promise<string> => {
  if (!isStream(body)) return String(body);
  let text = '';
  for await (const piece of body) text += piece;
  return text;
};
const routes = controlRoutes(journal, coverage, () => ({ uptime: 1 }));
const call = async (method: string, name: string, query = '') => {
  const answer = await routes.get(name)?.get(method)?.({ query: new URLSearchParams(query), text: async () => '' });
  return answer && { status: answer.status, body: answer.body === null ? null : JSON.parse(await wholeText(answer.body)) };
};

beforeEach(() => {
  journal.clear();
  for (const [session, operation, status, more] of [
    ['one', 'listModels', 200, { scenario: 'refund' }],
    ['two', 'getFile', 404, { requestText: '{"messages":[{"role":"user","content":"Hi"}]}' }],
  ] as const) {
    const rest = { mediaType: 'application/json', violations: [], warnings: [], duration: 0, requestHeaders: {} };
    journal.add({ time: 0, session, method: 'GET', path: '/', query: '', operation, status, ...rest, ...more });
  }
});

describe('GET requests', () => {
  test.each([
    ['', ['one', 'two']],
    ['operation=getFile', ['two']],
    ['status=200', ['one']],
    ['session=two', ['two']],
    ['session=two&status=200', []],
    ['scenario=refund', ['one']],
    [`body=${encodeURIComponent('{"messages":[{"role":"user"}]}')}`, ['two']],
    [`body=${encodeURIComponent('{"messages":[]}')}`, []],
  ])('%j', async (query, sessions) => {
    const told = await call('GET', 'requests', query);
    expect(told?.body.map(({ session }: { session: string }) => session)).toEqual(sessions);
  });
});

describe('whoever looks over and over asks for less:', () => {
  test.each([
    ['limit=1', ['two']],
    ['limit=5', ['one', 'two']],
    ['limit=1&session=one', ['one']],
    [`limit=1&body=${encodeURIComponent('{"messages":[]}')}`, []],
    ['limit=1&brief=true', ['two']],
  ])('%s', async (query, sessions) => {
    const told = await call('GET', 'requests', query);
    expect(told?.body.map(({ session }: { session: string }) => session)).toEqual(sessions);
  });

  test('briefly, without headers and bodies; then one in full', async () => {
    const [, brief] = (await call('GET', 'requests', 'brief=true'))?.body ?? [];
    expect(brief).toMatchObject({ method: 'GET', operation: 'getFile', status: 404, warnings: [] });
    expect(brief).not.toHaveProperty('requestBody');
    expect(brief).not.toHaveProperty('requestHeaders');
    expect((await call('GET', 'requests', `id=${brief.id}`))?.body).toEqual(journal.list({ session: 'two' }));
    expect((await call('GET', 'requests', 'id=999999'))?.body).toEqual([]);
  });

  test('a brief look reads no bodies', async () => {
    const read = vi.spyOn(JSON, 'parse');
    expect(await routes.get('requests')?.get('GET')?.({ query: new URLSearchParams('brief=true'), text: async () => '' })).toHaveProperty(
      'status',
      200,
    );
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  test.each([
    ['limit=0', 'journal: limit must be a whole number above 0, got "0"'],
    ['id=1.5', 'journal: id must be a whole number above 0, got "1.5"'],
    ['brief=', 'journal: brief must be true or false, got ""'],
    ['brief=constructor', 'journal: brief must be true or false, got "constructor"'],
  ])('not %s', async (query, message) => {
    expect(await call('GET', 'requests', query)).toEqual({ status: 400, body: { message } });
  });
});

describe('a filter that is none is refused, with what would be one:', () => {
  test.each([
    ['status=many', 'journal: status must be a whole number from 0 to 599, got "many"'],
    ['operation=listModel', 'journal: no operation listModel in the contract; did you mean listModels?'],
    ['sesion=one', 'journal: there is no filter sesion; did you mean session?'],
    ['body=hello', 'journal: body must be a JSON object, got "hello"'],
    ['body=[1]', 'journal: body must be a JSON object, got [1]'],
  ])('%s', async (query, message) => {
    expect(await call('GET', 'requests', query)).toEqual({ status: 400, body: { message } });
  });
});

describe('DELETE requests', () => {
  test.each([
    ['', []],
    ['session=two', ['one']],
  ])('%j', async (query, sessions) => {
    expect(await call('DELETE', 'requests', query)).toEqual({ status: 204, body: null });
    expect(journal.list().map(({ session }) => session)).toEqual(sessions);
  });
});

test('health has the name of the contract, and what the server adds', async () => {
  const { title, version, hash } = contract;
  expect(await call('GET', 'health')).toEqual({ status: 200, body: { status: 'ok', title, version, hash, uptime: 1 } });
});

test('coverage is that of now', async () => {
  const hit = async () => (await call('GET', 'coverage'))?.body.operations.hit;
  expect(await hit()).toBe(0);
  coverage.hit('listModels', 200, 'application/json', undefined);
  expect(await hit()).toBe(1);
});

test.each([
  ['POST', 'health'],
  ['GET', 'constructor'],
])('there is no %s %s', async (method, name) => {
  expect(await call(method, name)).toBeUndefined();
});
