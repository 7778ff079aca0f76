/** The stock Google GenAI SDK, pointed at the mock over a real socket. */
import {
  ApiError,
  type Content,
  FunctionCallingConfigMode,
  type FunctionDeclaration,
  GoogleGenAI,
  type GoogleGenAIOptions,
  Type,
} from '@google/genai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;
const client = (headers: Record<string, string> = {}, options: GoogleGenAIOptions = {}) =>
  new GoogleGenAI({
    apiKey: 'unused',
    ...options,
    httpOptions: { baseUrl: `${url}/bypass/vertex`, apiVersion: 'v1', headers: { Authorization: 'Bearer any-key', ...headers } },
  });
const model = 'gemini-2.5-flash';
const contents = 'Will it rain in Lisbon?';

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

describe('model ids', () => {
  test.each([
    ['gemini-2.5-flash', 'gemini-2.5-flash'],
    ['models/gemini-2.5-flash', 'gemini-2.5-flash'],
    ['google/gemini-3.1-flash-lite', 'google/gemini-3.1-flash-lite'],
  ])('%s', async (id, served) => {
    const response = await client().models.generateContent({ model: id, contents });
    // Without the prefix of the vendor.
    expect(response.modelVersion).toBe(served.replace(/^.*\//, ''));
    expect(response.text).toBeTruthy();
    expect(mock.journal().at(-1)?.path).toBe(`/bypass/vertex/v1/models/${served}:generateContent`);
  });

  test('in the SDK’s Vertex mode', async () => {
    const response = await client({}, { vertexai: true }).models.generateContent({ model: `models/${model}`, contents });
    expect(response.modelVersion).toBe(model);
  });
});

describe('content', () => {
  test('has an id of its own, a reason to end and counts of tokens', async () => {
    const ask = (text: string) => client().models.generateContent({ model, contents: text });
    const [short, long] = [await ask('Hi'), await ask('Hi '.repeat(500))];
    expect(short.candidates?.[0]?.finishReason).toBe('STOP');
    expect(short.responseId).toBeTruthy();
    expect(short.responseId).not.toBe(long.responseId);
    expect(long.usageMetadata?.promptTokenCount).toBeGreaterThan(10 * (short.usageMetadata?.promptTokenCount ?? 0));
    const { promptTokenCount = 0, candidatesTokenCount = 0, totalTokenCount } = short.usageMetadata ?? {};
    expect(totalTokenCount).toBe(promptTokenCount + candidatesTokenCount);
  });

  test('comes in as many candidates as asked for', async () => {
    const { candidates } = await client().models.generateContent({ model, contents, config: { candidateCount: 3 } });
    expect(candidates?.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test.each(['gemini-2.5-flash', 'google/gemini-3.1-flash-lite'])('streams what it would have answered at once: %s', async (id) => {
    const whole = await client().models.generateContent({ model: id, contents });
    const chunks = [];
    for await (const chunk of await client().models.generateContentStream({ model: id, contents })) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.map(({ text }) => text ?? '').join('')).toBe(whole.text);
    expect(chunks.every(({ modelVersion }) => modelVersion === id.replace(/^.*\//, ''))).toBe(true);
    expect(new Set(chunks.map(({ responseId }) => responseId)).size).toBe(1);
    expect(chunks.at(-1)?.candidates?.[0]?.finishReason).toBe('STOP');
    expect(chunks.at(-1)?.usageMetadata?.totalTokenCount).toBeGreaterThan(0);
  });

  test('shows thoughts when they are asked for', async () => {
    const config = { thinkingConfig: { includeThoughts: true, thinkingBudget: 512 } };
    const { candidates, text } = await client().models.generateContent({ model, contents, config });
    const parts = candidates?.[0]?.content?.parts ?? [];
    expect(parts.find(({ thought }) => thought)?.text).toBeTruthy();
    expect(text).toBe(
      parts
        .filter(({ thought }) => !thought)
        .map(({ text }) => text)
        .join(''),
    );
  });

  test('keeps a chat going', async () => {
    const chat = client().chats.create({ model });
    await chat.sendMessage({ message: 'My cat is called Minka.' });
    await chat.sendMessage({ message: 'What is my cat called?' });
    expect(chat.getHistory().map(({ role }) => role)).toEqual(['user', 'model', 'user', 'model']);
  });
});

describe('functions', () => {
  const forecast: FunctionDeclaration = {
    name: 'forecast_for',
    parameters: {
      type: Type.OBJECT,
      properties: {
        place: { type: Type.STRING },
        days: { type: Type.INTEGER, minimum: 2, maximum: 7 },
        unit: { type: Type.STRING, enum: ['celsius', 'fahrenheit'] },
      },
      required: ['place', 'days', 'unit'],
    },
  };
  const config = { tools: [{ functionDeclarations: [forecast] }] };
  const fitting = { place: expect.any(String), days: expect.any(Number), unit: expect.stringMatching(/^(celsius|fahrenheit)$/) };

  test('are called with arguments that fit, and their result is answered with text', async () => {
    const first = await client().models.generateContent({ model, contents, config });
    const [call] = first.functionCalls ?? [];
    expect(call).toMatchObject({ name: 'forecast_for', args: fitting });
    expect(call?.args?.days).toBeGreaterThanOrEqual(2);

    const history: Content[] = [
      { role: 'user', parts: [{ text: contents }] },
      first.candidates?.[0]?.content ?? {},
      { role: 'user', parts: [{ functionResponse: { name: 'forecast_for', response: { rain: false } } }] },
    ];
    const second = await client().models.generateContent({ model, contents: history, config });
    expect(second.text).toBeTruthy();
    expect(second.functionCalls).toBeUndefined();
  });

  test('are called in streams too', async () => {
    const calls = [];
    for await (const { functionCalls } of await client().models.generateContentStream({ model, contents, config }))
      calls.push(...(functionCalls ?? []));
    expect(calls).toMatchObject([{ name: 'forecast_for', args: fitting }]);
  });

  test('described as JSON Schema', async () => {
    const parametersJsonSchema = { type: 'object', properties: { place: { type: 'string', minLength: 60 } }, required: ['place'] };
    const tools = [{ functionDeclarations: [{ name: 'forecast_for', parametersJsonSchema }] }];
    const { functionCalls } = await client().models.generateContent({ model, contents, config: { tools } });
    expect(functionCalls).toMatchObject([{ name: 'forecast_for', args: { place: expect.stringMatching(/.{60}/) } }]);
  });

  test('are left alone when told so', async () => {
    const toolConfig = { functionCallingConfig: { mode: FunctionCallingConfigMode.NONE } };
    const { functionCalls, text } = await client().models.generateContent({ model, contents, config: { ...config, toolConfig } });
    expect(functionCalls).toBeUndefined();
    expect(text).toBeTruthy();
  });
});

describe('JSON', () => {
  const read = async (config: object): Promise<unknown> => {
    const request = { model, contents, config: { responseMimeType: 'application/json', ...config } };
    const { text } = await client().models.generateContent(request);
    let streamed = '';
    for await (const chunk of await client().models.generateContentStream(request)) streamed += chunk.text ?? '';
    expect(streamed).toBe(text);
    return JSON.parse(text ?? '');
  };

  test('of any form', async () => {
    expect(await read({})).toEqual(expect.any(Object));
  });

  test('that fits a responseSchema', async () => {
    const responseSchema = {
      type: Type.OBJECT,
      properties: { name: { type: Type.STRING }, tags: { type: Type.ARRAY, items: { type: Type.STRING }, minItems: '2' } },
      required: ['name', 'tags'],
    };
    expect(await read({ responseSchema })).toEqual({ name: expect.any(String), tags: [expect.any(String), expect.any(String)] });
  });

  test('that fits a responseJsonSchema', async () => {
    const responseJsonSchema = { type: 'object', properties: { steps: { type: 'integer', minimum: 7 } }, required: ['steps'] };
    expect(await read({ responseJsonSchema })).toEqual({ steps: 7 });
  });
});

describe('errors become the SDK’s own class', () => {
  const failing = (headers: Record<string, string>, config: object = {}): Promise<ApiError> =>
    client(headers)
      .models.generateContent({ model, contents, config })
      .then(
        () => Promise.reject(new Error('no error')),
        (error) => error,
      );

  test('400 names the field', async () => {
    const error = await failing({}, { temperature: 'hot' });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.status).toBe(400);
    expect(JSON.parse(error.message)).toMatchObject({
      error: { code: 400, status: 'INVALID_ARGUMENT', message: 'generationConfig.temperature must be number, got string "hot"' },
    });
  });

  test.each([
    [401, 'UNAUTHENTICATED'],
    [402, 'RESOURCE_EXHAUSTED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'NOT_FOUND'],
    [429, 'RESOURCE_EXHAUSTED'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
  ])('%i', async (status, word) => {
    const error = await failing({ Authorization: `Bearer sk-mock-${status}` });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.status).toBe(status);
    expect(JSON.parse(error.message).error).toMatchObject({ code: status, status: word, message: expect.any(String) });
  });

  test('a key where the gateway does not look for it', async () => {
    const bare = new GoogleGenAI({ apiKey: 'any-key', httpOptions: { baseUrl: `${url}/bypass/vertex`, apiVersion: 'v1' } });
    await expect(bare.models.generateContent({ model, contents })).rejects.toMatchObject({ status: 401 });
  });

  test('an answer that takes too long', async () => {
    const error = await failing({ prefer: 'latency-ms=5000' }, { httpOptions: { timeout: 40 } });
    expect(error).toMatchObject({ name: 'AbortError' });
  });
});

describe('streams that do not end well', () => {
  async function read(prefer: string, config: object = {}, onChunk = () => {}): Promise<void> {
    for await (const _ of await client({ prefer }).models.generateContentStream({ model, contents, config })) onChunk();
  }

  test('an error event is the error of the stream', async () => {
    await expect(read('stream-fault=error@1')).rejects.toThrow(/interrupted/);
  });

  test('a dropped connection is no end', async () => {
    await expect(read('stream-fault=cut@1')).rejects.toThrow();
  });

  test('silence lasts until the application gives up', async () => {
    const controller = new AbortController();
    let chunks = 0;
    const onChunk = () => {
      chunks++;
      // What is not silent would have ended by then.
      setTimeout(() => controller.abort(), 60);
    };
    await expect(read('stream-fault=stall@1', { abortSignal: controller.signal }, onChunk)).rejects.toMatchObject({ name: 'AbortError' });
    expect(chunks).toBe(1);
  });
});
