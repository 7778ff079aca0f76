/** Turns that a client sends back as they came, tools of every kind, and roles: what a conversation may hold. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';

const mock = await createMock({ eventsPerSecond: 1e6 });
const strict = await createMock({ strict: true, eventsPerSecond: 1e6 });

const post = async (at: typeof mock, path: string, body: object) => {
  const response = await at.fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

const paths = {
  chat: '/v1/chat/completions',
  messages: '/v1/messages',
  gemini: '/bypass/vertex/v1/models/gemini-2.5-flash:generateContent',
  responses: '/bypass/openai/v1/responses',
};
const hi = { role: 'user', content: 'hi' };
const call = { type: 'function', id: 'c1', function: { name: 'look', arguments: '{}' } };
const chat = (turn: object, ...more: object[]) => ({
  model: 'gemini-2.5-flash',
  messages: [hi, { role: 'assistant', ...turn }, ...more, hi],
});
const messages = (...content: object[]) => ({
  model: 'claude-4.5-sonnet',
  max_tokens: 9,
  messages: [hi, { role: 'assistant', content }, hi],
});
const gemini = (...parts: object[]) => ({
  contents: [
    { role: 'user', parts: [{ text: 'hi' }] },
    { role: 'model', parts },
    { role: 'user', parts: [{ text: 'go on' }] },
  ],
});
const responses = (...items: object[]) => ({ model: 'openai/gpt-5.2', input: [hi, ...items, hi] });

const turns: [what: string, protocol: keyof typeof paths, body: object][] = [
  [
    'encrypted thinking',
    'chat',
    chat({
      content: 'x',
      thinking_blocks: [
        { type: 'thinking', thinking: 't', signature: 's' },
        { type: 'redacted_thinking', data: 'd' },
      ],
    }),
  ],
  [
    'thinking among the parts',
    'chat',
    chat({
      content: [
        { type: 'thinking', thinking: 't', signature: 's' },
        { type: 'redacted_thinking', data: 'd' },
        { type: 'text', text: 'x' },
      ],
    }),
  ],
  ['a refusal', 'chat', chat({ content: null, refusal: 'no' })],
  ['a refusal without content', 'chat', chat({ refusal: 'no' })],
  ['a refusal among the parts', 'chat', chat({ content: [{ type: 'refusal', refusal: 'no' }] })],
  ['annotations', 'chat', chat({ content: 'x', annotations: [{ type: 'url_citation', url_citation: { url: 'https://a.example' } }] })],
  ['sound', 'chat', chat({ audio: { id: 'audio_1' } })],
  ['sound that there is none of', 'chat', chat({ content: 'x', audio: null, refusal: null })],
  ['reasoning', 'chat', chat({ content: 'x', reasoning_content: 'hm' })],
  ['pictures', 'chat', chat({ content: '', images: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' }, index: 0 }] })],
  ['a call and its result', 'chat', chat({ tool_calls: [call] }, { role: 'tool', tool_call_id: 'c1', content: 'r' })],
  [
    'a call of a custom tool',
    'chat',
    chat(
      { tool_calls: [{ type: 'custom', id: 'c1', custom: { name: 'run', input: 'ls' } }] },
      { role: 'tool', tool_call_id: 'c1', content: 'r' },
    ),
  ],
  ['encrypted thinking', 'messages', messages({ type: 'redacted_thinking', data: 'd' }, { type: 'text', text: 'x', citations: null })],
  ['empty thinking with its seal', 'messages', messages({ type: 'thinking', thinking: '', signature: 's' }, { type: 'text', text: 'x' })],
  [
    'a call of a tool that the vendor runs',
    'messages',
    messages(
      { type: 'server_tool_use', id: 's1', name: 'web_search', input: {} },
      { type: 'web_search_tool_result', tool_use_id: 's1', content: [] },
    ),
  ],
  [
    'a result of a kind that grew later',
    'messages',
    messages({ type: 'bash_code_execution_tool_result', tool_use_id: 's1', content: { type: 'bash_code_execution_result', stdout: '' } }),
  ],
  [
    'thoughts and seals',
    'gemini',
    {
      contents: [
        ...gemini(
          { text: 'hm', thought: true },
          { text: 'x', thoughtSignature: 'c2Vh' },
          { functionCall: { id: 'f1', name: 'look', args: {} }, thoughtSignature: 'c2Vh' },
        ).contents,
        { role: 'user', parts: [{ functionResponse: { id: 'f1', name: 'look', response: {} } }] },
      ],
    },
  ],
  [
    'code that ran',
    'gemini',
    gemini({ executableCode: { language: 'PYTHON', code: '1' } }, { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1' } }),
  ],
  ['a picture', 'gemini', gemini({ inlineData: { mimeType: 'image/png', data: 'AA==' } })],
  [
    'a message',
    'responses',
    responses({
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      phase: 'final_answer',
      content: [{ type: 'output_text', text: 'x', annotations: [], logprobs: [] }],
    }),
  ],
  [
    'a refusal',
    'responses',
    responses({ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [{ type: 'refusal', refusal: 'no' }] }),
  ],
  [
    'encrypted reasoning',
    'responses',
    responses({ type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'e', content: null, status: null }),
  ],
  ['a reference', 'responses', responses({ type: 'item_reference', id: 'msg_1' })],
  [
    'a call and its result',
    'responses',
    responses(
      { type: 'function_call', id: 'fc_1', call_id: 'c1', name: 'look', arguments: '{}', status: 'completed' },
      { type: 'function_call_output', call_id: 'c1', output: 'r' },
    ),
  ],
  [
    'a call of a custom tool',
    'responses',
    responses(
      { type: 'custom_tool_call', id: 'ctc_1', call_id: 'c1', name: 'run', input: 'ls', status: 'completed' },
      { type: 'custom_tool_call_output', call_id: 'c1', output: 'r' },
    ),
  ],
  [
    'calls of tools that the vendor runs',
    'responses',
    responses(
      { type: 'mcp_call', id: 'mcp_1', server_label: 's', name: 'n', arguments: '{}', output: 'o' },
      { type: 'web_search_call', id: 'ws_1', status: 'completed', action: { type: 'search', query: 'q' } },
      { type: 'mcp_list_tools', id: 'l_1', server_label: 's', tools: [] },
    ),
  ],
];

describe.each(turns)('%s in %s', (_, protocol, body) => {
  test('comes back as it came', async () => {
    expect(await post(strict, paths[protocol], body)).toMatchObject({ status: 200 });
  });
});

describe('what no vendor has yet', () => {
  test.each<[what: string, protocol: keyof typeof paths, body: object, pointer: string]>([
    [
      'a thinking block',
      'chat',
      chat({ content: 'x', thinking_blocks: [{ type: 'dreaming', dream: 'd' }] }),
      '/messages/1/thinking_blocks/0/type',
    ],
    ['a part', 'chat', chat({ content: [{ type: 'hologram', hologram: {} }] }), '/messages/1/content/0/type'],
    ['a call', 'chat', chat({ tool_calls: [{ type: 'telepathy', id: 'c1' }] }), '/messages/1/tool_calls/0/type'],
    ['a block', 'messages', messages({ type: 'hologram' }), '/messages/1/content/0/type'],
    ['an item', 'responses', responses({ type: 'hologram_call' }), '/input/1/type'],
    ['a part of a message', 'responses', responses({ role: 'assistant', content: [{ type: 'hologram' }] }), '/input/1/content/0/type'],
    ['a tool', 'responses', { ...responses(), tools: [{ type: 'hologram' }] }, '/tools/0/type'],
    ['a tool of the vendor', 'messages', { ...messages(), tools: [{ type: 'hologram_20300101', name: 'h' }] }, '/tools/0/type'],
  ])('%s in %s is passed on, with a warning', async (_, protocol, body, pointer) => {
    expect(await post(mock, paths[protocol], body)).toMatchObject({ status: 200 });
    expect(mock.journal().at(-1)?.warnings).toContainEqual({ in: 'body', pointer, message: expect.stringMatching(/^unknown value/) });
    expect(await post(strict, paths[protocol], body)).toMatchObject({ status: 400 });
  });
});

describe('tools of a chat', () => {
  const ask = (more: object) => ({
    model: 'gemini-2.5-flash',
    messages: [hi],
    tools: [
      { type: 'function', function: { name: 'look' } },
      { type: 'custom', custom: { name: 'run', format: { type: 'grammar', grammar: { definition: 'a', syntax: 'regex' } } } },
    ],
    ...more,
  });

  test.each<[string, unknown]>([
    ['any', undefined],
    ['none', 'none'],
    ['a function', { type: 'function', function: { name: 'look' } }],
    ['a custom tool', { type: 'custom', custom: { name: 'run' } }],
    [
      'some of them',
      {
        type: 'allowed_tools',
        allowed_tools: {
          mode: 'required',
          tools: [
            { type: 'function', function: { name: 'look' } },
            { type: 'custom', custom: { name: 'run' } },
          ],
        },
      },
    ],
  ])('of both kinds are taken, with the choice of %s', async (_, tool_choice) => {
    expect(await post(strict, paths.chat, ask({ tool_choice }))).toMatchObject({ status: 200 });
  });

  test.each<[what: string, body: object, message: string]>([
    [
      'an unknown kind',
      ask({ tools: [{ type: 'web_search', web_search: {} }] }),
      'tools[0].type must be one of \\"function\\", \\"custom\\", got string \\"web_search\\"',
    ],
    ['a kind that is missing', ask({ tools: [{ function: { name: 'look' } }] }), 'tools[0].type is required'],
    ['a function without itself', ask({ tools: [{ type: 'function', name: 'look' }] }), 'tools[0].function is required'],
    [
      'an unknown kind of choice',
      ask({ tool_choice: { type: 'tool', name: 'look' } }),
      'tool_choice.type must be one of \\"function\\", \\"custom\\", \\"allowed_tools\\"',
    ],
    [
      'the mode of another protocol',
      ask({ tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'any', tools: [] } } }),
      'tool_choice.allowed_tools.mode must be one of',
    ],
  ])('%s is refused by its name', async (_, body, message) => {
    const { status, text } = await post(mock, paths.chat, body);
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
  });
});

test.each<[keyof typeof paths, object, string]>([
  ['chat', { model: 'gemini-2.5-flash', messages: [{ role: 'asistant', content: 'hi' }] }, 'messages[0].role must be one of'],
  [
    'messages',
    { model: 'claude-4.5-sonnet', max_tokens: 9, messages: [{ role: 'tool', content: 'hi' }] },
    'messages[0].role must be one of',
  ],
  ['gemini', { contents: [{ role: 'assistant', parts: [{ text: 'hi' }] }] }, 'contents[0].role must be one of'],
  ['responses', { model: 'openai/gpt-5.2', input: [{ role: 'tool', content: 'hi' }] }, 'input[0].role must be one of'],
])('an unknown role in %s is refused', async (protocol, body, message) => {
  const { status, text } = await post(mock, paths[protocol], body);
  expect([status, text]).toEqual([400, expect.stringContaining(message)]);
});

test.each(['function', 'tool'])(
  'results of calls come in Gemini as %s too, and the role of the system prompt does not matter',
  async (role) => {
    const turn = { role, parts: [{ functionResponse: { name: 'look', response: {} } }] };
    const body = {
      contents: [...gemini({ functionCall: { name: 'look' } }).contents, turn],
      systemInstruction: { role: 'system', parts: [{ text: 'Be brief.' }] },
    };
    expect(await post(strict, paths.gemini, body)).toMatchObject({ status: 200 });
  },
);
