import { createNexconnClient, NexconnApiError } from 'nexconn-contract';
import { createMock, ScenarioError } from 'nexconn-contract/mock';
import { ContractViolationError, contractFetch } from 'nexconn-contract/testing';

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] };
let mock;
beforeAll(async () => {
  mock = await createMock();
});
afterAll(() => mock.close());

const clientOf = (fetch, more) => createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch, ...more });

test('a chat is as the contract has it, and came as it was sent', async () => {
  const { data, response } = await clientOf(contractFetch(mock.fetch)).createChatCompletion(chat);
  expect(data).toMatchSchema('ChatCompletionResponse');
  expect(response.status).toBe(200);
  expect(mock).toHaveReceived('createChatCompletion', chat);
});

test('a stream is checked, event by event', async () => {
  const checked = contractFetch(mock.fetch);
  let text = '';
  for await (const { choices } of clientOf(checked).streamChatCompletion(chat)) text += choices[0]?.delta.content ?? '';
  expect(text).not.toBe('');
  expect(checked).toHaveNoViolations();
});

test('an answer that jest holds is checked', async () => {
  const headers = { Authorization: 'Bearer any' };
  await expect(await mock.fetch('http://mock/v1/models', { headers })).toMatchContract('listModels');
});

test('errors are of the classes that a test imports', async () => {
  const failing = clientOf(mock.fetch, { apiKey: 'sk-mock-429', throwOnError: true, retry: false });
  await expect(failing.createChatCompletion(chat)).rejects.toThrow(NexconnApiError);
  await expect(clientOf(contractFetch(mock.fetch), { retry: false }).createChatCompletion({})).rejects.toMatchObject({
    cause: expect.any(ContractViolationError),
  });
  await expect(createMock({ scenarios: [{ name: 'empty' }] })).rejects.toThrow(ScenarioError);
});

test('what the mock loads when it is needed can be loaded', async () => {
  const { url } = await mock.listen(0);
  const response = await fetch(`${url}/openapi.yaml`);
  expect(await response.text()).toContain('openapi: 3.1');
  const prism = await createMock({ engine: 'prism' });
  await expect(await prism.fetch('http://mock/v1/models', { headers: { Authorization: 'Bearer any' } })).toMatchContract('listModels');
  const told = await createMock({ scenarios: 'scenarios.yaml' });
  expect((await clientOf(told.fetch).createChatCompletion(chat)).data.choices[0].message.content).toBe('Told by a file.');
});
