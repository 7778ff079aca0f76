import { beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { controlRoutes } from '../../src/journal/control.js';
import { Coverage } from '../../src/journal/coverage.js';
import { Journal } from '../../src/journal/journal.js';

const journal = new Journal(10, { headers: new Set(), query: new Set(), words: new Set() });
const coverage = new Coverage(contract);
const routes = controlRoutes(journal, coverage, () => ({ uptime: 1 }));
const call = async (method: string, name: string, query = '') => {
  const answer = await routes.get(name)?.get(method)?.({ query: new URLSearchParams(query), text: async () => '' });
  return answer && { status: answer.status, body: answer.body === null ? null : JSON.parse(answer.body as string) };
};

beforeEach(() => {
  journal.clear();
  for (const [session, operation, status] of [
    ['one', 'listModels', 200],
    ['two', 'getFile', 404],
  ] as const) {
    const rest = { mediaType: 'application/json', violations: [], warnings: [], duration: 0, requestHeaders: {} };
    journal.add({ time: 0, session, method: 'GET', path: '/', query: '', operation, status, ...rest });
  }
});

describe('GET requests', () => {
  test.each([
    ['', ['one', 'two']],
    ['operation=getFile', ['two']],
    ['status=200', ['one']],
    ['session=two', ['two']],
    ['session=two&status=200', []],
    ['status=many', []],
  ])('%j', async (query, sessions) => {
    const told = await call('GET', 'requests', query);
    expect(told?.body.map(({ session }: { session: string }) => session)).toEqual(sessions);
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
