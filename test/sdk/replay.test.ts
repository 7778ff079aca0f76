/** Agent loops of an SDK that were recorded on the way to a gateway go on the same without it, in each protocol, from recordings and from scenarios. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, type LanguageModel, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { contract } from '../../compiled/contract.js';
import { scenariosOf } from '../../src/upstream/derive/scenarios-of.js';
import { type CreateMockOptions, createMock } from '../../src/upstream/index.js';

const providers: Record<string, (url: string) => LanguageModel> = {
  'openai-compatible': (url) => createOpenAICompatible({ name: 'nexconn', baseURL: `${url}/v1`, apiKey: 'any-key' })('gemini-2.5-flash'),
  'openai, responses': (url) => createOpenAI({ baseURL: `${url}/bypass/openai/v1`, apiKey: 'any-key' }).responses('openai/gpt-5.2'),
  anthropic: (url) => createAnthropic({ baseURL: `${url}/v1`, apiKey: 'any-key' })('claude-4.5-sonnet'),
  google: (url) =>
    createGoogleGenerativeAI({ baseURL: `${url}/bypass/vertex/v1`, apiKey: 'unused', headers: { Authorization: 'Bearer any-key' } })(
      'models/google/gemini-3.1-flash-lite',
    ),
};

async function start(options: CreateMockOptions) {
  const mock = await createMock({ eventsPerSecond: 100_000, ...options });
  onTestFinished(() => mock.close());
  return { mock, url: (await mock.listen()).url };
}

const folder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'sdk-replay-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
};

const cases = Object.entries(providers).flatMap(([provider, model]) => [false, true].map((stream) => ({ provider, model, stream })));

describe.each(cases)('$provider, stream: $stream', ({ model, stream }) => {
  /** A question whose tool is run, on a day that the system text names. */
  async function converse(url: string, day: string) {
    const weather = tool({ inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => ({ city, sky: 'clear' }) });
    const request = {
      model: model(url),
      system: `Today is ${day}.`,
      prompt: 'What is the weather in Lisbon? Use the tool.',
      tools: { weather },
      stopWhen: stepCountIs(5),
      maxRetries: 0,
    };
    const result = stream ? streamText({ ...request, onError: () => {} }) : await generateText(request);
    if ('consumeStream' in result) await result.consumeStream();
    const steps = await result.steps;
    return steps.map(({ text, reasoningText, finishReason, toolCalls }) => ({
      text,
      reasoningText,
      finishReason,
      calls: toolCalls.map(({ toolName, input }) => ({ toolName, input })),
    }));
  }

  test('goes on the same', async () => {
    const { url: gateway } = await start({});
    const record = await folder();
    const evening = await start({ upstream: gateway, record });
    const before = await converse(evening.url, '2026-11-26');
    await evening.mock.close();
    expect(before.map(({ calls }) => calls.length)).toEqual([1, 0]);

    const strict = await start({ replay: record, replayStrict: true, replaySpeed: 1000 });
    expect(await converse(strict.url, '2026-11-26')).toEqual(before);
    expect(strict.mock.journal().map(({ status, violations }) => [status, violations])).toEqual(before.map(() => [200, []]));

    const morning = await start({ replay: record, replaySpeed: 1000 });
    expect(await converse(morning.url, '2026-11-27')).toEqual(before);
    expect(morning.mock.journal().every(({ warnings }) => warnings.some(({ message }) => message.startsWith('is not as it was')))).toBe(
      true,
    );

    const { scenarios, kept } = await scenariosOf([record], contract);
    expect(kept).toEqual([]);
    const file = join(await folder(), 'own.yaml');
    await writeFile(file, stringify(scenarios));
    const own = await start({ scenarios: file, onlyScenarios: true });
    expect(await converse(own.url, '2026-11-27')).toEqual(before);
  });
});
