/** Under Mock Service Worker, which keeps a copy of each body: what the client leaves unread never ends there, and it does not wait for it. */
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNexconnClient } from '../../src/client/index.js';
import { mockGateway } from '../../src/msw/index.js';
import { thrown } from '../client/thrown.js';

const gateway = mockGateway({ eventsPerSecond: 2000 });
const server = setupServer(...gateway.handlers);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const client = createNexconnClient({ apiKey: 'any-key', retry: { limit: 1, minDelayMs: 1, nonIdempotent: true } });
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user' as const, content: 'Hi' }] };
const passing = (session: string) => ({ headers: { prefer: `code=503, times=1, session=${session}` } });

describe('a request is repeated', () => {
  test('until it is answered', async () => {
    expect((await client.listFiles({}, passing('a'))).response.status).toBe(200);
    expect((await client.createChatCompletion(chat, passing('b'))).response.status).toBe(200);
  });

  test('to its last error', async () => {
    expect((await client.listModels({}, { headers: { prefer: 'code=503' } })).response.status).toBe(503);
  });

  test('for a stream', async () => {
    let events = 0;
    for await (const _ of client.streamChatCompletion(chat, passing('c'))) events++;
    expect(events).toBeGreaterThan(1);
  });
});

test('a stream may be left', async () => {
  const { signal } = new AbortController();
  for (const options of [{}, { signal }]) {
    for await (const { object } of client.streamChatCompletion(chat, options)) {
      expect(object).toBe('chat.completion.chunk');
      break;
    }
  }
});

test('a signal ends a stream that says no more', async () => {
  const controller = new AbortController();
  const stalling = client.streamChatCompletion(chat, { headers: { prefer: 'stream-fault=stall@1' }, signal: controller.signal });
  const reason = new Error('left');
  const reading = (async () => {
    for await (const _ of stalling) controller.abort(reason);
  })();
  expect(await thrown(reading)).toBe(reason);
});
