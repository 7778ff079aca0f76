import { type components, createNexconnClient } from 'nexconn-contract';
import { createMock, defineScenario, type Mock } from 'nexconn-contract/mock';
import { contractFetch } from 'nexconn-contract/testing';

type ChatRequest = components['schemas']['ChatCompletionRequest'];

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] } satisfies ChatRequest;
let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ scenarios: [defineScenario({ name: 'told', answers: [{ text: 'Told by a test.' }] })] });
});
afterAll(() => mock.close());

test('a chat is as the contract has it, and its types are', async () => {
  const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: contractFetch(mock.fetch) });
  const { data } = await client.createChatCompletion(chat);
  expect(data?.choices[0]?.message.content).toBe('Told by a test.');
  expect(data).toMatchSchema('ChatCompletionResponse');
  expect(mock).toHaveReceivedTimes(1, 'createChatCompletion');
});
