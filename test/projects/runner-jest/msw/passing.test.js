const { setupServer } = require('msw/node');
const { createNexconnClient } = require('nexconn-contract');
const { mockGateway } = require('nexconn-contract/msw');
const { contractFetch } = require('nexconn-contract/testing');

const gateway = mockGateway();
const server = setupServer(...gateway.handlers);
beforeAll(() => server.listen());
afterAll(() => server.close());

test('a chat is answered and checked', async () => {
  const client = createNexconnClient({ apiKey: 'any', fetch: contractFetch() });
  const { data } = await client.createChatCompletion({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] });
  expect(data).toMatchSchema('ChatCompletionResponse');
  expect(gateway).toHaveReceivedTimes(1, 'createChatCompletion');
});
