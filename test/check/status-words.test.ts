/** Whether the word of an error is one for its status: as far as a dialect says which words there are. */
import { describe, expect, test } from 'vitest';
import { statusWordFindings } from '../../src/check/status-words.js';
import type { PreparedContract } from '../../src/contract/prepared.js';

type Dialect = PreparedContract['dialects'][string];

/** @param dialect what it has beside its word, at `/kind`; @returns of which of these statuses a word is no word */
function refused(dialect: Partial<Dialect>, word: string, statuses: number[]): number[] {
  const documented = (kind: string, status: number) => ({ name: kind, body: { kind, status } });
  const errors = { any: { 400: [documented('BAD', 400)], 404: [documented('LOST', 404)], 500: [documented('BROKEN', 500)] } };
  const contract = { dialects: { any: { schemas: [], message: [], type: '/kind', ...dialect } }, errors };
  return statuses.filter((status) => statusWordFindings(contract, ['any'], status, { kind: word, status }).length > 0);
}

describe('a dialect that repeats the status', () => {
  test('has a word for each status that has one', () => {
    const dialect = { status: '/status', types: { '4xx': 'OTHER' } };
    expect(refused(dialect, 'BAD', [400, 404, 409, 500])).toEqual([404, 409, 500]);
    expect(refused(dialect, 'OTHER', [400, 404, 409])).toEqual([]);
  });

  test('may have a word of the same class where none is known', () => {
    const dialect = { status: '/status' };
    expect(refused(dialect, 'BAD', [400, 404, 409, 418, 500, 503])).toEqual([404, 500, 503]);
    expect(refused({ ...dialect, types: { 418: 'TEAPOT' } }, 'BAD', [409, 418])).toEqual([418]);
  });
});

test('a dialect that does not repeat the status has words for a class', () => {
  expect(refused({}, 'BAD', [400, 404, 409, 500])).toEqual([500]);
  expect(refused({}, 'UNHEARD', [400, 500])).toEqual([]);
});

test('a dialect keeps the words of statuses apart that it names', () => {
  expect(refused({ apart: [400, 404] }, 'BAD', [400, 404, 409])).toEqual([404]);
});

test('a code of one status is none of another that is kept apart from it', () => {
  const documented = (code: string, status: number) => ({ name: code, body: { code, status } });
  const errors = { any: { 400: [documented('bad', 400)], 401: [documented('key', 401)], 404: [documented('lost', 404)] } };
  const dialects = { any: { schemas: [], message: [], type: '/kind', code: '/code', apart: [401, 404] } };
  const refusals = (code: string) =>
    [400, 401, 404, 500].filter((status) => statusWordFindings({ dialects, errors }, ['any'], status, { code }).length > 0);
  expect(refusals('key')).toEqual([404]);
  expect(refusals('lost')).toEqual([401]);
  expect([...refusals('bad'), ...refusals('unheard')]).toEqual([]);
});

test('a dialect may have statuses that always have a word of their own', () => {
  const dialect = { types: { '4xx': 'OTHER' } };
  expect(refused(dialect, 'OTHER', [400, 404, 409])).toEqual([]);
  expect(refused({ ...dialect, always: [400, 404] }, 'OTHER', [400, 404, 409])).toEqual([400, 404]);
  expect(refused({ ...dialect, always: [404] }, 'BAD', [400, 404, 409])).toEqual([404]);
  expect(refused({ ...dialect, always: [400, 404] }, 'UNHEARD', [400, 404])).toEqual([]);
});

test('the word for all other statuses of one class is none of the other', () => {
  expect(refused({ types: { '4xx': 'OTHER', '5xx': 'BROKEN' } }, 'OTHER', [404, 409, 500, 503])).toEqual([500, 503]);
});
