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
