import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { expect } from 'expect';
import { createNexconnClient } from 'nexconn-contract';
import { createMock } from 'nexconn-contract/mock';
import { contractFetch, contractMatchers, failOnViolations } from 'nexconn-contract/testing';

const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }] };
let mock;
let checked;
before(async () => {
  mock = await createMock();
  checked = contractFetch(mock.fetch, { onViolation: 'collect' });
  expect.extend(contractMatchers);
});
afterEach(() => failOnViolations(checked));
after(() => mock.close());

test('a chat is as the contract has it', async () => {
  const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: checked });
  const { data } = await client.createChatCompletion(chat);
  assert.notEqual(data.choices[0].message.content, '');
});

test('the matchers are for any expect', async () => {
  await expect(await mock.fetch('http://mock/v1/models', { headers: { Authorization: 'Bearer any' } })).toMatchContract('listModels');
  expect(mock).toHaveReceived('createChatCompletion', chat);
});
