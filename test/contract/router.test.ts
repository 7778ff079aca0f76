import { describe, expect, test } from 'vitest';
import { Router, withLongestPrefix } from '../../src/contract/router.js';

const routes = [
  { method: 'POST', path: '/jobs' },
  { method: 'GET', path: '/jobs/{id}' },
  { method: 'POST', path: '/jobs/special' },
  { method: 'GET', path: '/jobs/special/{id}' },
  { method: 'POST', path: '/jobs/{id}/again' },
  { method: 'POST', path: '/models/{model}:run' },
  { method: 'POST', path: '/models/{model}:runAll' },
];
const router = new Router(routes);
const found = (method: string, path: string) => {
  const match = router.match(method, path);
  return match.kind === 'operation' ? [match.operation.path, match.params] : match;
};

describe('Router', () => {
  test.each([
    ['POST', '/jobs', '/jobs', {}],
    ['GET', '/jobs/7', '/jobs/{id}', { id: '7' }],
    ['POST', '/jobs/special', '/jobs/special', {}],
    ['GET', '/jobs/special', '/jobs/{id}', { id: 'special' }],
    ['GET', '/jobs/special/7', '/jobs/special/{id}', { id: '7' }],
    ['POST', '/jobs/special/again', '/jobs/{id}/again', { id: 'special' }],
    ['HEAD', '/jobs/7', '/jobs/{id}', { id: '7' }],
    ['POST', '/models/a:run', '/models/{model}:run', { model: 'a' }],
    ['POST', '/models/a/b:run', '/models/{model}:run', { model: 'a/b' }],
    ['POST', '/models/a%2Fb:run', '/models/{model}:run', { model: 'a/b' }],
    ['POST', '/models/a%3Arun', '/models/{model}:run', { model: 'a' }],
    ['POST', '/models/a:runAll', '/models/{model}:runAll', { model: 'a' }],
    ['GET', '/jobs/%E0%A4%A', '/jobs/{id}', { id: '%E0%A4%A' }],
  ])('%s %s is %s', (method, path, template, params) => {
    expect(found(method, path)).toEqual([template, params]);
  });

  test.each([
    ['POST', '/models/a:runX'],
    ['GET', '/jobs/'],
    ['GET', '/nothing'],
    ['POST', '/models/:run'],
  ])('%s %s is nothing', (method, path) => {
    expect(found(method, path)).toEqual({ kind: 'none' });
  });

  test('tells the methods that a path has', () => {
    expect(found('DELETE', '/jobs/7')).toMatchObject({ kind: 'method', allowed: ['GET', 'HEAD'] });
    expect(found('DELETE', '/jobs/special')).toMatchObject({ kind: 'method', allowed: ['POST', 'GET', 'HEAD'] });
  });
});

test('the longest common beginning decides, segment by segment', () => {
  expect(withLongestPrefix(routes, '/jobs/special/7/odd').map(({ path }) => path)).toEqual(['/jobs/special', '/jobs/special/{id}']);
  expect(withLongestPrefix(routes, '/jobsX')).toEqual([]);
});
