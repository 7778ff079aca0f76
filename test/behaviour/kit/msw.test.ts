/**
 * Under Mock Service Worker 2, which keeps a copy of each body, whoever waits for the end of a body that is left waits for ever: an SDK that repeats a
 * call, or leaves a stream. Through contractFetch nobody waits.
 */
import Anthropic from '@anthropic-ai/sdk';
import { setupServer } from 'msw/node';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { mockGateway } from '../../../src/msw/index.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';

const server = setupServer(...mockGateway({ eventsPerSecond: 2000 }).handlers);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

let sessions = 0;
const checked = contractFetch((...call) => fetch(...call));
const sdk = (path = '') => ({
  apiKey: 'any',
  baseURL: contract.server + path,
  fetch: checked,
  defaultHeaders: { prefer: `code=503, times=1, session=${sessions++}` },
});
const messages = [{ role: 'user' as const, content: 'Hi' }];
const message = { model: 'claude-4.5-sonnet', max_tokens: 99, messages };

async function firstOf(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream) break;
}

describe.each<[string, () => Promise<unknown>]>([
  ['a repeated call of the OpenAI SDK', () => new OpenAI(sdk('/v1')).chat.completions.create({ model: 'gpt-5', messages })],
  ['a repeated call of the Anthropic SDK', () => new Anthropic(sdk()).messages.create(message)],
  [
    'a stream of the OpenAI SDK that is left',
    async () => firstOf(await new OpenAI(sdk('/v1')).chat.completions.create({ model: 'gpt-5', messages, stream: true })),
  ],
  [
    'a stream of the Anthropic SDK that is left',
    async () => firstOf(await new Anthropic(sdk()).messages.create({ ...message, stream: true })),
  ],
  [
    'a body that is cancelled',
    async () => (await checked(`${contract.server}/v1/models`, { headers: { authorization: 'Bearer any' } })).body?.cancel(),
  ],
])('%s', (_, call) => {
  test('comes to an end', async () => {
    await call();
    expect(checked.violations).toEqual([]);
  });
});
