/** What the contract does not have and the gateway bears with: a warning, which whoever is strict refuses. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { contractFetch } from '../../src/testing/index.js';

const turn = [{ role: 'user', content: 'hi' }];
const contents = [{ role: 'user', parts: [{ text: 'hi' }] }];
const gemini = '/bypass/vertex/v1/models/gemini-2.5-flash:generateContent';

const send = (path: string, body: object): [string, RequestInit] => [
  `http://mock${path}`,
  { method: 'POST', headers: { authorization: 'Bearer k', 'content-type': 'application/json' }, body: JSON.stringify(body) },
];

/** A path, a request that is right but for what is ignored, and pointers to that. */
const ignored: [what: string, path: string, body: object, pointers: string[]][] = [
  ['a chat model that is not listed', '/v1/chat/completions', { model: 'deepseek-r1', messages: turn }, ['/model']],
  [
    'a kind of thinking that is not listed',
    '/v1/chat/completions',
    { model: 'gemini-2.5-flash', messages: turn, thinking: { type: 'deep' } },
    ['/thinking/type'],
  ],
  [
    'null in a chat',
    '/v1/chat/completions',
    { model: 'gemini-2.5-flash', messages: turn, temperature: null, tools: null },
    ['/temperature', '/tools'],
  ],
  [
    'null in a message of a chat',
    '/v1/chat/completions',
    {
      model: 'gemini-2.5-flash',
      messages: [...turn, { role: 'assistant', content: 'Hello', tool_calls: null, function_call: null, name: null }, ...turn],
    },
    ['/messages/1/function_call', '/messages/1/name', '/messages/1/tool_calls'],
  ],
  [
    'null deep in a chat',
    '/v1/chat/completions',
    {
      model: 'gemini-2.5-flash',
      messages: turn,
      tools: [{ type: 'function', function: { name: 'look', description: null } }],
      stream_options: { include_usage: null },
    },
    ['/stream_options/include_usage', '/tools/0/function/description'],
  ],
  [
    'null in Messages',
    '/v1/messages',
    { model: 'claude-4.5-sonnet', max_tokens: 9, messages: turn, temperature: null, stop_sequences: null },
    ['/stop_sequences', '/temperature'],
  ],
  [
    'null in generateContent',
    gemini,
    { contents, generationConfig: { temperature: null, stopSequences: null } },
    ['/generationConfig/stopSequences', '/generationConfig/temperature'],
  ],
  [
    'null in Responses',
    '/bypass/openai/v1/responses',
    { model: 'openai/gpt-5.2', input: [{ role: 'user', content: [{ type: 'input_text', text: 'hi' }], id: null }], tool_choice: null },
    ['/input/0/id', '/tool_choice'],
  ],
  [
    'a value in a chat',
    '/v1/chat/completions',
    { model: 'gemini-2.5-flash', messages: turn, reasoning_effort: 'hihg' },
    ['/reasoning_effort'],
  ],
  [
    'a value in Messages',
    '/v1/messages',
    { model: 'claude-4.5-sonnet', max_tokens: 9, messages: turn, service_tier: 'best' },
    ['/service_tier'],
  ],
  [
    'a value in generateContent',
    gemini,
    { contents, generationConfig: { responseModalities: ['TXET'] } },
    ['/generationConfig/responseModalities/0'],
  ],
  [
    'a value in Responses',
    '/bypass/openai/v1/responses',
    { model: 'openai/gpt-5.2', input: 'hi', include: ['everything'] },
    ['/include/0'],
  ],
  ['a model in a path', gemini.replace('2.5', '2.6'), { contents }, ['/model']],
];

describe.each(ignored)('%s that the contract does not have', (_, path, body, pointers) => {
  test('is a warning of the mock', async () => {
    const mock = await createMock();
    const response = await mock.fetch(...send(path, body));
    expect([response.status, response.status === 200 ? '' : await response.text()]).toEqual([200, '']);
    expect(mock.journal()[0]?.violations).toEqual([]);
    expect(
      mock
        .journal()[0]
        ?.warnings.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(pointers);
  });

  test('is refused by a strict mock, by its place', async () => {
    const mock = await createMock({ strict: true });
    const response = await mock.fetch(...send(path, body));
    expect(response.status).toBe(400);
    const text = await response.text();
    for (const pointer of pointers) expect(text).toContain(pointer);
  });

  test('is nothing to the kit, unless it is strict', async () => {
    const mock = await createMock();
    const check = async (strict: boolean) => {
      const checked = contractFetch(mock.fetch, { strict, onViolation: 'collect' });
      await (await checked(...send(path, body))).text();
      return checked.violations.map(({ pointer }) => pointer).sort();
    };
    expect(await check(false)).toEqual([]);
    expect(await check(true)).toEqual(pointers);
  });
});

test.each([
  ['/v1/chat/completions', { model: 'gemini-2.5-flash', messages: null }, 'messages must be array, got null'],
  ['/v1/chat/completions', { model: 'gemini-2.5-flash', messages: [{ role: null, content: 'hi' }] }, 'messages[0].role'],
  ['/v1/messages', { model: 'claude-4.5-sonnet', max_tokens: null, messages: turn }, 'max_tokens must be integer, got null'],
  ['/bypass/openai/v1/responses', { model: null, input: 'hi' }, 'model must be string, got null'],
  [gemini, { contents: null }, 'contents must be array, got null'],
])('null in place of what %s needs is a violation: %j', async (path, body, message) => {
  const mock = await createMock();
  const response = await mock.fetch(...send(path, body));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(message);
});

describe('null in an answer', () => {
  const answerWith =
    (text: string, type = 'application/json') =>
    async () =>
      new Response(text, { headers: { 'content-type': type } });
  const message = { role: 'assistant', content: 'Hi', tool_calls: null, images: null };
  const answer = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content: 'Hi', tool_calls: null } }],
  };

  const check = async (fetch: typeof globalThis.fetch, body: object, strict: boolean) => {
    const checked = contractFetch(fetch, { strict, onViolation: 'collect' });
    await (await checked(...send('/v1/chat/completions', { model: 'gemini-2.5-flash', messages: turn, ...body }))).text();
    return checked.violations.map(({ in: place, pointer }) => `${place} ${pointer}`).sort();
  };

  test('counts as absent', async () => {
    const fetch = answerWith(JSON.stringify({ ...answer, choices: [{ index: 0, message, finish_reason: 'stop' }] }));
    expect(await check(fetch, {}, false)).toEqual([]);
    expect(await check(fetch, {}, true)).toEqual(['body /choices/0/message/images', 'body /choices/0/message/tool_calls']);
  });

  test('is a violation where the member has to be there', async () => {
    expect(await check(answerWith(JSON.stringify({ ...answer, choices: null })), {}, false)).toEqual(['body /choices']);
  });

  test('counts as absent in a stream, and is told once', async () => {
    const events = [chunk, chunk, { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }].map(
      (event) => `data: ${JSON.stringify(event)}\n\n`,
    );
    const fetch = answerWith(`${events.join('')}data: [DONE]\n\n`, 'text/event-stream');
    expect(await check(fetch, { stream: true }, false)).toEqual([]);
    expect(await check(fetch, { stream: true }, true)).toEqual(['event 1 /choices/0/delta/tool_calls']);
  });
});

describe('a chat takes', () => {
  test.each([
    ['adaptive thinking', { thinking: { type: 'adaptive' } }],
    ['a function whose arguments have an empty schema', { tools: [{ type: 'function', function: { name: 'look', parameters: {} } }] }],
  ])('%s, without a warning', async (_, more) => {
    const mock = await createMock({ strict: true });
    const response = await mock.fetch(...send('/v1/chat/completions', { model: 'claude-4.6-opus', messages: turn, ...more }));
    expect([response.status, response.headers.get('x-mock-violations')]).toEqual([200, null]);
  });

  test('no function whose schema says something and no type', async () => {
    const mock = await createMock();
    const tools = [{ type: 'function', function: { name: 'look', parameters: { properties: {} } } }];
    const response = await mock.fetch(...send('/v1/chat/completions', { model: 'claude-4.6-opus', messages: turn, tools }));
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('tools[0].function.parameters.type is required'),
    ]);
  });
});

test('members that clients of a vendor send of themselves are known', async () => {
  const body = {
    model: 'claude-sonnet-4-6',
    max_tokens: 64,
    messages: turn,
    thinking: { type: 'adaptive', display: 'updates' },
    context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
  };
  const mock = await createMock({ strict: true });
  const response = await mock.fetch(...send('/v1/messages', body));
  expect([response.status, response.headers.get('x-mock-violations')]).toEqual([200, null]);
});
