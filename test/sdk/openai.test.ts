/** The stock OpenAI SDK, pointed at the mock over a real socket. */
import OpenAI, {
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  RateLimitError,
} from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let baseURL: string;
const client = (apiKey = 'any-key', options: ConstructorParameters<typeof OpenAI>[0] = {}) =>
  new OpenAI({ apiKey, baseURL, maxRetries: 0, ...options });
const model = 'gemini-2.5-flash';

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  baseURL = `${(await mock.listen()).url}/v1`;
});
afterAll(() => mock.close());

describe('models', () => {
  test('are listed', async () => {
    const { data } = await client().models.list();
    expect(data.map(({ id }) => id)).toContain(model);
    expect(data.every(({ object, owned_by }) => object === 'model' && owned_by !== '')).toBe(true);
  });
});

test('retries overcome an error that passes, and no more than two of them', async () => {
  const ask = (times: number) =>
    client('any-key', { maxRetries: 2, defaultHeaders: { prefer: `code=429, times=${times}, session=times-${times}` } }).models.list();
  expect((await ask(2)).data.length).toBeGreaterThan(0);
  await expect(ask(3)).rejects.toBeInstanceOf(RateLimitError);
});

describe('chat', () => {
  test('answers with the request’s own model, id and time', async () => {
    const before = Math.floor(Date.now() / 1000);
    const ask = () => client().chat.completions.create({ model, messages: [{ role: 'user', content: 'What is the sun?' }] });
    const [first, second] = [await ask(), await ask()];
    expect(first.model).toBe(model);
    expect(first.id).toMatch(/^chatcmpl-[0-9a-f]{32}$/);
    expect(first.id).not.toBe(second.id);
    expect(first.created).toBeGreaterThanOrEqual(before);
    expect(first.choices[0]?.message.content).toBeTruthy();
  });

  test('counts tokens by the length of the request', async () => {
    const usage = async (content: string) =>
      (await client().chat.completions.create({ model, messages: [{ role: 'user', content }] })).usage;
    const [short, long] = [await usage('Hi'), await usage('Hi '.repeat(500))];
    expect(long?.prompt_tokens).toBeGreaterThan(10 * (short?.prompt_tokens ?? 0));
    expect(long?.total_tokens).toBe((long?.prompt_tokens ?? 0) + (long?.completion_tokens ?? 0));
  });

  test('streams chunks that end in a finish reason', async () => {
    const stream = await client().chat.completions.create({
      model,
      stream: true,
      messages: [{ role: 'user', content: 'What is the sun?' }],
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(3);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.every((chunk) => chunk.object === 'chat.completion.chunk' && chunk.model === model)).toBe(true);
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).not.toBe('');
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  test('streams what it would have answered at once', async () => {
    const request = { model, messages: [{ role: 'user' as const, content: 'What is the sun?' }] };
    const whole = await client().chat.completions.create(request);
    const streamed = await client().chat.completions.stream(request).finalChatCompletion();
    expect(streamed.choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
  });

  test('answers as many times as asked', async () => {
    const { choices } = await client().chat.completions.create({ model, n: 3, messages: [{ role: 'user', content: 'Hi' }] });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  const weather = {
    type: 'function' as const,
    function: {
      name: 'forecast_for',
      parameters: {
        type: 'object',
        properties: {
          place: { type: 'string' },
          days: { type: 'integer', minimum: 2, maximum: 7 },
          unit: { enum: ['celsius', 'fahrenheit'] },
        },
        required: ['place', 'days', 'unit'],
      },
    },
  };

  test('calls a tool of the request, with arguments that fit, and answers its result with text', async () => {
    const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Will it rain in Lisbon?' }];
    const first = await client().chat.completions.create({ model, messages, tools: [weather] });
    const [choice] = first.choices;
    expect(choice?.finish_reason).toBe('tool_calls');
    const [call] = choice?.message.tool_calls ?? [];
    if (call?.type !== 'function') throw new Error('no function call');
    expect(call.function.name).toBe('forecast_for');
    const args = JSON.parse(call.function.arguments);
    expect(args).toEqual({ place: expect.any(String), days: expect.any(Number), unit: expect.stringMatching(/celsius|fahrenheit/) });
    expect(args.days).toBeGreaterThanOrEqual(2);

    messages.push(choice?.message as OpenAI.ChatCompletionMessageParam, { role: 'tool', tool_call_id: call.id, content: '{"rain":false}' });
    const second = await client().chat.completions.create({ model, messages, tools: [weather] });
    expect(second.choices[0]?.finish_reason).toBe('stop');
    expect(second.choices[0]?.message.content).toBeTruthy();
    expect(second.choices[0]?.message.tool_calls).toBeUndefined();
  });

  test('streams tool calls in pieces', async () => {
    const stream = client().chat.completions.stream({ model, messages: [{ role: 'user', content: 'Will it rain?' }], tools: [weather] });
    const message = (await stream.finalChatCompletion()).choices[0]?.message;
    const [call] = message?.tool_calls ?? [];
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toMatchObject({ unit: 'celsius' });
  });

  test('answers JSON that fits the schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' }, minItems: 2 } },
      required: ['name', 'tags'],
      additionalProperties: false,
    };
    const { choices } = await client().chat.completions.create({
      model,
      messages: [{ role: 'user', content: 'Describe a cat' }],
      response_format: { type: 'json_schema', json_schema: { name: 'cat', schema, strict: true } },
    });
    const value = JSON.parse(choices[0]?.message.content ?? '');
    expect(value.tags.length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(value).sort()).toEqual(['name', 'tags']);
  });
});

describe('errors become the SDK’s own classes', () => {
  const chat = (apiKey: string, body: object = { model, messages: [{ role: 'user', content: 'Hi' }] }) =>
    client(apiKey).chat.completions.create(body as OpenAI.ChatCompletionCreateParamsNonStreaming);

  test('400 names the field', async () => {
    const error = await chat('any', { model, messages: 'Hi' }).catch((error) => error);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error', param: 'messages' });
    expect(error.message).toContain('messages must be array, got string "Hi"');
  });

  test('401 for a wrong key', async () => {
    await expect(chat('sk-mock-401')).rejects.toBeInstanceOf(AuthenticationError);
  });

  test('404 for an unknown path', async () => {
    await expect(client().get('/nothing/here')).rejects.toBeInstanceOf(NotFoundError);
  });

  test('429 with the time to wait', async () => {
    const error = await chat('sk-mock-429').catch((error) => error);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.headers.get('retry-after')).toBe('1');
  });

  test.each([402, 403, 408, 500, 502, 503, 504])('%i', async (status) => {
    const error = await chat(`sk-mock-${status}`).catch((error) => error);
    expect(error).toBeInstanceOf(APIError);
    expect(error.status).toBe(status);
    expect(error.error.message).toBeTruthy();
  });
});

describe('streams that do not end well', () => {
  async function read(prefer: string, onChunk: (abort: () => void) => void = () => {}): Promise<unknown> {
    const { completions } = client('any-key', { defaultHeaders: { prefer } }).chat;
    const stream = await completions.create({ model, stream: true, messages: [{ role: 'user', content: 'What is the sun?' }] });
    const texts = [];
    try {
      for await (const chunk of stream) {
        texts.push(chunk.choices[0]?.delta.content);
        onChunk(() => stream.controller.abort());
      }
    } catch (error) {
      return { texts, error };
    }
    return { texts };
  }

  test('an error event, after the chunks that went before', async () => {
    const { texts, error } = (await read('stream-fault=error@3')) as { texts: string[]; error: APIError };
    expect(texts).toHaveLength(3);
    expect(error).toBeInstanceOf(APIError);
    expect(error.message).toMatch(/interrupted/);
  });

  test('a dropped connection is no end', async () => {
    expect(await read('stream-fault=cut@3')).toEqual({
      texts: [expect.anything(), expect.anything(), expect.anything()],
      error: expect.any(TypeError),
    });
  });

  test('the application gives up on a silent one', async () => {
    let chunks = 0;
    const { texts } = (await read('stream-fault=stall@3', (abort) => ++chunks === 3 && abort())) as { texts: string[] };
    expect(texts).toHaveLength(3);
  });

  test('the application leaves in the middle', async () => {
    // The second chunk would come in a quarter of an hour.
    const { texts } = (await read('first-event-ms=0, events-per-second=0.001', (abort) => abort())) as { texts: string[] };
    expect(texts).toHaveLength(1);
  });
});

describe('patience', () => {
  const request = { model, messages: [{ role: 'user' as const, content: 'Hi' }] };

  test('an answer that takes too long', async () => {
    const slow = client('any-key', { timeout: 40, defaultHeaders: { prefer: 'latency-ms=5000' } });
    await expect(slow.chat.completions.create(request)).rejects.toBeInstanceOf(APIConnectionTimeoutError);
  });

  test('an answer that the application no longer wants', async () => {
    const slow = client('any-key', { defaultHeaders: { prefer: 'latency-ms=5000' } });
    const signal = AbortSignal.timeout(40);
    await expect(slow.chat.completions.create(request, { signal })).rejects.toBeInstanceOf(APIUserAbortError);
  });

  test('a second try comes when `Retry-After` allows', async () => {
    const session = 'openai-retry';
    const limited = client('sk-mock-429', { maxRetries: 1, defaultHeaders: { prefer: `session=${session}` } });
    await expect(limited.chat.completions.create(request)).rejects.toBeInstanceOf(RateLimitError);
    const [first, second, ...more] = mock.journal({ session });
    expect(more).toEqual([]);
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe('a form, which the gateway does not document', () => {
  const file = new File(['bytes'], 'a.png', { type: 'image/png' });

  test.each<[what: string, members: string, call: () => Promise<unknown>]>([
    ['a file', 'model, source_url', () => client().files.create({ file, purpose: 'user_data' })],
    ['a video', 'prompt', () => client().videos.create({ model: 'sora-2', prompt: 'A cat', input_reference: file })],
    ['an edit', 'model', () => client().images.edit({ image: file, prompt: 'A cat', model: 'kling-v2' })],
  ])('of %s is refused with what to send instead', async (_, members, call) => {
    await expect(call()).rejects.toThrow(
      expect.objectContaining({
        status: 415,
        message: expect.stringMatching(
          new RegExp(`^415 content type multipart/form-data is not supported; send application/json, such as \\{ .*${members}.* \\}$`),
        ),
      }),
    );
  });
});
