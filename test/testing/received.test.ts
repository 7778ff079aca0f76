/** What a mock received, in vitest. */
import { beforeEach, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import '../../src/testing/vitest.js';

const mock = await createMock();
const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const chat = (content: string) =>
  mock.fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers,
    body: JSON.stringify({ model: 'gemini-2.5-flash', temperature: 1, messages: [{ role: 'user', content }] }),
  });
const messageOf = (check: () => unknown): string => {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
};

beforeEach(async () => {
  await mock.reset();
  await mock.fetch('http://mock/v1/models');
  await chat('Hi');
  await chat('Bye');
});

test('an operation, with what its body contains', () => {
  expect(mock).toHaveReceived('listModels');
  expect(mock).toHaveReceived('createChatCompletion', { messages: [{ content: 'Bye' }] });
  expect(mock).not.toHaveReceived('createVideo');
  expect(mock).not.toHaveReceived('createChatCompletion', { messages: [] });
});

test('how often', () => {
  expect(mock).toHaveReceivedTimes(2, 'createChatCompletion');
  expect(mock).toHaveReceivedTimes(1, 'createChatCompletion', { messages: [{ content: 'Hi' }] });
  expect(mock).toHaveReceivedTimes(0, 'createVideo');
  expect(mock).not.toHaveReceivedTimes(1, 'createChatCompletion');
});

test('in which order, whatever came between', () => {
  expect(mock).toHaveReceivedInOrder(['listModels', { operation: 'createChatCompletion', body: { messages: [{ content: 'Bye' }] } }]);
  expect(mock).not.toHaveReceivedInOrder(['createChatCompletion', 'listModels']);
  expect(mock).not.toHaveReceivedInOrder(['listModels', 'listModels']);
});

test('a failure tells what came instead, and how the nearest differs', () => {
  expect(messageOf(() => expect(mock).toHaveReceived('createVideo'))).toBe(
    'expected the mock to have received createVideo, but\n  it received listModels (1), createChatCompletion (2)',
  );
  const nearest = messageOf(() =>
    expect(mock).toHaveReceived('createChatCompletion', { temperature: 0, messages: [{ role: 'user', content: 'Bye' }] }),
  );
  expect(nearest).toContain('in the nearest createChatCompletion, {"model":"gemini-2.5-flash","temperature":1');
  expect(nearest).toContain('\n    /temperature must be 0, got 1');
  expect(nearest).not.toContain('/messages/0');
  expect(messageOf(() => expect(mock).toHaveReceivedTimes(3, 'createChatCompletion'))).toBe(
    'expected the mock to have received createChatCompletion 3 times, but it did 2 times\n  it received listModels (1), createChatCompletion (2)',
  );
  expect(messageOf(() => expect(mock).not.toHaveReceivedTimes(1, 'listModels'))).toBe(
    'expected the mock not to have received listModels once, but it did',
  );
  expect(messageOf(() => expect(mock).toHaveReceivedInOrder(['createChatCompletion', 'listModels']))).toBe(
    'expected the mock to have received createChatCompletion, then listModels, in this order, but not listModels after createChatCompletion' +
      '\n  it received, in this order, listModels, createChatCompletion, createChatCompletion',
  );
});

test('nothing is said to be nothing', async () => {
  await mock.reset();
  expect(messageOf(() => expect(mock).toHaveReceived('createVideo'))).toContain('it received nothing');
});

test('an unknown operation, and what is no mock, are told plainly', () => {
  // @ts-expect-error: operations are typed
  expect(() => expect(mock).toHaveReceived('createVideos')).toThrow('no operation createVideos in the contract; did you mean createVideo?');
  // @ts-expect-error
  expect(() => expect(mock).toHaveReceivedInOrder(['listModel'])).toThrow('did you mean listModels?');
  expect(() => expect({}).toHaveReceived('listModels')).toThrow('toHaveReceived takes a mock, got object');
  expect(() => expect(mock).toHaveReceivedTimes(1.5, 'listModels')).toThrow('takes a whole number of times, got 1.5');
});
