/** The vendors' own SDKs put the streams together, as applications do. */
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { eventStreamText } from '../../../src/contract/event-stream.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import { type AnswerContent, protocols } from '../../../src/protocols/index.js';

/** The documented answers of a protocol as streams on the wire. */
function streamsOf(name: string) {
  const protocol = protocols[name];
  const operations = contract.operations.filter((operation) => operation.protocol === name);
  const framing = operations.find(({ stream }) => stream)?.stream;
  if (!protocol || !framing) throw new Error(`No streams of ${name}`);
  const examples = operations.flatMap(({ id, examples }) => examples.map((example) => ({ ...example, name: `${id} ${example.name}` })));
  return examples
    .filter(({ body, events }) => events ?? !Array.isArray(body))
    .map(({ name, body = null, events }) => {
      const answer: Json = events ? protocol.fromEvents(events) : body;
      const wire = eventStreamText(protocol.toEvents(answer, {}), framing);
      const fetch = async () => new Response(wire, { headers: { 'content-type': 'text/event-stream' } });
      return { name, fetch, answer, content: protocol.read(answer) };
    });
}

const options = { apiKey: 'sk-test', baseURL: 'http://localhost/v1', maxRetries: 0 };

/** Calls without ids, whose arguments are texts or objects, depending on the SDK. */
const callsOf = ({ toolCalls }: AnswerContent) => toolCalls.map(({ name, arguments: value }) => ({ name, value }));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('openai, chat completions', () => {
  test.each(streamsOf('chat-completions'))('$name', async ({ fetch, content }) => {
    const stream = new OpenAI({ ...options, fetch }).chat.completions.stream({ model: 'm', messages: [] });
    const { choices, usage } = await stream.finalChatCompletion();
    expect(choices[0]?.message.content ?? '').toBe(content.text);
    const calls = choices[0]?.message.tool_calls ?? [];
    expect(
      calls.map((call) => call.type === 'function' && { name: call.function.name, value: JSON.parse(call.function.arguments) }),
    ).toEqual(callsOf(content));
    expect(choices[0]?.finish_reason).toBe(content.finishReason);
    expect(usage?.total_tokens).toBe(content.usage?.total);
  });
});

describe('anthropic', () => {
  test.each(streamsOf('messages'))('$name', async ({ fetch, answer }) => {
    const stream = new Anthropic({ ...options, fetch }).messages.stream({ model: 'm', max_tokens: 1, messages: [] });
    expect(await stream.finalMessage()).toMatchObject(answer as object);
  });
});

describe('openai, responses', () => {
  test.each(streamsOf('responses'))('$name', async ({ fetch, answer, content }) => {
    const stream = new OpenAI({ ...options, fetch }).responses.stream({ model: 'm', input: '' });
    let streamed = '';
    stream.on('response.output_text.delta', ({ delta }) => {
      streamed += delta;
    });
    const response = await stream.finalResponse();
    expect([streamed, response.output_text]).toEqual([content.text, content.text]);
    expect(response).toMatchObject(answer as object);
  });
});

describe('google, generateContent', () => {
  test.each(streamsOf('generate-content'))('$name', async ({ fetch, content }) => {
    vi.stubGlobal('fetch', fetch);
    const client = new GoogleGenAI({ apiKey: 'sk-test', httpOptions: { baseUrl: 'http://localhost' } });
    const chunks = [];
    for await (const chunk of await client.models.generateContentStream({ model: 'm', contents: 'Hi' })) chunks.push(chunk);
    const parts = chunks.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []);
    expect(parts.map(({ text = '', thought }) => (thought ? '' : text)).join('')).toBe(content.text);
    expect(chunks.flatMap(({ functionCalls = [] }) => functionCalls).map(({ name, args }) => ({ name, value: args }))).toEqual(
      callsOf(content),
    );
    expect(chunks.at(-1)?.usageMetadata?.totalTokenCount).toBe(content.usage?.total);
  });
});

describe('an error inside an open stream reaches the application', () => {
  const fetchOf = (name: string) => {
    const framing = contract.operations.find((operation) => operation.protocol === name && operation.stream)?.stream;
    const [documented] = streamsOf(name);
    const events = protocols[name]?.toEvents(documented?.answer ?? null, {}).slice(0, 3) ?? [];
    const wire = eventStreamText([...events, protocols[name]?.errorEvent({ message: 'Broken inside.' }, events.length)], {
      framing: 'data',
      ...framing,
    });
    return async () => new Response(wire, { headers: { 'content-type': 'text/event-stream' } });
  };

  test('openai, chat completions', async () => {
    const stream = new OpenAI({ ...options, fetch: fetchOf('chat-completions') }).chat.completions.stream({ model: 'm', messages: [] });
    await expect(stream.finalChatCompletion()).rejects.toThrow('Broken inside.');
  });

  test('anthropic', async () => {
    const stream = new Anthropic({ ...options, fetch: fetchOf('messages') }).messages.stream({ model: 'm', max_tokens: 1, messages: [] });
    await expect(stream.finalMessage()).rejects.toThrow('Broken inside.');
  });

  test('openai, responses', async () => {
    const stream = new OpenAI({ ...options, fetch: fetchOf('responses') }).responses.stream({ model: 'm', input: '' });
    await expect(stream.finalResponse()).rejects.toThrow('Broken inside.');
  });

  test('google, generateContent', async () => {
    vi.stubGlobal('fetch', fetchOf('generate-content'));
    const client = new GoogleGenAI({ apiKey: 'sk-test', httpOptions: { baseUrl: 'http://localhost' } });
    const read = async () => {
      for await (const _ of await client.models.generateContentStream({ model: 'm', contents: 'Hi' }));
    };
    await expect(read()).rejects.toThrow('Broken inside.');
  });
});
