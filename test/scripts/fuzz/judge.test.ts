/** What the judge of answers finds wrong: each of its laws, broken once. */
import { describe, expect, test } from 'vitest';
import { type Answer, Judge } from '../../../scripts/fuzz/judge.js';
import { readDescription } from '../../../scripts/fuzz/operations.js';
import type { WireRequest } from '../../../scripts/fuzz/requests.js';

const judge = new Judge(await readDescription());
const models: WireRequest = { method: 'GET', target: '/v1/models', headers: { prefer: '' }, body: undefined, operation: 'listModels' };
const body = { object: 'list', data: [{ id: 'm', object: 'model', created: 1, owned_by: 'o' }] };
const answer = (status: number, value: unknown, more: Partial<Answer> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
  isCut: false,
  ...more,
});
const error = { error: { message: 'no', type: 'not_found_error' } };

test('what is right is right', () => {
  judge.judge(models, answer(200, body));
  judge.judge({ ...models, target: '/nowhere' }, answer(404, error));
  judge.judge({ ...models, headers: { prefer: 'code=503' } }, answer(503, { error: { message: 'no', type: 'api_error' } }));
});

describe('what is not:', () => {
  test.each<[string, WireRequest, Answer, string]>([
    [
      'an error that nobody asked for',
      models,
      answer(500, { error: { message: 'the mock failed', type: 'api_error' } }),
      'nobody asked for 500',
    ],
    ['an answer that lacks a member', models, answer(200, { object: 'list' }), 'not as the contract has it'],
    ['an answer of another type', models, answer(200, body, { headers: { 'content-type': 'text/html' } }), 'content-type'],
    ['an error in no dialect', models, answer(404, { oops: true }), 'not as the contract has it'],
    ['an answer to a path that there is not', { ...models, target: '/nowhere' }, answer(200, body), 'a path that there is not'],
    ['an error to it in no dialect', { ...models, target: '/nowhere' }, answer(404, { oops: true }), 'in no dialect'],
    ['a broken connection', models, answer(200, body, { isCut: true }), 'the connection broke'],
  ])('%s', (_, request, given, message) => {
    expect(() => judge.judge(request, given)).toThrow(message);
  });
});
