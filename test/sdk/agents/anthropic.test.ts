/** Agents and structured output of the stock Anthropic SDK. */
import Anthropic from '@anthropic-ai/sdk';
import { betaZodOutputFormat, betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { describe, expect, test } from 'vitest';
import { limited, named, open, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();
const client = () => new Anthropic({ apiKey: 'any-key', baseURL: served.url(''), maxRetries: 0 });
const request = { model: 'claude-4.5-sonnet', max_tokens: 4096 };
const asked: Anthropic.Beta.BetaMessageParam[] = [{ role: 'user', content: question }];

type Calls = [string, unknown][];

const toolOf = (name: string, calls: Calls, inputSchema: Shape = city) =>
  betaZodTool({ name, description: name, inputSchema, run: noting(calls, name) });

describe.each([false, true])('toolRunner, stream: %s', (stream) => {
  async function run(more: object, messages = asked, most = 10) {
    // Threads, which a server has to keep, are no part of the contract.
    const body = { ...request, messages, tools: [], max_iterations: most, thread: false, ...more };
    const runner = client().beta.messages.toolRunner({ ...body, stream } as Parameters<Anthropic.Beta.Messages['toolRunner']>[0]);
    const message = await runner.runUntilDone();
    return { message, steps: served.requests().length, history: runner.params.messages };
  }

  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { message, steps } = await run({ tools: names.map((name) => toolOf(name, calls)) });
    expect(calls).toEqual([['look_up', { city: expect.any(String) }]]);
    expect(steps).toBe(2);
    expect(message).toMatchObject({ stop_reason: 'end_turn', content: [{ type: 'text', text: expect.stringMatching(/./) }] });
  });

  test.each(offers)('calls several at once: $names', async ({ names }) => {
    const calls: Calls = [];
    const tools = names.map((name) => toolOf(name, calls));
    const { steps } = await run({ tools, tool_choice: { type: 'auto', disable_parallel_tool_use: false } });
    expect(namesOf(calls)).toEqual(names);
    expect(steps).toBe(2);
  });

  test.each(offers)('calls each once, then the last, where it must: $names', async ({ names }) => {
    const calls: Calls = [];
    const tools = names.map((name) => toolOf(name, calls));
    await run({ tools, tool_choice: { type: 'any' } }, asked, names.length + 1);
    expect(namesOf(calls)).toEqual([...names, names.at(-1)]);
  });

  test.each(toolNames)('calls the one that is named: %s', async (name) => {
    const calls: Calls = [];
    const tools = toolNames.map((name) => toolOf(name, calls));
    await run({ tools, tool_choice: { type: 'tool', name } }, asked, 1);
    expect(namesOf(calls)).toEqual([name]);
  });

  test.each(named({ ...shapes, ...limited, ...open }))('gives a tool what its schema takes: $kind', async ({ schema }) => {
    const calls: Calls = [];
    await run({ tools: [toolOf('note', calls, schema)] });
    expect(calls).toEqual([['note', schema.parse(calls[0]?.[1])]]);
  });

  test('thinking goes back, sealed, with the call that it led to', async () => {
    const calls: Calls = [];
    const tools = [toolOf('look_up', calls)];
    const { message, history } = await run({ tools, thinking: { type: 'enabled', budget_tokens: 1024 } });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(history[1]?.content).toMatchObject([{ type: 'thinking', signature: expect.stringMatching(/./) }, { type: 'tool_use' }]);
    expect(message.content.map(({ type }) => type)).toEqual(['thinking', 'text']);
  });

  test('answers a second question about the same history', async () => {
    const calls: Calls = [];
    const tools = toolNames.map((name) => toolOf(name, calls));
    const { message, history } = await run({ tools });
    const second = await run({ tools }, [
      ...history.filter(({ content }) => content !== message.content),
      { role: 'assistant', content: message.content },
      { role: 'user', content: 'And tomorrow?' },
    ]);
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
    expect(second.message.stop_reason).toBe('end_turn');
  });

  test('ends by itself in a thread that the server would have to keep', async () => {
    const calls: Calls = [];
    const { message } = await run({ tools: toolNames.map((name) => toolOf(name, calls)), thread: undefined });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(message.stop_reason).toBe('end_turn');
  });

  test('structured output after tools', async () => {
    const calls: Calls = [];
    const { message } = await run({ tools: [toolOf('look_up', calls)], output_config: { format: betaZodOutputFormat(strict) } });
    expect(namesOf(calls)).toEqual(['look_up']);
    const [block] = message.content;
    expect(block?.type === 'text' && strict.parse(JSON.parse(block.text))).toBeTruthy();
  });
});

describe('structured output', () => {
  test.each(named({ ...shapes, ...limited }))('parse: $kind', async ({ schema }) => {
    const { parsed_output, stop_reason } = await client().messages.parse({
      ...request,
      messages: [{ role: 'user', content: question }],
      output_config: { format: zodOutputFormat(schema) },
    });
    expect(stop_reason).toBe('end_turn');
    expect(schema.parse(parsed_output)).toEqual(parsed_output);
  });

  test.each(named(shapes))('stream: $kind', async ({ schema }) => {
    const stream = client().messages.stream({
      ...request,
      messages: [{ role: 'user', content: question }],
      output_config: { format: zodOutputFormat(schema) },
    });
    const { parsed_output } = await stream.finalMessage();
    expect(schema.parse(parsed_output)).toEqual(parsed_output);
  });
});

test.each([false, true])('a text that is cut says so, stream: %s', async (stream) => {
  const body = { model: request.model, max_tokens: 12, messages: [{ role: 'user' as const, content: question }] };
  const message = stream ? await client().messages.stream(body).finalMessage() : await client().messages.create(body);
  expect(message.stop_reason).toBe('max_tokens');
  expect(message.usage.output_tokens).toBeLessThanOrEqual(12);
});

test('what the vendor runs is not pretended', async () => {
  const tools = [{ type: 'web_search_20250305' as const, name: 'web_search' as const }];
  const message = await client().messages.create({ ...request, messages: [{ role: 'user', content: question }], tools });
  expect(message.content.map(({ type }) => type)).toEqual(['text']);
});
