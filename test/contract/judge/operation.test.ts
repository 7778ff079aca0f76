/** What is known of an operation before its first request comes: who may call it, what its requests must be like, when it streams. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import requestValidators from '../../../compiled/request-validators.js';
import { judgedOperation } from '../../../src/contract/judge/operation.js';

const judged = (id: string) => {
  const prepared = contract.operations.find((operation) => operation.id === id);
  if (!prepared) throw new Error(`no operation ${id}`);
  return judgedOperation(prepared, contract, requestValidators);
};
const request = (body: unknown, headers: Record<string, string> = {}, query = '') => ({
  path: {},
  query: new URLSearchParams(query),
  header: (name: string) => headers[name],
  body,
});

describe('judgedOperation', () => {
  test.each([
    ['createChatCompletion', ['body']],
    ['getFile', ['path']],
    ['listModels', []],
  ])('%s validates %j', (id, places) => {
    expect(Object.keys(judged(id).validators)).toEqual(places);
  });

  test.each([
    ['createChatCompletion', { stream: true }, true],
    ['createChatCompletion', { stream: false }, false],
    ['createChatCompletion', undefined, false],
    ['createVideo', { stream: true }, false],
  ])('%s with %j streams: %j', (id, body, streams) => {
    expect(judged(id).wantsStream(request(body))).toBe(streams);
  });

  test.each([
    ['createMessage', { 'x-api-key': 'secret' }, '', { kind: 'key', key: 'secret' }],
    ['createMessage', { authorization: 'Bearer secret' }, '', { kind: 'key', key: 'secret' }],
    ['createChatCompletion', { 'x-api-key': 'secret' }, '', { kind: 'missing' }],
    ['createChatCompletion', {}, 'key=secret', { kind: 'missing' }],
  ])('%s with headers %j and query %j: %j', (id, headers, query, credentials) => {
    expect(judged(id).credentials(request(undefined, headers, query))).toMatchObject(credentials);
  });

  test('chooses the documented exchange that a request is like', () => {
    const likeness = { params: {}, query: new URLSearchParams(), body: { model: 'sora-2', prompt: 'A cat' }, stream: false };
    expect(judged('createVideo').choose(likeness)).toMatchObject({ status: 200, request: { body: { model: 'sora-2' } } });
  });
});
