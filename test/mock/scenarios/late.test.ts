/** The scenarios of a mock in a page, which loads their code when there is use for it. */
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { mockGateway } from '../../../src/msw/index.js';

const ask = (url = 'https://api-xmodel.nexconn.ai/v1/models') => fetch(url, { headers: { authorization: 'k' } });

function serve(scenarios: Parameters<typeof mockGateway>[0]) {
  const server = setupServer(...mockGateway(scenarios).handlers);
  server.listen();
  onTestFinished(() => server.close());
}

test('answer from the first request on, each its number of times', async () => {
  serve({ scenarios: [{ name: 'flaky', when: { operation: 'listModels' }, answers: [{ error: 429, times: 2 }] }] });
  const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 429, 429]);
});

test('tell what is wrong with them', async () => {
  const say = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => say.mockRestore());
  serve({ scenarios: { name: 'a', answers: [{ txt: 'hi' } as never] } });
  expect((await ask()).status).toBe(500);
  expect(String(say.mock.calls[0]?.[0])).toContain('scenarios/0/answers/0/txt: there is no member txt here; did you mean text?');
});

test('tell what is wrong with them before the first request, to who asks whether all is ready', async () => {
  const gateway = mockGateway({ scenarios: [{ name: 'a', answers: [{ txt: 'hi' } as never] }] });
  const findings = [{ pointer: '/0/answers/0/txt', message: 'there is no member txt here; did you mean text?' }];
  await expect(gateway.ready()).rejects.toMatchObject({ name: 'ScenarioError', findings });
  await expect(createMock({ scenarios: { name: 'a', answers: [{ txt: 'hi' } as never] } })).rejects.toMatchObject({ findings });
});

test('are held by from then on', async () => {
  const gateway = mockGateway();
  expect(() => gateway.hold('listModels')).toThrow('ready()');
  await gateway.ready();
  gateway.hold('listModels').release();
});

test('may name an example of the documentation', async () => {
  const scenarios = { name: 'tool', when: { operation: 'createChatCompletion' }, answers: [{ example: 'chat-completion.tool-call' }] };
  await mockGateway({ scenarios }).ready();
  serve({ scenarios });
  const response = await fetch('https://api-xmodel.nexconn.ai/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'k', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] }),
  });
  expect(response.headers.get('x-mock-example')).toBe('chat-completion.tool-call');
});

const chat = { method: 'POST', headers: { authorization: 'k', 'content-type': 'application/json' } };
const hello = { ...chat, body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'hello' }] }) };
const chats = 'https://api-xmodel.nexconn.ai/v1/chat/completions';

test('are added with words before any example is there, and are judged once they are', async () => {
  vi.resetModules();
  const { mockGateway: fresh } = await import('../../../src/msw/index.js');
  const gateway = fresh();
  const server = setupServer(...gateway.handlers);
  server.listen();
  onTestFinished(() => server.close());
  const added = await gateway.use({ when: { user: 'hello' }, answers: [{ text: 'Hello yourself.' }] });
  expect(await (await fetch(chats, hello)).text()).toContain('Hello yourself.');
  expect(added.calls).toBe(1);
  await gateway.ready();
  await expect(gateway.use({ answers: [{ parts: [{ raw: { messages: { type: 'text', text: 5 } } }] }] })).rejects.toThrow(
    'would answer what its contract forbids',
  );
});

test.each([
  ['without any', {}],
  ['with some from the start', { scenarios: { name: 'a', when: { user: 'hello' }, answers: [{ text: 'From the start.' }] } }],
])('hold a request as soon as their code is loaded, %s', async (_, options) => {
  const gateway = mockGateway(options);
  const server = setupServer(...gateway.handlers);
  server.listen();
  onTestFinished(() => server.close());
  await gateway.ready();
  const held = gateway.hold('createChatCompletion', { answer: { text: 'Held.' } });
  const asked = fetch(chats, hello);
  expect((await held.request).conversation?.user).toBe('hello');
  held.answer();
  expect(await (await asked).text()).toContain('Held.');
  if ('scenarios' in options) expect(await (await fetch(chats, hello)).text()).toContain('From the start.');
});
