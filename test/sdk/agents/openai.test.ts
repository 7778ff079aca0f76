/** Agents and structured output of the stock OpenAI SDK, over chat completions. */
import OpenAI from 'openai';
import { LengthFinishReasonError } from 'openai/error';
import { zodFunction, zodResponseFormat } from 'openai/helpers/zod';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { limited, named, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();
const completions = () => new OpenAI({ apiKey: 'any-key', baseURL: served.url('/v1'), maxRetries: 0 }).chat.completions;
const model = 'gemini-2.5-flash';
const messages = [{ role: 'user' as const, content: question }];

type Calls = [string, unknown][];

const toolOf = (name: string, calls: Calls, parameters: Shape = city) => zodFunction({ name, parameters, function: noting(calls, name) });

describe.each([false, true])('runTools, stream: %s', (stream) => {
  async function run(calls: Calls, request: object, most = 10) {
    const runner = stream
      ? completions().runTools({ model, messages, tools: [], ...request, stream }, { maxChatCompletions: most })
      : completions().runTools({ model, messages, tools: [], ...request }, { maxChatCompletions: most });
    await runner.done();
    return { names: namesOf(calls), steps: served.requests().length, choice: runner.allChatCompletions().at(-1)?.choices[0] };
  }

  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { steps, choice } = await run(calls, { tools: names.map((name) => toolOf(name, calls)) });
    expect(calls).toEqual([['look_up', { city: expect.any(String) }]]);
    expect(steps).toBe(2);
    expect(choice).toMatchObject({ finish_reason: 'stop', message: { content: expect.stringMatching(/./) } });
  });

  test.each(offers)('calls several at once: $names', async ({ names }) => {
    const calls: Calls = [];
    const tools = names.map((name) => toolOf(name, calls));
    const { steps } = await run(calls, { tools, parallel_tool_calls: true });
    expect(namesOf(calls)).toEqual(names);
    expect(steps).toBe(2);
  });

  test('one after the other where they must not be called at once', async () => {
    const calls: Calls = [];
    const { names } = await run(calls, { tools: toolNames.map((name) => toolOf(name, calls)), parallel_tool_calls: false });
    expect(names).toEqual(['look_up']);
  });

  test.each(offers)('calls each once, then the last, where it must: $names', async ({ names }) => {
    const calls: Calls = [];
    const tools = names.map((name) => toolOf(name, calls));
    await run(calls, { tools, tool_choice: 'required' }, names.length + 1);
    expect(namesOf(calls)).toEqual([...names, names.at(-1)]);
  });

  test.each(toolNames)('calls the one that is named, and no other: %s', async (name) => {
    const calls: Calls = [];
    const tools = toolNames.map((name) => toolOf(name, calls));
    const { names, steps } = await run(calls, { tools, tool_choice: { type: 'function', function: { name } } });
    expect(names).toEqual([name]);
    expect(steps).toBe(1);
  });

  test.each(named({ ...shapes, ...limited }))('gives a tool what its schema takes: $kind', async ({ schema }) => {
    const calls: Calls = [];
    await run(calls, { tools: [toolOf('note', calls, schema)] });
    expect(calls).toEqual([['note', schema.parse(calls[0]?.[1])]]);
  });

  test('answers a second question about the same history', async () => {
    const calls: Calls = [];
    const tools = toolNames.map((name) => toolOf(name, calls));
    const first = completions().runTools({ model, messages, tools });
    await first.done();
    const history = [...first.messages, { role: 'user' as const, content: 'And tomorrow?' }];
    const second = completions().runTools({ model, messages: history as typeof messages, tools });
    expect(await second.finalContent()).toBeTruthy();
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
  });
});

describe('structured output', () => {
  test.each(named({ ...shapes, ...limited }))('parse: $kind', async ({ schema }) => {
    const { choices } = await completions().parse({ model, messages, response_format: zodResponseFormat(schema, 'answer') });
    expect(choices[0]?.finish_reason).toBe('stop');
    expect(choices[0]?.message.parsed).toEqual(schema.parse(JSON.parse(choices[0]?.message.content ?? '')));
  });

  test.each(named(shapes))('stream: $kind', async ({ schema }) => {
    const stream = completions().stream({ model, messages, response_format: zodResponseFormat(schema, 'answer') });
    const { choices } = await stream.finalChatCompletion();
    expect(schema.parse(choices[0]?.message.parsed)).toBeTruthy();
  });

  test('with tools: they are called first', async () => {
    const calls: Calls = [];
    const runner = completions().runTools({
      model,
      messages,
      tools: [toolOf('look_up', calls)],
      response_format: zodResponseFormat(strict, 'answer'),
    });
    const content: z.infer<typeof strict> = JSON.parse((await runner.finalContent()) ?? '');
    expect(strict.parse(content)).toEqual(content);
    expect(namesOf(calls)).toEqual(['look_up']);
  });

  test('that is cut says so, in the SDK’s own words', async () => {
    const request = { model, messages, max_tokens: 3, response_format: zodResponseFormat(strict, 'answer') };
    await expect(completions().parse(request)).rejects.toBeInstanceOf(LengthFinishReasonError);
    await expect(completions().stream(request).finalChatCompletion()).rejects.toBeInstanceOf(LengthFinishReasonError);
  });
});

test('a text that is cut says so', async () => {
  const request = { model, messages, max_completion_tokens: 3 };
  for (const { choices, usage } of [await completions().create(request), await completions().stream(request).finalChatCompletion()]) {
    expect(choices[0]?.finish_reason).toBe('length');
    expect(usage?.completion_tokens ?? 3).toBeLessThanOrEqual(3);
  }
});
