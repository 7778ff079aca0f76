/** The matchers in vitest. */
import { expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import '../../src/testing/vitest.js';

const mock = await createMock({ eventsPerSecond: 100_000 });
const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const file = { id: 'qfile-1', object: 'file', status: 'pending', model: 'm', created_at: 1, expires_at: 2 };
const messageOf = (check: () => unknown): string => {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
};

test('an answer matches its operation and can still be read', async () => {
  const response = await mock.fetch('http://mock/v1/models');
  await expect(response).toMatchContract('listModels');
  expect(((await response.json()) as { object: string }).object).toBe('list');
});

test('a stream matches too, and so does an error', async () => {
  const body = JSON.stringify({ model: 'gemini-2.5-flash', stream: true, messages: [{ role: 'user', content: 'Hi' }] });
  const call = (init: RequestInit) => mock.fetch('http://mock/v1/chat/completions', { method: 'POST', headers, body, ...init });
  await expect(await call({})).toMatchContract('createChatCompletion');
  await expect(await call({ headers: { ...headers, authorization: 'sk-mock-429' } })).toMatchContract('createChatCompletion');
});

test('a wrong answer fails with path, expectation and what came', async () => {
  const response = Response.json({ ...file, created_at: 'today', status: 'done' });
  await expect(expect(response).toMatchContract('getFile')).rejects.toThrow(
    `expected the response (200) as one of getFile to match, but
  getFile response body /status: must be one of "pending", "uploading", "ready", "failed", "expired", got string "done"
  getFile response body /created_at: must be integer, got string "today"`,
  );
  await expect(response).not.toMatchContract('getFile');
});

test('a value matches its schema or fails with path, expectation and what came', () => {
  expect(file).toMatchSchema('FileResponse');
  expect({ ...file, id: 1 }).not.toMatchSchema('FileResponse');
  const { model, ...rest } = file;
  expect(messageOf(() => expect({ ...rest, id: 1 }).toMatchSchema('FileResponse'))).toBe(
    'expected the value as FileResponse to match, but\n  /model is required\n  /id must be string, got number 1',
  );
  expect(messageOf(() => expect(file).not.toMatchSchema('FileResponse'))).toBe('expected the value as FileResponse not to match');
});

test.each([
  ['fileresponse', '; did you mean FileResponse?'],
  ['ChatCompletion', '; did you mean ChatCompletionChunk?'],
  ['FielRespons', '; did you mean FileResponse?'],
  ['xyzzy', ''],
])('of the wrong name %s the likeliest is told', (name, suggestion) => {
  expect(messageOf(() => expect(file).toMatchSchema(name))).toBe(`no schema ${name} in the contract${suggestion}`);
});

test('a wrong name or a wrong value is told plainly', async () => {
  await expect(expect(new Response()).toMatchContract('listModel')).rejects.toThrow(
    'no operation listModel in the contract; did you mean listModels?',
  );
  await expect(expect({}).toMatchContract('listModels')).rejects.toThrow('toMatchContract takes a Response, got object');
  const read = Response.json({});
  await read.text();
  const locked = Response.json({});
  locked.body?.getReader();
  for (const response of [read, locked]) await expect(expect(response).toMatchContract('listModels')).rejects.toThrow('has not been read');
  for (const name of [undefined, null, 5] as never[]) {
    await expect(expect(Response.json({})).toMatchContract(name)).rejects.toThrow(`no operation ${name} in the contract`);
    expect(messageOf(() => expect({}).toMatchSchema(name))).toBe(`no schema ${name} in the contract`);
  }
});

test('the same mistake in every item of a list is one line', async () => {
  const body = {
    object: 'list',
    data: Array.from({ length: 500 }, (_, index) => ({ id: `m${index}`, object: 'table', created: 1, owned_by: 'x' })),
  };
  await expect(expect(Response.json(body)).toMatchContract('listModels')).rejects.toThrow(
    /but\n {2}listModels response body \/data\/0\/object: must be "model", got string "table" \(500 times, also elsewhere or with other values\)$/,
  );
});
