/** The Responses API of the stock OpenAI SDK, pointed at the mock over a real socket. */
import OpenAI, { BadRequestError } from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let baseURL: string;
const responses = (options: ConstructorParameters<typeof OpenAI>[0] = {}) =>
  new OpenAI({ apiKey: 'any-key', baseURL, maxRetries: 0, ...options }).responses;

beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
  baseURL = `${(await mock.listen()).url}/bypass/openai/v1`;
});
afterAll(() => mock.close());

const question = { model: 'openai/gpt-5.2', input: 'Will it rain in Lisbon?' };

test('answer with the request’s own model, an id and counts of tokens', async () => {
  const [first, second] = [await responses().create(question), await responses().create({ ...question, input: 'Hi '.repeat(500) })];
  expect(first).toMatchObject({ object: 'response', status: 'completed', model: question.model });
  expect(first.output_text).toBeTruthy();
  expect(first.id).not.toBe(second.id);
  expect(second.usage?.input_tokens).toBeGreaterThan(10 * (first.usage?.input_tokens ?? 0));
});

test('stream in the order of the protocol, and end with the whole answer', async () => {
  const events = [];
  for await (const event of await responses().create({ ...question, stream: true })) events.push(event);
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
  expect(events[0]?.type).toBe('response.created');
  const deltas = events.flatMap((event) => (event.type === 'response.output_text.delta' ? [event.delta] : []));
  expect(deltas.length).toBeGreaterThan(1);
  expect(events.at(-1)).toMatchObject({ type: 'response.completed', response: { output: [{ content: [{ text: deltas.join('') }] }] } });
});

const forecast: OpenAI.Responses.FunctionTool = {
  type: 'function',
  name: 'forecast_for',
  strict: true,
  parameters: {
    type: 'object',
    properties: { place: { type: 'string' }, days: { type: 'integer', minimum: 2 }, unit: { enum: ['celsius', 'fahrenheit'] } },
    required: ['place', 'days', 'unit'],
  },
};
const fitting = { place: expect.any(String), days: 2, unit: 'celsius' };

test('call a tool of the request, with arguments that fit, and answer its result with text', async () => {
  const first = await responses().create({ ...question, tools: [forecast] });
  const call = first.output.find((item) => item.type === 'function_call');
  expect(call?.name).toBe('forecast_for');
  expect(JSON.parse(call?.arguments ?? '')).toEqual(fitting);

  const second = await responses().create({
    model: question.model,
    tools: [forecast],
    input: [
      { role: 'user', content: question.input },
      ...(first.output as OpenAI.Responses.ResponseInputItem[]),
      { type: 'function_call_output', call_id: call?.call_id ?? '', output: '{"rain":false}' },
    ],
  });
  expect(second.output_text).toBeTruthy();
  expect(second.output.some(({ type }) => type === 'function_call')).toBe(false);
});

test('stream the arguments of a call in pieces', async () => {
  let json = '';
  const stream = responses().stream({ ...question, tools: [forecast] });
  stream.on('response.function_call_arguments.delta', ({ delta }) => {
    json += delta;
  });
  const response = await stream.finalResponse();
  expect(JSON.parse(json)).toEqual(fitting);
  expect(response.output.find((item) => item.type === 'function_call')?.arguments).toBe(json);
});

test('hold JSON that fits the schema', async () => {
  const schema = {
    type: 'object',
    properties: { steps: { type: 'integer', minimum: 7 } },
    required: ['steps'],
    additionalProperties: false,
  };
  const text = { format: { type: 'json_schema' as const, name: 'plan', schema, strict: true } };
  expect(JSON.parse((await responses().create({ ...question, text })).output_text)).toEqual({ steps: 7 });
});

test('400 names the field', async () => {
  const error = await responses()
    .create({ ...question, max_output_tokens: 'many' } as never)
    .catch((error) => error);
  expect(error).toBeInstanceOf(BadRequestError);
  expect(error.param).toBe('max_output_tokens');
});

test('an error event is the error of the stream', async () => {
  const stream = responses({ defaultHeaders: { prefer: 'stream-fault=error@3' } }).stream(question);
  await expect(stream.finalResponse()).rejects.toThrow(/interrupted/);
});
