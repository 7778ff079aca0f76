/** With Prism as the engine, what it makes of the description is what holds: other descriptions give other answers. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createCore } from '../../../src/mock/core.js';
import { nodeParts } from '../../../src/mock/node-parts.js';

const text = readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8');
const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };

/** The mock with its engine asked about another description than the one that everything else was prepared from. */
async function ask(change: (description: any) => void, path = '/v1/chat/completions', init: RequestInit = {}) {
  const description = JSON.parse(text);
  change(description);
  const core = createCore({ contract, engine: 'prism', ...nodeParts(async () => JSON.stringify(description)) });
  const response = await core.fetch(`http://mock${path}`, { method: 'POST', headers, body: JSON.stringify(chat), ...init });
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

const chatOf = (description: any) => description.paths['/v1/chat/completions'].post;

test('it routes', async () => {
  const removed = (description: any) => delete description.paths['/v1/chat/completions'];
  expect((await ask(() => {})).status).toBe(200);
  expect((await ask(removed)).status).toBe(404);
});

test('it knows the methods', async () => {
  const moved = (description: any) => {
    description.paths['/v1/chat/completions'] = { put: chatOf(description) };
  };
  expect((await ask(moved)).status).toBe(405);
});

test('it sees to the key', async () => {
  const open = (description: any) => {
    chatOf(description).security = [];
  };
  const keyless = { headers: { 'content-type': 'application/json' } };
  expect((await ask(() => {}, undefined, keyless)).status).toBe(401);
  expect((await ask(open, undefined, keyless)).status).toBe(200);
});

test('it judges', async () => {
  const stricter = (description: any) => {
    chatOf(description).requestBody.content['application/json'].schema = { type: 'object', required: ['mood'] };
  };
  const { status, body } = await ask(stricter);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ message: 'mood is required', param: 'mood' });
});

test('it says with which status a request is refused', async () => {
  const unprocessable = (description: any) => {
    const { responses } = chatOf(description);
    responses[422] = responses[400];
  };
  expect((await ask(unprocessable, undefined, { body: '{}' })).status).toBe(422);
});

test('its answer is the answer, with the owned fields filled in', async () => {
  const examplesOf = (description: any): any[] => Object.values(chatOf(description).responses[200].content['application/json'].examples);
  const reworded = (description: any) => {
    for (const { value } of examplesOf(description))
      Object.assign(value, { model: 'another', choices: [{ ...value.choices[0], finish_reason: 'by Prism' }] });
  };
  // A request that nobody documents gets another answer than the documented one, whoever has it.
  const asked = contract.operations.find(({ id }) => id === 'createChatCompletion')?.examples[0]?.request.body as { model: string };
  const { body } = await ask(reworded, undefined, { body: JSON.stringify(asked) });
  expect(body.choices[0].finish_reason).toBe('by Prism');
  expect(body.model).toBe(asked.model);
});

test('its error is the error', async () => {
  const reworded = (description: any) => {
    for (const response of Object.values<any>(description.components.responses)) {
      for (const example of Object.values<any>(response.content?.['application/json']?.examples ?? {})) {
        if (example.value.error?.message) example.value.error.message = 'by Prism';
      }
    }
  };
  const { status, body } = await ask(reworded, undefined, { headers: { ...headers, prefer: 'code=429' } });
  expect([status, body.error.message]).toEqual([429, 'by Prism']);
});

test('its headers are the headers, apart from the ids', async () => {
  const slower = (description: any) => {
    for (const response of Object.values<any>(description.components.responses)) {
      const header = response.headers?.['Retry-After'];
      if (header) response.headers['Retry-After'] = { schema: { type: 'integer' }, example: 77 };
    }
  };
  const send = () => ask(slower, undefined, { headers: { ...headers, prefer: 'code=429' } });
  const [first, second] = [await send(), await send()];
  expect(first.headers.get('retry-after')).toBe('77');
  const ids = Object.keys(contract.ownedHeaders).filter((name) => first.headers.has(name));
  expect(ids).not.toEqual([]);
  for (const name of ids) expect(first.headers.get(name)).not.toBe(second.headers.get(name));
});

test('it negotiates the media type', async () => {
  const answer = await ask(() => {}, '/v1/models', { method: 'GET', body: null, headers: { ...headers, accept: 'text/html' } });
  expect(answer.status).toBe(406);
  expect(answer.body.error.message).toContain('text/html');
});

test('it takes no body where none is described', async () => {
  const { status } = await ask(() => {}, '/v1/files/any', { method: 'DELETE' });
  expect(status).toBe(415);
});
