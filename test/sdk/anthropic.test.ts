/** The stock Anthropic SDK, pointed at the mock over a real socket. */
import Anthropic, {
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  OverloadedError,
  PermissionDeniedError,
  RateLimitError,
  ServiceUnavailableError,
} from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;
const client = (options: ConstructorParameters<typeof Anthropic>[0] = {}) =>
  new Anthropic({ apiKey: 'any-key', baseURL: url, maxRetries: 0, ...options });
const question = { model: 'claude-4.5-sonnet', max_tokens: 100, messages: [{ role: 'user' as const, content: 'What is the sun?' }] };

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

const textOf = ({ content }: Anthropic.Message): string => content.map((block) => (block.type === 'text' ? block.text : '')).join('');

describe.each([
  ['/v1/messages', ''],
  ['/bypass/anthropic/v1/messages', '/bypass/anthropic'],
])('%s', (path, prefix) => {
  const messages = () => client({ baseURL: url + prefix }).messages;

  test('answers with the request’s own model and an id of its own', async () => {
    const [first, second] = [await messages().create(question), await messages().create(question)];
    expect(mock.journal().at(-1)?.path).toBe(path);
    expect(first).toMatchObject({ type: 'message', role: 'assistant', model: question.model, stop_reason: 'end_turn' });
    expect(first.id).not.toBe(second.id);
    expect(textOf(first)).toBeTruthy();
  });

  test('counts tokens by the length of the request', async () => {
    const usage = async (content: string) => (await messages().create({ ...question, messages: [{ role: 'user', content }] })).usage;
    const [short, long] = [await usage('Hi'), await usage('Hi '.repeat(500))];
    expect(long.input_tokens).toBeGreaterThan(10 * short.input_tokens);
    expect(long.output_tokens).toBeGreaterThan(0);
  });

  test('streams text in pieces, which the SDK puts together', async () => {
    const deltas: string[] = [];
    const stream = messages()
      .stream(question)
      .on('text', (delta) => deltas.push(delta));
    const message = await stream.finalMessage();
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.join('')).toBe(textOf(message));
    expect(message).toMatchObject({ model: question.model, stop_reason: 'end_turn' });
    expect(message.usage.output_tokens).toBeGreaterThan(0);
  });

  test('streams raw events in the order of the protocol', async () => {
    const types: string[] = [];
    for await (const event of await messages().create({ ...question, stream: true })) types.push(event.type);
    expect(types[0]).toBe('message_start');
    expect(types.slice(-3)).toEqual(['content_block_stop', 'message_delta', 'message_stop']);
    expect(types).toContain('content_block_delta');
  });

  test('thinks before it speaks, at once and as a stream', async () => {
    const request = { ...question, max_tokens: 3000, thinking: { type: 'enabled' as const, budget_tokens: 1024 } };
    const whole = await messages().create(request);
    expect(whole.content.map(({ type }) => type)).toEqual(['thinking', 'text']);

    let thinking = '';
    const streamed = await messages()
      .stream(request)
      .on('thinking', (delta) => {
        thinking += delta;
      })
      .finalMessage();
    expect(streamed.content[0]).toMatchObject({ type: 'thinking', thinking, signature: expect.stringMatching(/./) });
    expect(streamed.usage.output_tokens).toBeGreaterThan(0);
  });

  const forecast: Anthropic.Tool = {
    name: 'forecast_for',
    description: 'The weather of the next days',
    input_schema: {
      type: 'object',
      properties: {
        place: { type: 'string' },
        days: { type: 'integer', minimum: 2, maximum: 7 },
        unit: { enum: ['celsius', 'fahrenheit'] },
      },
      required: ['place', 'days', 'unit'],
    },
  };
  const rain: Anthropic.MessageParam[] = [{ role: 'user', content: 'Will it rain in Lisbon?' }];

  test('calls a tool of the request, with input that fits, and answers its result with text', async () => {
    const first = await messages().create({ ...question, messages: rain, tools: [forecast] });
    expect(first.stop_reason).toBe('tool_use');
    const call = first.content.find((block) => block.type === 'tool_use');
    if (!call) throw new Error('no tool call');
    expect(call.name).toBe('forecast_for');
    const input = call.input as { place: string; days: number; unit: string };
    expect(input).toEqual({ place: expect.any(String), days: expect.any(Number), unit: expect.stringMatching(/^(celsius|fahrenheit)$/) });
    expect(input.days).toBeGreaterThanOrEqual(2);

    const second = await messages().create({
      ...question,
      tools: [forecast],
      messages: [
        ...rain,
        { role: 'assistant', content: first.content },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: '{"rain":false}' }] },
      ],
    });
    expect(second.stop_reason).toBe('end_turn');
    expect(second.content.map(({ type }) => type)).toEqual(['text']);
  });

  test('streams the input of a tool call as pieces of JSON', async () => {
    let json = '';
    const stream = messages().stream({ ...question, messages: rain, tools: [forecast] });
    stream.on('inputJson', (piece) => {
      json += piece;
    });
    const message = await stream.finalMessage();
    const call = message.content.find((block) => block.type === 'tool_use');
    expect(message.stop_reason).toBe('tool_use');
    expect(JSON.parse(json)).toEqual(call?.input);
    expect(call?.input).toMatchObject({ unit: 'celsius' });
  });

  test('leaves tools alone when told so', async () => {
    const message = await messages().create({ ...question, tools: [forecast], tool_choice: { type: 'none' } });
    expect(message.content.every(({ type }) => type === 'text')).toBe(true);
  });
});

test('answers JSON that fits the schema', async () => {
  const schema = {
    type: 'object',
    properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' }, minItems: 2 } },
    required: ['name', 'tags'],
    additionalProperties: false,
  };
  const message = await client().messages.create({ ...question, output_config: { format: { type: 'json_schema', schema } } });
  const value = JSON.parse(textOf(message));
  expect(value.tags.length).toBeGreaterThanOrEqual(2);
  expect(Object.keys(value).sort()).toEqual(['name', 'tags']);
});

describe('keys', () => {
  test.each([
    ['apiKey', {}, 'authorization'],
    ['authToken', { apiKey: null, authToken: 'any-token' }, 'authorization'],
    ['x-api-key', { defaultHeaders: { Authorization: null, 'x-api-key': 'any-key' } }, 'x-api-key'],
  ])('%s', async (_, options, header) => {
    await client(options).messages.create(question);
    const headers = mock.journal().at(-1)?.requestHeaders ?? {};
    expect(Object.keys(headers).filter((name) => ['authorization', 'x-api-key'].includes(name))).toEqual([header]);
    expect(JSON.stringify(headers)).not.toContain('any-');
  });

  test('none', async () => {
    const error = await client({ defaultHeaders: { Authorization: null } })
      .messages.create(question)
      .catch((error) => error);
    expect(error).toBeInstanceOf(AuthenticationError);
  });
});

describe('errors become the SDK’s own classes', () => {
  const failing = (options: ConstructorParameters<typeof Anthropic>[0], body: object = question) =>
    client(options)
      .messages.create(body as Anthropic.MessageCreateParamsNonStreaming)
      .catch((error) => error);

  test('400 names the field', async () => {
    const error = await failing({}, { ...question, max_tokens: 'many' });
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error' });
    expect(error.error.error.message).toBe('max_tokens must be integer, got string "many"');
  });

  test.each([
    [400, BadRequestError, 'invalid_request_error'],
    [401, AuthenticationError, 'authentication_error'],
    [402, APIError, 'billing_error'],
    [403, PermissionDeniedError, 'permission_error'],
    [404, NotFoundError, 'not_found_error'],
    [429, RateLimitError, 'rate_limit_error'],
    [500, InternalServerError, 'api_error'],
    [503, ServiceUnavailableError, 'overloaded_error'],
  ])('%i', async (status, type, word) => {
    const error = await failing({ apiKey: `sk-mock-${status}` });
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ status, type: word });
    expect(error.error).toMatchObject({ type: 'error', error: { type: word, message: expect.any(String) } });
  });

  test('529, the vendor’s own status', async () => {
    expect(await failing({ apiKey: 'sk-mock-529' })).toBeInstanceOf(OverloadedError);
  });

  test('404 for an unknown path', async () => {
    await expect(client().get('/v1/nothing')).rejects.toBeInstanceOf(NotFoundError);
  });

  test('an answer that takes too long', async () => {
    const error = await failing({ timeout: 40, defaultHeaders: { prefer: 'latency-ms=5000' } });
    expect(error).toBeInstanceOf(APIConnectionTimeoutError);
  });
});

describe('streams that do not end well', () => {
  const streaming = (prefer: string) => client({ defaultHeaders: { prefer } }).messages.stream(question);

  test('an error event is the error of the stream', async () => {
    const deltas: string[] = [];
    const stream = streaming('stream-fault=error@4').on('text', (delta) => deltas.push(delta));
    const error = await stream.finalMessage().catch((error) => error);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ type: expect.stringMatching(/_error$/) });
    expect(deltas.length).toBeGreaterThan(0);
  });

  test('a dropped connection is no end', async () => {
    await expect(streaming('stream-fault=cut@4').finalMessage()).rejects.toThrow();
  });

  test('silence lasts until the application gives up', async () => {
    const stream = streaming('stream-fault=stall@4');
    stream.once('text', () => stream.abort());
    await expect(stream.finalMessage()).rejects.toBeInstanceOf(APIUserAbortError);
  });
});
