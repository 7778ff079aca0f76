/** Agents and structured output of the stock Google GenAI SDK. */
import {
  type CallableTool,
  type Content,
  type FunctionCall,
  FunctionCallingConfigMode,
  type GenerateContentConfig,
  type GenerateContentResponse,
  GoogleGenAI,
} from '@google/genai';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limited, named, open, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();
const client = () =>
  new GoogleGenAI({
    apiKey: 'unused',
    httpOptions: { baseUrl: served.url('/bypass/vertex'), apiVersion: 'v1', headers: { Authorization: 'Bearer any-key' } },
  });
const model = 'gemini-2.5-flash';
const asked: Content[] = [{ role: 'user', parts: [{ text: question }] }];

type Calls = [string, unknown][];

/** A tool as the SDK calls it by itself. */
function callable(names: readonly string[], calls: Calls, schema: Shape = city): CallableTool {
  return {
    tool: async () => ({ functionDeclarations: names.map((name) => ({ name, parametersJsonSchema: z.toJSONSchema(schema) })) }),
    callTool: async (functionCalls: FunctionCall[]) =>
      functionCalls.map(({ id, name = '', args }) => ({
        functionResponse: { ...(id !== undefined && { id }), name, response: { output: noting(calls, name)(schema.parse(args)) } },
      })),
  };
}

const partsOf = (responses: GenerateContentResponse[]) => responses.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []);

/** Not by the getter of the SDK, which warns of the calls beside the text. */
const textOf = (responses: GenerateContentResponse[]) =>
  partsOf(responses)
    .map(({ text = '', thought }) => (thought ? '' : text))
    .join('');

describe.each([false, true])('automatic function calling, stream: %s', (stream) => {
  async function run(config: GenerateContentConfig, contents = asked) {
    const request = { model, contents, config };
    const responses: GenerateContentResponse[] = [];
    if (stream) for await (const response of await client().models.generateContentStream(request)) responses.push(response);
    else responses.push(await client().models.generateContent(request));
    return { responses, text: textOf(responses), steps: served.requests().length };
  }

  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { text, steps, responses } = await run({ tools: [callable(names, calls)] });
    expect(calls).toEqual([['look_up', { city: expect.any(String) }]]);
    expect(steps).toBe(2);
    expect(text).toBeTruthy();
    expect(responses.at(-1)?.candidates?.[0]?.finishReason).toBe('STOP');
  });

  test.each(offers)('calls each once, then the last, where it must: $names', async ({ names }) => {
    const calls: Calls = [];
    await run({
      tools: [callable(names, calls)],
      toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY } },
      automaticFunctionCalling: { maximumRemoteCalls: names.length + 1 },
    });
    expect(namesOf(calls).slice(0, names.length + 1)).toEqual([...names, ...(calls.length > names.length ? [names.at(-1)] : [])]);
    expect(calls.length).toBeGreaterThanOrEqual(names.length);
  });

  test.each(toolNames)('calls the one that is named: %s', async (name) => {
    const { responses } = await run({
      tools: [{ functionDeclarations: toolNames.map((name) => ({ name, parametersJsonSchema: z.toJSONSchema(city) })) }],
      toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY, allowedFunctionNames: [name] } },
    });
    expect(responses.flatMap(({ functionCalls = [] }) => functionCalls).map((call) => call.name)).toEqual([name]);
  });

  test.each(named({ ...shapes, ...limited, ...open }))('gives a tool what its schema takes: $kind', async ({ schema }) => {
    const calls: Calls = [];
    await run({ tools: [callable(['note'], calls, schema)] });
    expect(calls).toEqual([['note', expect.any(Object)]]);
  });

  test.each(named({ ...shapes, ...limited, ...open }))('structured output: $kind', async ({ schema }) => {
    const { text } = await run({ responseMimeType: 'application/json', responseJsonSchema: z.toJSONSchema(schema) });
    expect(schema.parse(JSON.parse(text))).toBeTruthy();
  });

  test('structured output after tools', async () => {
    const calls: Calls = [];
    const { text } = await run({
      tools: [callable(['look_up'], calls)],
      responseMimeType: 'application/json',
      responseJsonSchema: z.toJSONSchema(strict),
    });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(strict.parse(JSON.parse(text))).toBeTruthy();
  });

  test('a text that is cut says so', async () => {
    const { responses } = await run({ maxOutputTokens: 12 });
    expect(responses.at(-1)?.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
    expect(responses.at(-1)?.usageMetadata?.candidatesTokenCount).toBeLessThanOrEqual(12);
  });

  test('what the vendor runs is not pretended', async () => {
    const { responses, text, steps } = await run({ tools: [{ googleSearch: {} }, { codeExecution: {} }] });
    expect(responses.flatMap(({ functionCalls = [] }) => functionCalls)).toEqual([]);
    expect(text).toBeTruthy();
    expect(steps).toBe(1);
  });
});

test.each([false, true])(
  'a chat sends the seal over its thinking back with the call, and takes a second question, stream: %s',
  async (stream) => {
    const calls: Calls = [];
    const tool = callable(toolNames, calls);
    const { functionDeclarations = [] } = await tool.tool();
    const config = { tools: [{ functionDeclarations }], thinkingConfig: { includeThoughts: true } };
    const chat = client().chats.create({ model: 'google/gemini-3.1-flash-lite', config });
    const send = async (message: Content['parts'] | string): Promise<GenerateContentResponse[]> => {
      if (!stream) return [await chat.sendMessage({ message: message as string })];
      const responses = [];
      for await (const response of await chat.sendMessageStream({ message: message as string })) responses.push(response);
      return responses;
    };
    for (const text of [question, 'And tomorrow?']) {
      const called = (await send(text)).flatMap(({ functionCalls = [] }) => functionCalls);
      expect(called.map(({ name }) => name)).toEqual(['look_up']);
      const answered = await send(await tool.callTool(called));
      expect(answered.flatMap(({ functionCalls = [] }) => functionCalls)).toEqual([]);
      expect(textOf(answered)).toBeTruthy();
    }
    const parts = chat.getHistory().flatMap(({ parts = [] }) => parts);
    expect(parts.filter(({ functionCall }) => functionCall).every(({ thoughtSignature }) => thoughtSignature)).toBe(true);
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
  },
);
