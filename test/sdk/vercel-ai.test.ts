/** The Vercel AI SDK with each of its providers that speak a protocol of the gateway, pointed at the mock over a real socket. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  generateObject,
  generateText,
  type LanguageModel,
  Output,
  RetryError,
  stepCountIs,
  streamObject,
  streamText,
  tool,
} from 'ai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;

globalThis.AI_SDK_LOG_WARNINGS = false;

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

const providers: [string, string, (apiKey: string, headers: Record<string, string>) => LanguageModel][] = [
  [
    '@ai-sdk/openai-compatible',
    '/v1/chat/completions',
    (apiKey, headers) =>
      createOpenAICompatible({
        name: 'nexconn',
        baseURL: `${url}/v1`,
        apiKey,
        headers,
        includeUsage: true,
        supportsStructuredOutputs: true,
      })('gemini-2.5-flash'),
  ],
  [
    '@ai-sdk/openai, chat',
    '/v1/chat/completions',
    (apiKey, headers) => createOpenAI({ baseURL: `${url}/v1`, apiKey, headers }).chat('openai/gpt-5.2'),
  ],
  [
    '@ai-sdk/openai, responses',
    '/bypass/openai/v1/responses',
    (apiKey, headers) => createOpenAI({ baseURL: `${url}/bypass/openai/v1`, apiKey, headers }).responses('openai/gpt-5.2'),
  ],
  [
    '@ai-sdk/anthropic',
    '/v1/messages',
    (apiKey, headers) => createAnthropic({ baseURL: `${url}/v1`, apiKey, headers })('claude-4.5-sonnet'),
  ],
  [
    '@ai-sdk/anthropic, bypass',
    '/bypass/anthropic/v1/messages',
    (apiKey, headers) => createAnthropic({ baseURL: `${url}/bypass/anthropic/v1`, apiKey, headers })('claude-4.5-sonnet'),
  ],
  [
    '@ai-sdk/google',
    '/bypass/vertex/v1/models/',
    (apiKey, headers) =>
      createGoogleGenerativeAI({
        baseURL: `${url}/bypass/vertex/v1`,
        apiKey: 'unused',
        headers: { Authorization: `Bearer ${apiKey}`, ...headers },
      })('models/google/gemini-3.1-flash-lite'),
  ],
];

describe.each(providers)('%s', (_, path, create) => {
  const model = (apiKey = 'any-key', headers: Record<string, string> = {}) => create(apiKey, headers);
  const prompt = 'Will it rain in Lisbon?';

  test('generates text', async () => {
    const { text, finishReason, usage, response } = await generateText({ model: model(), prompt });
    expect(text).toBeTruthy();
    expect(finishReason).toBe('stop');
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(response.modelId).toBeTruthy();
    expect(mock.journal().at(-1)?.path).toContain(path);
  });

  test('streams text', async () => {
    const stream = streamText({ model: model(), prompt });
    const pieces: string[] = [];
    for await (const piece of stream.textStream) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(await stream.text);
    expect(await stream.finishReason).toBe('stop');
    expect((await stream.usage).outputTokens).toBeGreaterThan(0);
  });

  // Some providers send schemas without their limits, so there are none here.
  const forecast = (calls: unknown[]) => ({
    forecast_for: tool({
      description: 'The weather of the next days',
      inputSchema: z.object({ place: z.string(), days: z.number().int(), unit: z.enum(['celsius', 'fahrenheit']) }),
      execute: async (input) => {
        calls.push(input);
        return { rain: false };
      },
    }),
  });

  test('runs tools until there is text', async () => {
    const calls: unknown[] = [];
    const { steps, text } = await generateText({ model: model(), prompt, tools: forecast(calls), stopWhen: stepCountIs(5) });
    expect(calls).toEqual([{ place: expect.any(String), days: expect.any(Number), unit: 'celsius' }]);
    expect(steps.map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expect(text).toBeTruthy();
  });

  test('runs tools in streams', async () => {
    const calls: unknown[] = [];
    const stream = streamText({ model: model(), prompt, tools: forecast(calls), stopWhen: stepCountIs(5) });
    const parts: string[] = [];
    for await (const { type } of stream.fullStream) parts.push(type);
    expect(calls).toHaveLength(1);
    expect((await stream.steps).map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expect(parts.indexOf('tool-call')).toBeLessThan(parts.indexOf('tool-result'));
    expect(parts.indexOf('tool-result')).toBeLessThan(parts.lastIndexOf('text-delta'));
    expect(parts).not.toContain('error');
  });

  const schema = z.object({ name: z.string(), tags: z.array(z.string()), kind: z.enum(['cat', 'dog']) });

  test('generates objects that fit the schema', async () => {
    const { object } = await generateObject({ model: model(), prompt, schema });
    expect(schema.parse(object)).toEqual(object);
    const { output } = await generateText({ model: model(), prompt, output: Output.object({ schema }) });
    expect(schema.parse(output)).toEqual(output);
  });

  test('streams objects', async () => {
    const stream = streamObject({ model: model(), prompt, schema });
    const partial: unknown[] = [];
    for await (const part of stream.partialObjectStream) partial.push(part);
    expect(partial.at(-1)).toEqual(await stream.object);
    expect(schema.parse(await stream.object)).toBeTruthy();
  });

  test.each([400, 401, 402, 403, 404])('%i is an error with the words of the answer', async (status) => {
    const error = await generateText({ model: model(`sk-mock-${status}`), prompt, maxRetries: 0 }).catch((error) => error);
    expect(APICallError.isInstance(error) && error.statusCode).toBe(status);
    // The message in the body was found, whatever its dialect: otherwise the SDK says but the status text.
    expect(JSON.stringify(JSON.parse(error.responseBody))).toContain(JSON.stringify(error.message));
    expect(error.isRetryable).toBe(false);
  });

  test.each([429, 500, 503])('%i is worth another try', async (status) => {
    const error = await generateText({ model: model(`sk-mock-${status}`), prompt, maxRetries: 0 }).catch((error) => error);
    expect(APICallError.isInstance(error) && error.statusCode).toBe(status);
    expect(error.isRetryable).toBe(true);
  });

  test('an error event becomes an error of the stream', async () => {
    const errors: unknown[] = [];
    const stream = streamText({
      model: model('any-key', { prefer: 'stream-fault=error@3' }),
      prompt,
      onError: ({ error }) => {
        errors.push(error);
      },
    });
    await stream.consumeStream();
    expect(errors).not.toEqual([]);
  });

  test('a stream is given up at once', async () => {
    const controller = new AbortController();
    // After the first words and before the end, of which there is none.
    const prefer = `stream-fault=stall@${path.includes('vertex') ? 2 : 6}`;
    const stream = streamText({ model: model('any-key', { prefer }), prompt, abortSignal: controller.signal });
    const parts: string[] = [];
    for await (const { type } of stream.fullStream) {
      parts.push(type);
      if (type === 'text-delta' || type === 'reasoning-delta') controller.abort();
    }
    expect(parts.at(-1)).toBe('abort');
  });
});

test('waits as long as the mock says before it tries again', async () => {
  const session = 'vercel-ai-retry';
  const { chat } = createOpenAI({ baseURL: `${url}/v1`, apiKey: 'sk-mock-429', headers: { prefer: `session=${session}` } });
  const error = await generateText({ model: chat('openai/gpt-5.2'), prompt: 'Hi', maxRetries: 1 }).catch((error) => error);
  expect(error).toBeInstanceOf(RetryError);
  const [first, second] = mock.journal({ session }).map(({ time }) => time);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(990);
});
