/** Functions in the older form of chat completions: offered in `functions`, called in `function_call`. */
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatCompletions } from '../../../src/protocols/chat-completions/protocol.js';
import { contractFetch } from '../../../src/testing/index.js';
import { createMock, type Mock } from '../../mocks.js';

let mock: Mock;
let client: OpenAI;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
  const fetch = contractFetch(mock.fetch, { onViolation: 'throw' });
  client = new OpenAI({ apiKey: 'any-key', baseURL: 'http://mock/v1', maxRetries: 0, fetch });
});
afterAll(() => mock.close());

type Request = OpenAI.ChatCompletionCreateParamsNonStreaming;

const functions = ['look_up', 'clock'].map((name) => ({
  name,
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}));
const request: Request = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Is it raining in Berlin?' }], functions };

/** The answer as JSON, or as the SDK puts the pieces of a stream together that it knows. */
const forms: Record<string, (request: Request) => Promise<OpenAI.ChatCompletion.Choice>> = {
  JSON: async (request) => (await client.chat.completions.create(request)).choices[0] as OpenAI.ChatCompletion.Choice,
  async stream(request) {
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of await client.chat.completions.create({ ...request, stream: true })) chunks.push(chunk);
    const joined = chunks.reduce((text, { choices }) => text + (choices[0]?.delta.function_call?.arguments ?? ''), '');
    const [choice] = (chatCompletions.fromEvents(chunks as never) as unknown as OpenAI.ChatCompletion).choices;
    expect(choice?.message.function_call?.arguments ?? '').toBe(joined);
    return choice as OpenAI.ChatCompletion.Choice;
  },
};

describe.each(Object.entries(forms))('%s', (_, ask) => {
  test('a function is called in the form in which it was offered', async () => {
    const { finish_reason, message } = await ask({ ...request, function_call: { name: 'clock' } });
    expect(finish_reason).toBe('function_call');
    expect(message.tool_calls).toBeUndefined();
    expect(message.function_call).toEqual({ name: 'clock', arguments: expect.any(String) });
    expect(JSON.parse(message.function_call?.arguments ?? '')).toEqual({ city: expect.any(String) });
  });

  test('one at a time, and its result is answered with text', async () => {
    const first = await ask({ ...request, parallel_tool_calls: true });
    expect(first.message.function_call?.name).toBe('look_up');
    const { name = '', arguments: given = '' } = first.message.function_call ?? {};
    const messages: Request['messages'] = [
      ...request.messages,
      { role: 'assistant', content: null, function_call: { name, arguments: given } },
      { role: 'function', name, content: 'It rains.' },
    ];
    const second = await ask({ ...request, messages });
    expect(second).toMatchObject({ finish_reason: 'stop', message: { content: expect.stringMatching(/./) } });
    expect(second.message.function_call).toBeUndefined();
  });

  test('none is called where that is declined, and tools keep their own form', async () => {
    const declined = await ask({ ...request, function_call: 'none' });
    expect(declined.finish_reason).toBe('stop');
    const { functions: _, ...others } = request;
    const tools = [{ type: 'function' as const, function: functions[0] as (typeof functions)[0] }];
    const { finish_reason, message } = await ask({ ...others, tools });
    expect(finish_reason).toBe('tool_calls');
    expect(message.function_call).toBeUndefined();
  });

  test('an own answer calls it so, too', async () => {
    const own = await mock.use({
      name: 'own',
      when: { tool: 'clock' },
      answers: [{ toolCalls: [{ name: 'clock', arguments: { city: 'Oslo' } }] }],
    });
    try {
      const { finish_reason, message } = await ask(request);
      expect(finish_reason).toBe('function_call');
      expect(message.function_call).toEqual({ name: 'clock', arguments: '{"city":"Oslo"}' });
    } finally {
      await own.remove();
    }
  });
});
