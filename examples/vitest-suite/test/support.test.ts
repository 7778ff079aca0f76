import { expect } from 'vitest';
import { readLetter, reply } from '../src/support.js';
import { test } from './gateway.js';

test('reads a letter', async ({ mock, openai }) => {
  await mock.use({ when: { user: 'fire' }, answers: [{ json: { urgent: true, summary: 'It burns.' } }] });
  expect(await readLetter(openai, 'My toaster is on fire!')).toEqual({ urgent: true, summary: 'It burns.' });
  expect(mock).toHaveReceived('createChatCompletion', { response_format: { type: 'json_object' } });
});

test('does not take a chat for JSON', async ({ mock, openai }) => {
  await mock.use({ answers: [{ text: 'I am sorry to hear that.' }] });
  await expect(readLetter(openai, 'Hello')).rejects.toThrow(SyntaxError);
});

test('waits where the gateway is busy', async ({ mock, openai }) => {
  await mock.use({
    answers: [{ error: { status: 429, retryAfterSeconds: 0 }, times: 2 }, { json: { urgent: false, summary: 'A greeting.' } }],
  });
  expect(await readLetter(openai, 'Hello')).toMatchObject({ urgent: false });
  expect(mock).toHaveReceivedTimes(3, 'createChatCompletion');
});

test('gives a reply word by word', async ({ mock, openai }) => {
  const held = mock.hold('createChatCompletion', { answer: { text: 'Dear customer, it is on its way.' } });
  const words = reply(openai, 'Where is my toaster?');
  const first = words.next();
  await held.request;
  held.next(2);
  // Nothing else has been sent, so nobody waits for the end.
  expect((await first).value).toBe('Dear');
  held.answer();
  let text = 'Dear';
  for await (const word of words) text += word;
  expect(text).toBe('Dear customer, it is on its way.');
});

test('hangs up when the reader has had enough', async ({ mock, openai }) => {
  const held = mock.hold('createChatCompletion', { answer: { text: 'A very long letter begins.' } });
  const leaving = new AbortController();
  const words = reply(openai, 'Write a long one', leaving.signal);
  const first = words.next();
  held.next(2);
  await first;
  leaving.abort();
  await (await held.request).aborted;
});

test('tells of an error in the middle of a stream', async ({ mock, openai }) => {
  await mock.use({ answers: [{ text: 'This will not be finished.', fault: { kind: 'error', afterEvents: 3, message: 'Overloaded.' } }] });
  let text = '';
  const read = async () => {
    for await (const word of reply(openai, 'Hello')) text += word;
  };
  await expect(read()).rejects.toThrow('Overloaded.');
  expect(text).not.toBe('');
});
