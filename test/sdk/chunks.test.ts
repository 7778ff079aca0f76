/** The stock SDKs read streams whose bytes come as networks cut them: three at a time, which cuts every emoji and most Chinese characters. */
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { afterAll, expect, test } from 'vitest';
import { createMock } from '../mocks.js';

const text = '你好 😀 — 里斯本明天晴 ☔️👩‍👩‍👧 bis morgen!';
const mock = await createMock({ eventsPerSecond: 5000, scenarios: { name: 'said', answers: [{ text }] } });
const { url } = await mock.listen();
afterAll(() => mock.close());

const headers = { prefer: 'chunks=3' };
const question = '天气怎么样？🌦';
const messages = [{ role: 'user' as const, content: question }];
const model = 'gemini-2.5-flash';

async function joined<Event>(events: AsyncIterable<Event>, textOf: (event: Event) => string | null | undefined): Promise<string> {
  let said = '';
  for await (const event of events) said += textOf(event) ?? '';
  return said;
}

const openai = (prefix: string) => new OpenAI({ apiKey: 'any-key', baseURL: url + prefix, maxRetries: 0, defaultHeaders: headers });

test('OpenAI, chat completions', async () => {
  const stream = await openai('/v1').chat.completions.create({ model, messages, stream: true });
  expect(await joined(stream, ({ choices }) => choices[0]?.delta.content)).toBe(text);
});

test('OpenAI, Responses', async () => {
  const stream = await openai('/bypass/openai/v1').responses.create({ model: 'gpt-5', input: question, stream: true });
  expect(await joined(stream, (event) => (event.type === 'response.output_text.delta' ? event.delta : ''))).toBe(text);
});

test('Anthropic', async () => {
  const anthropic = new Anthropic({ apiKey: 'any-key', baseURL: url, maxRetries: 0, defaultHeaders: headers });
  const message = await anthropic.messages.stream({ model: 'claude-4.5-sonnet', max_tokens: 900, messages }).finalMessage();
  expect(message.content.map((block) => (block.type === 'text' ? block.text : '')).join('')).toBe(text);
});

test('Google GenAI', async () => {
  const google = new GoogleGenAI({
    apiKey: 'unused',
    httpOptions: { baseUrl: `${url}/bypass/vertex`, apiVersion: 'v1', headers: { Authorization: 'Bearer any-key', ...headers } },
  });
  const stream = await google.models.generateContentStream({ model, contents: question });
  expect(await joined(stream, (chunk) => chunk.text)).toBe(text);
});

test('all of them came in pieces', () => {
  const applied = mock.journal().map(({ warnings }) => warnings.filter(({ in: place }) => place === 'header'));
  expect(applied).toEqual([[], [], [], []]);
});
