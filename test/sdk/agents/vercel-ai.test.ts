/** Agents and structured output of the Vercel AI SDK, in the majors that applications have, with each provider that speaks a protocol of the gateway. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import * as ai6 from 'ai';
import * as ai5 from 'ai5';
import { createAnthropic as createAnthropic5 } from 'ai5-anthropic';
import { createGoogleGenerativeAI as createGoogle5 } from 'ai5-google';
import { createOpenAI as createOpenAI5 } from 'ai5-openai';
import { createOpenAICompatible as createOpenAICompatible5 } from 'ai5-openai-compatible';
import { describe, expect, test } from 'vitest';
import { limited, named, open, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();

type Calls = [string, unknown][];

/** The providers of a major; those of both are called alike. */
const providersOf = (
  anthropic: typeof createAnthropic,
  google: typeof createGoogleGenerativeAI,
  openai: typeof createOpenAI,
  compatible: typeof createOpenAICompatible,
): Record<string, () => ai6.LanguageModel> => ({
  'openai-compatible': () =>
    compatible({ name: 'nexconn', baseURL: served.url('/v1'), apiKey: 'any-key', includeUsage: true, supportsStructuredOutputs: true })(
      'gemini-2.5-flash',
    ),
  'openai, chat': () => openai({ baseURL: served.url('/v1'), apiKey: 'any-key' }).chat('openai/gpt-5.2'),
  'openai, responses': () => openai({ baseURL: served.url('/bypass/openai/v1'), apiKey: 'any-key' }).responses('openai/gpt-5.2'),
  anthropic: () => anthropic({ baseURL: served.url('/v1'), apiKey: 'any-key' })('claude-4.5-sonnet'),
  google: () =>
    google({ baseURL: served.url('/bypass/vertex/v1'), apiKey: 'unused', headers: { Authorization: 'Bearer any-key' } })(
      'models/google/gemini-3.1-flash-lite',
    ),
});

/** What both majors have. */
type Sdk = Pick<typeof ai6, 'generateText' | 'streamText' | 'generateObject' | 'streamObject' | 'stepCountIs' | 'hasToolCall' | 'tool'>;

const majors: [string, Sdk, ReturnType<typeof providersOf>][] = [
  ['6', ai6, providersOf(createAnthropic, createGoogleGenerativeAI, createOpenAI, createOpenAICompatible)],
  [
    '5',
    ai5 as unknown as Sdk,
    providersOf(
      createAnthropic5 as unknown as typeof createAnthropic,
      createGoogle5 as unknown as typeof createGoogleGenerativeAI,
      createOpenAI5 as unknown as typeof createOpenAI,
      createOpenAICompatible5 as unknown as typeof createOpenAICompatible,
    ),
  ],
];

const cases = majors.flatMap(([major, sdk, providers]) =>
  Object.entries(providers).flatMap(([provider, model]) => [false, true].map((stream) => ({ major, sdk, provider, model, stream }))),
);

describe.each(cases)('$major, $provider, stream: $stream', ({ sdk, provider, model, stream }) => {
  const toolsOf = (calls: Calls, schemas: Record<string, Shape>) =>
    Object.fromEntries(
      Object.entries(schemas).map(([name, inputSchema]) => [
        name,
        sdk.tool({ description: name, inputSchema, execute: async (input: unknown) => noting(calls, name)(input) }),
      ]),
    );
  const cities = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, city]));

  async function run(request: object) {
    const body = {
      model: model(),
      prompt: question,
      maxOutputTokens: 4096,
      stopWhen: sdk.stepCountIs(10),
      maxRetries: 0,
      ...request,
    } as Parameters<typeof ai6.generateText>[0];
    const result = stream ? sdk.streamText({ ...body, onError: () => {} } as never) : await sdk.generateText(body);
    if ('consumeStream' in result) await result.consumeStream();
    const steps = await result.steps;
    return {
      steps: steps.map(({ finishReason }) => finishReason),
      problems: steps.flatMap(({ content }) => content).filter(({ type }) => type === 'tool-error'),
      text: await result.text,
      usage: await result.usage,
      messages: (await result.response).messages,
      result,
    };
  }

  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { steps, text } = await run({ tools: toolsOf(calls, cities(names)) });
    expect(calls).toEqual([['look_up', { city: expect.any(String) }]]);
    expect(steps).toEqual(['tool-calls', 'stop']);
    expect(text).toBeTruthy();
  });

  test('calls each once where it must, until its last tool ends the loop', async () => {
    const calls: Calls = [];
    const tools = toolsOf(calls, cities(toolNames));
    const { steps } = await run({ tools, toolChoice: 'required', stopWhen: [sdk.hasToolCall('final_answer'), sdk.stepCountIs(10)] });
    expect(namesOf(calls)).toEqual(toolNames);
    expect(steps).toHaveLength(3);
  });

  test('calls the one that is named', async () => {
    const calls: Calls = [];
    await run({
      tools: toolsOf(calls, cities(toolNames)),
      toolChoice: { type: 'tool', toolName: 'measure' },
      stopWhen: sdk.stepCountIs(1),
    });
    expect(namesOf(calls)).toEqual(['measure']);
  });

  // Google's provider sends schemas without their limits.
  const kinds = provider === 'google' ? shapes : { ...shapes, ...limited };
  test('gives tools what their schemas take', async () => {
    const calls: Calls = [];
    const all = provider === 'google' ? kinds : { ...kinds, ...open };
    const tools = toolsOf(calls, all);
    const { problems } = await run({ tools, toolChoice: 'required', stopWhen: sdk.stepCountIs(Object.keys(all).length) });
    expect(problems).toEqual([]);
    expect(calls).toEqual(Object.entries(all).map(([name, schema], index) => [name, schema.parse(calls[index]?.[1])]));
  });

  test('answers a second question about the same history, reasoning and all', async () => {
    const calls: Calls = [];
    const tools = toolsOf(calls, cities(toolNames));
    const asked = { role: 'user', content: question };
    const { messages } = await run({ tools, prompt: undefined, messages: [asked] });
    const second = await run({ tools, prompt: undefined, messages: [asked, ...messages, { role: 'user', content: 'And tomorrow?' }] });
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
    expect(second.steps).toEqual(['tool-calls', 'stop']);
  });

  test('a text that is cut says so', async () => {
    const { steps, usage } = await run({ maxOutputTokens: 16 });
    expect(steps).toEqual(['length']);
    expect(usage.outputTokens).toBeLessThanOrEqual(16);
  });

  // In pieces or not, limits are kept alike.
  test.each(named(stream ? { nested: shapes.nested } : kinds))('objects: $kind', async ({ schema }) => {
    const request = { model: model(), prompt: question, schema, maxOutputTokens: 4096, maxRetries: 0 };
    if (!stream) {
      const { object } = await sdk.generateObject(request);
      expect(schema.parse(object)).toEqual(object);
      return;
    }
    const { partialObjectStream, object } = sdk.streamObject(request);
    const partial: unknown[] = [];
    for await (const part of partialObjectStream) partial.push(part);
    expect(schema.parse(await object)).toEqual(partial.at(-1));
  });

  test('output after tools', async () => {
    const calls: Calls = [];
    const tools = toolsOf(calls, cities(['look_up']));
    const output =
      sdk === ai6 ? { output: ai6.Output.object({ schema: strict }) } : { experimental_output: ai5.Output.object({ schema: strict }) };
    const { text } = await run({ tools, ...output });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(strict.parse(JSON.parse(text))).toBeTruthy();
  });
});

const agents = majors.flatMap(([major, sdk, providers]) =>
  Object.entries(providers).map(([provider, model]) => ({ major, sdk, provider, model })),
);

test.each(agents)('the agent class of $major ends by itself: $provider', async ({ sdk, model }) => {
  const calls: Calls = [];
  const tools = { look_up: sdk.tool({ inputSchema: city, execute: async (input) => noting(calls, 'look_up')(input) }) };
  const settings = { model: model(), tools, maxOutputTokens: 4096, stopWhen: sdk.stepCountIs(10) };
  const agent =
    sdk === ai6
      ? new ai6.ToolLoopAgent({ ...settings, output: ai6.Output.object({ schema: strict }) })
      : new ai5.Experimental_Agent({ ...settings, experimental_output: ai5.Output.object({ schema: strict }) } as never);
  const { text, steps } = await agent.generate({ prompt: question });
  expect(strict.parse(JSON.parse(text))).toBeTruthy();
  expect(steps).toHaveLength(2);
  const stream = await agent.stream({ prompt: question });
  await stream.consumeStream();
  expect(await stream.steps).toHaveLength(2);
  expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
});
