/** Loops of an application over its own answers: two tools at once, a reminder behind their results, and Responses that follow one another. */
import Anthropic from '@anthropic-ai/sdk';
import { type Content, GoogleGenAI, type Part } from '@google/genai';
import { generateText, type ModelMessage, streamText, tool } from 'ai';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serve } from './served.js';
import { type VercelModel, vercelModels } from './vercel-models.js';

const served = serve({
  scenarios: [
    'test/fixtures/scenarios/shop',
    {
      name: 'both',
      when: { user: 'both', tool: 'get_weather' },
      answers: [
        {
          text: 'I look both up.',
          toolCalls: [
            { name: 'get_order', arguments: { id: 7 } },
            { name: 'get_weather', arguments: { city: 'Berlin' } },
          ],
        },
      ],
    },
    {
      name: 'both.done',
      when: { user: 'both', toolResult: 'get_weather' },
      answers: [{ text: 'Order: {$conversation#/toolResults/0/text}. Weather: {$conversation#/toolResults/1/text}.' }],
    },
  ],
});

const shapes = { get_order: z.object({ id: z.number(), asked: z.string().optional() }), get_weather: z.object({ city: z.string() }) };
const names = Object.keys(shapes) as (keyof typeof shapes)[];
const results: Record<string, string> = { get_order: 'paid', get_weather: 'rain' };
const schemaOf = (name: keyof typeof shapes) => z.toJSONSchema(shapes[name]) as { type: 'object'; [keyword: string]: unknown };
/** More steps than any loop takes. */
const enough = [1, 2, 3, 4, 5];

/** What an agent came to: its last words, and the tools that it called, step by step. */
interface Outcome {
  text: string;
  calls: string[][];
}

/** An agent that says `reminder`, if any, behind the results of its tools. */
type Loop = (question: string, stream: boolean, reminder?: string) => Promise<Outcome>;

const openai = (path: string) => new OpenAI({ apiKey: 'any-key', baseURL: served.url(path), maxRetries: 0 });

const responses =
  (chained: boolean): Loop =>
  async (question, stream, reminder) => {
    const client = openai('/bypass/openai/v1').responses;
    const tools = names.map((name) => ({ type: 'function' as const, name, strict: false, parameters: schemaOf(name) }));
    const calls: string[][] = [];
    let input: OpenAI.Responses.ResponseInput = [{ role: 'user', content: question }];
    let previous: string | undefined;
    for (const _ of enough) {
      const request = { model: 'openai/gpt-5.2', input, tools, ...(previous !== undefined && { previous_response_id: previous }) };
      const response = stream ? await client.stream(request).finalResponse() : await client.create(request);
      const called = response.output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
      if (called.length === 0) return { text: response.output_text, calls };
      calls.push(called.map(({ name }) => name));
      const outputs = called.map(({ call_id, name }) => ({ type: 'function_call_output' as const, call_id, output: results[name] ?? '' }));
      const said = reminder === undefined ? [] : [{ role: 'user' as const, content: reminder }];
      if (chained) previous = response.id;
      input = [...(chained ? [] : [...input, ...(response.output as OpenAI.Responses.ResponseInput)]), ...outputs, ...said];
    }
    throw new Error('no end');
  };

const viaVercel =
  (model: () => VercelModel): Loop =>
  async (question, stream, reminder) => {
    const tools = Object.fromEntries(
      names.map((name) => [name, tool({ inputSchema: shapes[name] as z.ZodType, execute: async () => results[name] })]),
    );
    const messages: ModelMessage[] = [{ role: 'user', content: question }];
    const calls: string[][] = [];
    for (const _ of enough) {
      const request = { model: model(), messages, tools, maxOutputTokens: 1000, maxRetries: 0 };
      const outcome = stream ? streamText(request) : await generateText(request);
      const [text, called, { messages: made }] = await Promise.all([outcome.text, outcome.toolCalls, outcome.response]);
      if (called.length === 0) return { text, calls };
      calls.push(called.map(({ toolName }) => toolName));
      messages.push(...made, ...(reminder === undefined ? [] : [{ role: 'user' as const, content: reminder }]));
    }
    throw new Error('no end');
  };

const loops: Record<string, Loop> = {
  'OpenAI, chat completions': async (question, stream, reminder) => {
    const client = openai('/v1').chat.completions;
    const tools = names.map((name) => ({ type: 'function' as const, function: { name, parameters: schemaOf(name) } }));
    const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
    const calls: string[][] = [];
    for (const _ of enough) {
      const request = { model: 'gemini-2.5-flash', messages, tools };
      const completion = stream ? await client.stream(request).finalChatCompletion() : await client.create(request);
      const { message } = completion.choices[0] as OpenAI.ChatCompletion.Choice;
      const called = (message.tool_calls ?? []).flatMap((call) => (call.type === 'function' ? [call] : []));
      if (called.length === 0) return { text: message.content ?? '', calls };
      calls.push(called.map((call) => call.function.name));
      messages.push(message);
      for (const { id, function: made } of called) messages.push({ role: 'tool', tool_call_id: id, content: results[made.name] ?? '' });
      if (reminder !== undefined) messages.push({ role: 'user', content: reminder });
    }
    throw new Error('no end');
  },
  'Anthropic, Messages': async (question, stream, reminder) => {
    const client = new Anthropic({ apiKey: 'any-key', baseURL: served.url(''), maxRetries: 0 }).messages;
    const tools = names.map((name) => ({ name, input_schema: schemaOf(name) }));
    const messages: Anthropic.MessageParam[] = [{ role: 'user', content: question }];
    const calls: string[][] = [];
    for (const _ of enough) {
      const request = { model: 'claude-4.5-sonnet', max_tokens: 1024, messages, tools };
      const message = stream ? await client.stream(request).finalMessage() : await client.create(request);
      const called = message.content.filter((block) => block.type === 'tool_use');
      const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
      if (called.length === 0) return { text, calls };
      calls.push(called.map(({ name }) => name));
      const given = called.map(({ id, name }) => ({ type: 'tool_result' as const, tool_use_id: id, content: results[name] ?? '' }));
      const said = reminder === undefined ? [] : [{ type: 'text' as const, text: reminder }];
      messages.push({ role: 'assistant', content: message.content }, { role: 'user', content: [...given, ...said] });
    }
    throw new Error('no end');
  },
  'Google GenAI, generateContent': async (question, stream, reminder) => {
    const client = new GoogleGenAI({
      apiKey: 'unused',
      httpOptions: { baseUrl: served.url('/bypass/vertex'), apiVersion: 'v1', headers: { Authorization: 'Bearer any-key' } },
    });
    const tools = [{ functionDeclarations: names.map((name) => ({ name, parametersJsonSchema: schemaOf(name) })) }];
    const contents: Content[] = [{ role: 'user', parts: [{ text: question }] }];
    const calls: string[][] = [];
    for (const _ of enough) {
      const request = { model: 'gemini-2.5-flash', contents, config: { tools } };
      const parts: Part[] = [];
      if (stream) {
        for await (const piece of await client.models.generateContentStream(request))
          parts.push(...(piece.candidates?.[0]?.content?.parts ?? []));
      } else {
        parts.push(...((await client.models.generateContent(request)).candidates?.[0]?.content?.parts ?? []));
      }
      const called = parts.flatMap(({ functionCall }) => functionCall ?? []);
      if (called.length === 0) return { text: parts.map(({ text = '', thought }) => (thought ? '' : text)).join(''), calls };
      calls.push(called.map(({ name = '' }) => name));
      const given = called.map(({ id, name = '' }) => ({
        functionResponse: { ...(id !== undefined && { id }), name, response: { output: results[name] } },
      }));
      const said = reminder === undefined ? [] : [{ text: reminder }];
      contents.push({ role: 'model', parts }, { role: 'user', parts: [...given, ...said] });
    }
    throw new Error('no end');
  },
  'OpenAI, Responses': responses(false),
  'OpenAI, Responses that name the one before': responses(true),
  ...Object.fromEntries(Object.entries(vercelModels(served)).map(([name, model]) => [name, viaVercel(model)])),
};

describe.each(Object.entries(loops))('%s', (_, loop) => {
  describe.each([false, true])('stream: %s', (stream) => {
    test('two tools at once', async () => {
      expect(await loop('Look both up, please.', stream)).toEqual({ text: 'Order: paid. Weather: rain.', calls: [names] });
    });

    test('a reminder behind the result', async () => {
      const { text, calls } = await loop('My money back, please!', stream, 'Remember to be friendly.');
      expect(calls).toEqual([['get_order']]);
      expect(text).toBe('Refunded. The shop said: paid');
    });
  });
});
