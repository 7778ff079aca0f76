/** Agents and structured output of the stock OpenAI SDK, over its Responses API. */
import OpenAI from 'openai';
import { zodResponsesFunction, zodTextFormat } from 'openai/helpers/zod';
import { describe, expect, test } from 'vitest';
import { limited, named, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

const served = serve();
const responses = () => new OpenAI({ apiKey: 'any-key', baseURL: served.url('/bypass/openai/v1'), maxRetries: 0 }).responses;
const model = 'openai/gpt-5.2';

type Calls = [string, unknown][];
type Input = OpenAI.Responses.ResponseInputItem[];
type Request = Omit<OpenAI.Responses.ResponseCreateParamsNonStreaming, 'model' | 'input' | 'stream'>;

const asked: Input = [{ role: 'user', content: question }];

const functionOf = (name: string, parameters: Shape = city) => zodResponsesFunction({ name, parameters });

/** Whether an answer is asked for at once or as a stream, which the SDK puts together, and whether the history goes with every request. */
const ways = [
  { stream: false, chained: false },
  { stream: true, chained: false },
  { stream: false, chained: true },
  { stream: true, chained: true },
];

/** The loop that applications write: calls are run until there is text. */
async function run({ stream, chained }: (typeof ways)[number], request: Request, input: Input = asked, most = 10) {
  const calls: Calls = [];
  let next: Input = input;
  let previous: string | undefined;
  for (let steps = 1; ; steps++) {
    const body = { model, ...request, input: next, ...(previous !== undefined && { previous_response_id: previous }) };
    const response = stream ? await responses().stream(body).finalResponse() : await responses().parse(body);
    const results: Input = [];
    for (const item of response.output) {
      if (item.type === 'function_call') {
        const output = noting(calls, item.name)((item as { parsed_arguments?: unknown }).parsed_arguments);
        results.push({ type: 'function_call_output', call_id: item.call_id, output });
      } else if (item.type === 'custom_tool_call') {
        results.push({ type: 'custom_tool_call_output', call_id: item.call_id, output: noting(calls, item.name)(item.input) });
      }
    }
    next = chained ? results : [...next, ...(response.output as Input), ...results];
    previous = chained ? response.id : undefined;
    if (results.length === 0 || steps === most) return { calls, steps, response, history: next, previous };
  }
}

describe.each(ways)('a loop, stream: $stream, chained: $chained', (way) => {
  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const { calls, steps, response } = await run(way, { tools: names.map((name) => functionOf(name)), parallel_tool_calls: false });
    expect(calls).toEqual([['look_up', { city: expect.any(String) }]]);
    expect(steps).toBe(2);
    expect(response).toMatchObject({ status: 'completed', output_text: expect.stringMatching(/./) });
  });

  test('calls several at once', async () => {
    const { calls, steps } = await run(way, { tools: toolNames.map((name) => functionOf(name)), parallel_tool_calls: true });
    expect(namesOf(calls)).toEqual(toolNames);
    expect(steps).toBe(2);
  });

  test.each(toolNames)('calls the one that is named: %s', async (name) => {
    const tools = toolNames.map((name) => functionOf(name));
    const { calls } = await run(way, { tools, tool_choice: { type: 'function', name } }, asked, 1);
    expect(namesOf(calls)).toEqual([name]);
  });

  test('a custom tool is called with text, and its output ends the loop', async () => {
    const { calls, steps, response } = await run(way, { tools: [{ type: 'custom', name: 'run_code' }] });
    expect(calls).toEqual([['run_code', expect.any(String)]]);
    expect(steps).toBe(2);
    expect(response.output_text).toBeTruthy();
  });

  test('answers a second question', async () => {
    const tools = toolNames.map((name) => functionOf(name));
    const first = await run(way, { tools, parallel_tool_calls: false });
    const { previous } = first;
    const second = await run(
      way,
      { tools, parallel_tool_calls: false, ...(previous !== undefined && { previous_response_id: previous }) },
      [...first.history, { role: 'user', content: 'And tomorrow?' }],
    );
    expect(namesOf(second.calls)).toEqual(['look_up']);
    expect(second.response.output_text).toBeTruthy();
  });

  test.each(offers)('calls each once, then the last, where it must: $names', async ({ names }) => {
    const tools = names.map((name) => functionOf(name));
    const { calls } = await run(way, { tools, tool_choice: 'required', parallel_tool_calls: false }, asked, names.length + 1);
    expect(namesOf(calls)).toEqual([...names, names.at(-1)]);
  });
});

describe.each(ways.filter(({ chained }) => !chained))('stream: $stream', (way) => {
  test.each(named({ ...shapes, ...limited }))('a tool is given what its schema takes: $kind', async ({ schema }) => {
    const { calls } = await run(way, { tools: [functionOf('note', schema)] });
    expect(calls).toEqual([['note', schema.parse(calls[0]?.[1])]]);
  });

  test.each(named({ ...shapes, ...limited }))('structured output: $kind', async ({ schema }) => {
    const { response } = await run(way, { text: { format: zodTextFormat(schema, 'answer') } });
    expect((response as { output_parsed?: unknown }).output_parsed).toEqual(schema.parse(JSON.parse(response.output_text)));
  });

  test('structured output after tools', async () => {
    const { calls, response } = await run(way, { tools: [functionOf('look_up')], text: { format: zodTextFormat(strict, 'answer') } });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(strict.parse(JSON.parse(response.output_text))).toBeTruthy();
  });

  test('a text that is cut says so', async () => {
    const { response } = await run(way, { max_output_tokens: 16 });
    expect(response).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    expect(response.usage?.output_tokens).toBeLessThanOrEqual(16);
  });

  test('what the vendor runs is not pretended', async () => {
    const { calls, steps, response } = await run(way, {
      tools: [{ type: 'web_search' }, { type: 'code_interpreter', container: { type: 'auto' } }],
    });
    expect(calls).toEqual([]);
    expect(steps).toBe(1);
    expect(response.output.map(({ type }) => type).filter((type) => type !== 'reasoning')).toEqual(['message']);
  });

  test('reasoning goes back with the call that it led to', async () => {
    const { calls, history } = await run(way, { tools: [functionOf('look_up')], reasoning: { effort: 'high', summary: 'auto' } });
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(history.length).toBeGreaterThan(3);
  });
});
