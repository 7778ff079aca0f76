/** One file of scenarios, served to the stock SDKs of four protocols: agents of an application end by themselves, as its file has them. */
import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { GoogleGenAI } from '@google/genai';
import { generateText, stepCountIs, streamText, tool } from 'ai';
import OpenAI from 'openai';
import { zodFunction } from 'openai/helpers/zod';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serve } from './served.js';
import { type VercelModel, vercelModels } from './vercel-models.js';

/** Moved on by hand: a job of eight seconds is over at once. */
let now = Date.UTC(2026, 0, 1);
const served = serve({ scenarios: 'test/fixtures/scenarios/shop', now: () => now });

const order = z.object({ id: z.number(), asked: z.string() });
const question = 'My money back, please!';

/** An agent with the tool of the shop: what it answers, and what the tool was asked. */
type Agent = (result: string, stream: boolean) => Promise<{ text: string; asked: unknown[] }>;

const openai = () => new OpenAI({ apiKey: 'any-key', baseURL: served.url('/v1'), maxRetries: 0 });

const viaVercel =
  (model: () => VercelModel): Agent =>
  async (result, stream) => {
    const asked: unknown[] = [];
    const execute = async (input: unknown) => {
      asked.push(input);
      return result;
    };
    const request = {
      model: model(),
      prompt: question,
      tools: { get_order: tool({ description: 'Looks an order up.', inputSchema: order, execute }) },
      stopWhen: stepCountIs(5),
      maxOutputTokens: 1000,
      maxRetries: 0,
    };
    return { text: stream ? await streamText(request).text : (await generateText(request)).text, asked };
  };

const agents: Record<string, Agent> = {
  'OpenAI, chat completions': async (result, stream) => {
    const asked: unknown[] = [];
    const run = (input: unknown) => {
      asked.push(input);
      return result;
    };
    const request = { model: 'gemini-2.5-flash', messages: [{ role: 'user' as const, content: question }] };
    const tools = [zodFunction({ name: 'get_order', parameters: order, function: run })];
    const { completions } = openai().chat;
    const runner = stream ? completions.runTools({ ...request, tools, stream }) : completions.runTools({ ...request, tools });
    return { text: (await runner.finalContent()) ?? '', asked };
  },
  'Anthropic, Messages': async (result, stream) => {
    const asked: unknown[] = [];
    const run = (input: unknown) => {
      asked.push(input);
      return result;
    };
    const tools = [betaZodTool({ name: 'get_order', description: 'Looks an order up.', inputSchema: order, run })];
    const messages: Anthropic.Beta.BetaMessageParam[] = [{ role: 'user', content: question }];
    const body = { model: 'claude-4.5-sonnet', max_tokens: 1024, messages, tools, thread: false, stream };
    const client = new Anthropic({ apiKey: 'any-key', baseURL: served.url(''), maxRetries: 0 });
    const runner = client.beta.messages.toolRunner(body as Parameters<Anthropic.Beta.Messages['toolRunner']>[0]);
    const { content } = await runner.runUntilDone();
    return { text: content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(''), asked };
  },
  'Google GenAI, generateContent': async (result, stream) => {
    const asked: unknown[] = [];
    const client = new GoogleGenAI({
      apiKey: 'unused',
      httpOptions: { baseUrl: served.url('/bypass/vertex'), apiVersion: 'v1', headers: { Authorization: 'Bearer any-key' } },
    });
    const callable = {
      tool: async () => ({ functionDeclarations: [{ name: 'get_order', parametersJsonSchema: z.toJSONSchema(order) }] }),
      callTool: async (calls: { id?: string; name?: string; args?: Record<string, unknown> }[]) =>
        calls.map(({ id, name = '', args }) => {
          asked.push(args);
          return { functionResponse: { ...(id !== undefined && { id }), name, response: { output: result } } };
        }),
    };
    const request = { model: 'gemini-2.5-flash', contents: question, config: { tools: [callable] } };
    const responses = [];
    if (stream) for await (const response of await client.models.generateContentStream(request)) responses.push(response);
    else responses.push(await client.models.generateContent(request));
    const parts = responses.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []);
    return { text: parts.map(({ text = '', thought }) => (thought ? '' : text)).join(''), asked };
  },
  ...Object.fromEntries(Object.entries(vercelModels(served)).map(([name, model]) => [name, viaVercel(model)])),
};

describe.each(Object.entries(agents))('%s', (_, agent) => {
  describe.each([false, true])('stream: %s', (stream) => {
    test.each([
      ['unpaid since May', 'Order 42 was never paid.'],
      ['paid', 'Refunded. The shop said: paid'],
    ])('%s', async (result, expected) => {
      const { text, asked } = await agent(result, stream);
      expect(asked).toEqual([{ id: 42, asked: question }]);
      expect(text.endsWith(expected), text).toBe(true);
      expect(served.requests().length).toBe(2);
    });
  });
});

describe('a retry', () => {
  const complete = (maxRetries: number) =>
    new OpenAI({
      apiKey: 'any-key',
      baseURL: served.url('/v1'),
      maxRetries,
      defaultHeaders: { 'x-test': 'flaky' },
    }).chat.completions.create({
      model: 'gemini-2.5-flash',
      messages: [{ role: 'user', content: 'Hello' }],
    });

  test('overcomes two errors', async () => {
    expect((await complete(2)).choices[0]?.message.content).toMatch(/./);
    expect(served.requests().map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  test('does not overcome two with one', async () => {
    await expect(complete(1)).rejects.toThrow(OpenAI.RateLimitError);
  });
});

describe('what goes wrong', () => {
  test('a stream reports an error', async () => {
    const stream = await openai().chat.completions.create({
      model: 'gemini-2.5-flash',
      messages: [{ role: 'user', content: 'A poem.' }],
      stream: true,
    });
    const read = async () => {
      for await (const _ of stream);
    };
    await expect(read()).rejects.toThrow('Overloaded.');
  });

  test('a gateway in front is out of order', async () => {
    const create = openai().chat.completions.create({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'outage' }] });
    await expect(create).rejects.toMatchObject({ status: 502 });
  });
});

test('a video fails, and the next one is the cat', async () => {
  const call = (path: string, body?: unknown) =>
    fetch(served.url(path), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: 'Bearer any-key', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const video = { model: 'sora-2', prompt: 'a cat on a wall', seconds: '4', size: '1280x720' };
  const results = [];
  for (const _ of [1, 2]) {
    const { id } = await (await call('/v1/videos', video)).json();
    now += 8000;
    results.push(await (await call(`/v1/videos/${id}`)).json());
  }
  expect(results).toMatchObject([
    { status: 'failed', error: { message: 'The prompt was refused.', code: 'moderation_blocked' } },
    { status: 'completed', task_result: { videos: [{ url: expect.stringMatching(/\.mp4$/) }] } },
  ]);
  const file = await fetch(results[1].task_result.videos[0].url, { headers: { range: 'bytes=0-3' } });
  expect([file.status, file.headers.get('content-type'), (await file.arrayBuffer()).byteLength]).toEqual([206, 'video/mp4', 4]);
});
