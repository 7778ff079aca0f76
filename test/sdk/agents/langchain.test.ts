/** LangChain and LangGraph, with each of their models that speaks a protocol of the gateway. */
import { ChatAnthropic } from '@langchain/anthropic';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
import { createAgent, providerStrategy, toolStrategy } from 'langchain';
import { describe, expect, test } from 'vitest';
import { limited, named, open, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();

type Calls = [string, unknown][];
type Settings = { maxTokens?: number };

const models: Record<string, (settings?: Settings) => BaseChatModel> = {
  'openai, chat': (settings = {}) =>
    new ChatOpenAI({ model: 'gpt-4o', apiKey: 'any-key', configuration: { baseURL: served.url('/v1') }, maxRetries: 0, ...settings }),
  'openai, Responses': (settings = {}) =>
    new ChatOpenAI({
      model: 'openai/gpt-5.2',
      apiKey: 'any-key',
      configuration: { baseURL: served.url('/bypass/openai/v1') },
      useResponsesApi: true,
      maxRetries: 0,
      ...settings,
    }),
  anthropic: (settings = {}) =>
    new ChatAnthropic({
      model: 'claude-4.5-sonnet',
      apiKey: 'any-key',
      anthropicApiUrl: served.url(''),
      maxRetries: 0,
      maxTokens: 4096,
      ...settings,
    }),
  google: ({ maxTokens } = {}) =>
    new ChatGoogleGenerativeAI({
      model: 'gemini-2.5-flash',
      apiKey: 'unused',
      apiVersion: 'v1',
      baseUrl: served.url('/bypass/vertex'),
      customHeaders: { Authorization: 'Bearer any-key' },
      maxRetries: 0,
      ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    }),
};

const ways = Object.entries(models).flatMap(([name, model]) => [false, true].map((stream) => ({ name, model, stream })));
const asked = [new HumanMessage(question)];
const textOf = (message: BaseMessage | undefined) => message?.text;

describe.each(ways)('$name, stream: $stream', ({ name, model, stream }) => {
  const toolOf = (name: string, calls: Calls, schema: Shape = city) =>
    tool(async (input: unknown) => noting(calls, name)(input), { name, description: name, schema });

  interface Runnable {
    invoke(input: never, options?: never): Promise<unknown>;
    stream(input: never, options?: never): Promise<AsyncIterable<unknown>>;
  }

  /** The state in which an agent ends. */
  async function run(agent: Runnable, messages: BaseMessage[] = asked, recursionLimit = 12) {
    const input = { messages } as never;
    if (!stream)
      return (await agent.invoke(input, { recursionLimit } as never)) as { messages: BaseMessage[]; structuredResponse?: unknown };
    let state: unknown;
    for await (const chunk of await agent.stream(input, { recursionLimit, streamMode: ['messages', 'values'] } as never)) {
      const [mode, value] = chunk as [string, unknown];
      if (mode === 'values') state = value;
    }
    return state as { messages: BaseMessage[]; structuredResponse?: unknown };
  }

  test.each(offers)('createAgent ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { messages } = await run(createAgent({ model: model(), tools: names.map((name) => toolOf(name, calls)) }) as never);
    expect(namesOf(calls)[0]).toBe('look_up');
    expect(new Set(namesOf(calls)).size).toBe(calls.length);
    expect(calls[0]?.[1]).toEqual({ city: expect.any(String) });
    expect(textOf(messages.at(-1))).toBeTruthy();
  });

  test('createReactAgent ends by itself, and after a second question', async () => {
    const calls: Calls = [];
    const agent = createReactAgent({ llm: model(), tools: [toolOf('look_up', calls)] }) as never;
    const { messages } = await run(agent);
    const second = await run(agent, [...messages, new HumanMessage('And tomorrow?')]);
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
    expect(textOf(second.messages.at(-1))).toBeTruthy();
  });

  test('a response by a tool, which has to be called', async () => {
    const calls: Calls = [];
    // To Responses LangChain does not say that a tool has to be called, so that text may follow a result.
    const tools = name === 'openai, Responses' ? [] : [toolOf('look_up', calls)];
    const { structuredResponse } = await run(createAgent({ model: model(), tools, responseFormat: toolStrategy(strict) }) as never);
    expect(namesOf(calls)).toEqual(tools.map(({ name }) => name));
    expect(strict.parse(structuredResponse)).toEqual(structuredResponse);
  });

  test('a response of the model’s own, after tools', async () => {
    // LangChain has none for Google's models.
    if (name === 'google') return;
    const calls: Calls = [];
    const agent = createAgent({ model: model(), tools: [toolOf('look_up', calls)], responseFormat: providerStrategy(strict) });
    const { structuredResponse } = await run(agent as never);
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(strict.parse(structuredResponse)).toEqual(structuredResponse);
  });

  test('the one that is named is called', async () => {
    const bound = model().bindTools?.(
      toolNames.map((name) => toolOf(name, [])),
      { tool_choice: 'measure' },
    );
    if (!bound) throw new Error('no tools');
    const { tool_calls = [] } = stream ? await concat(await bound.stream(asked)) : ((await bound.invoke(asked)) as AIMessage);
    expect(tool_calls.map(({ name, args }) => ({ name, args }))).toEqual([{ name: 'measure', args: { city: expect.any(String) } }]);
  });

  // Google's model sends schemas without their limits.
  const kinds = name === 'google' ? shapes : { ...shapes, ...limited };
  // In pieces or not, limits are kept alike.
  test.each(named(stream ? shapes : name === 'google' ? kinds : { ...kinds, ...open }))(
    'tools are given what their schemas take: $kind',
    async ({ schema }) => {
      const calls: Calls = [];
      await run(createAgent({ model: model(), tools: [toolOf('note', calls, schema)] }) as never);
      expect(calls).toEqual([['note', schema.parse(calls[0]?.[1])]]);
    },
  );

  // LangChain does not read calls out of the pieces of these streams.
  const callsOf = stream && (name === 'anthropic' || name === 'openai, Responses') ? [] : ['functionCalling'];
  const jsonOf = name.startsWith('openai') ? ['jsonSchema', 'jsonMode'] : ['jsonSchema'];
  test.each([...callsOf, ...jsonOf])('withStructuredOutput: %s', async (method) => {
    // Without a schema on the wire, only its form can be asked for.
    const schema = method === 'jsonMode' ? (strict.partial().loose() as Shape) : strict;
    const runnable = model().withStructuredOutput(schema, { method: method as 'functionCalling', name: 'answer' });
    let value: unknown;
    if (stream) for await (const chunk of await runnable.stream(asked)) value = chunk;
    else value = await runnable.invoke(asked);
    expect(schema.parse(value)).toEqual(value);
  });

  test('a text that is cut says so', async () => {
    const cut = model({ maxTokens: 16 });
    const { response_metadata, additional_kwargs, usage_metadata } = stream
      ? await concat(await cut.stream(asked))
      : ((await cut.invoke(asked)) as AIMessage);
    const { finish_reason, stop_reason, incomplete_details, finishReason } = {
      ...response_metadata,
      ...additional_kwargs,
    } as Record<string, unknown>;
    expect([finish_reason, stop_reason, (incomplete_details as { reason?: string } | undefined)?.reason, finishReason]).toContainEqual(
      expect.stringMatching(/^(length|max_tokens|max_output_tokens|MAX_TOKENS)$/),
    );
    // Of a stream of messages LangChain adds up what the first and the last event count.
    expect(usage_metadata?.output_tokens ?? 0).toBeLessThanOrEqual(stream && name === 'anthropic' ? 18 : 16);
  });
});

/** A stream of chunks, put together by the SDK. */
async function concat(chunks: AsyncIterable<BaseMessage>): Promise<AIMessage> {
  let whole: BaseMessage | undefined;
  for await (const chunk of chunks) whole = whole ? (whole as unknown as { concat(more: BaseMessage): BaseMessage }).concat(chunk) : chunk;
  return whole as AIMessage;
}
