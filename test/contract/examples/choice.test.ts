/** Which documented exchange answers a request: a small operation first, then requests as people send them to the real one. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createExampleChoice, type Likeness } from '../../../src/contract/examples/choice.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';

const likeness = (body: unknown, more: Partial<Likeness> = {}): Likeness => ({
  params: {},
  query: new URLSearchParams(),
  body,
  stream: false,
  ...more,
});

describe('among a few examples', () => {
  const example = (name: string, body: Json, model?: string): PreparedExample => ({
    name,
    request: { body },
    status: 200,
    body: {},
    ...(model && { model }),
  });
  const choose = (examples: PreparedExample[], body: Json): string | undefined => {
    const operation = { examples, parameters: [], responses: {} } as unknown as PreparedOperation;
    return createExampleChoice(operation)(likeness(body))?.name;
  };
  const user = { role: 'user', content: 'Hi' };
  const assistant = { role: 'assistant', content: 'Hello' };
  const conversation = example('conversation', { messages: [user, assistant, user], temperature: 1, max_tokens: 5 });
  const plain = example('plain', { messages: [user] });

  test('the model comes before any field', () => {
    const other = example('other', { model: 'b', messages: [user], seed: 1 }, 'b');
    expect(choose([other, example('own', { model: 'a', messages: [user] }, 'a')], { model: 'a', messages: [user], seed: 1 })).toBe('own');
  });

  test('a turn that was not sent outweighs settings that were', () => {
    const request = { messages: [user], temperature: 0.5, max_tokens: 100 };
    expect(choose([conversation, plain], request)).toBe('plain');
    expect(choose([conversation, plain], { ...request, messages: [user, assistant, user] })).toBe('conversation');
  });

  test('one shared setting does not make up for an option that was not sent', () => {
    const reasoning = example('reasoning', { messages: [user], max_tokens: 5, thinking: { type: 'enabled', budget: 1 }, effort: 'low' });
    expect(choose([reasoning, plain], { messages: [user], max_tokens: 100 })).toBe('plain');
  });

  test('an option set to something else is not that option', () => {
    const reasoning = example('reasoning', { messages: [user], thinking: { type: 'enabled' } });
    expect(choose([reasoning, plain], { messages: [user], thinking: { type: 'enabled' } })).toBe('reasoning');
    expect(choose([reasoning, plain], { messages: [user], thinking: { type: 'disabled' } })).toBe('plain');
  });

  test('whatever a missing member holds, it is missing once', () => {
    const tool = {
      type: 'function',
      function: { name: 'a', description: 'b', parameters: { type: 'object', properties: { c: { type: 'string' } } } },
    };
    const call = example('call', { messages: [user], tools: [tool], tool_choice: 'auto' });
    expect(choose([plain, call], { messages: [user], tools: [{ type: 'function', function: { name: 'x' } }] })).toBe('call');
  });

  test('a variation is for requests that have something of what it adds', () => {
    const page = example('page', { messages: [user], system: 'Be brief.', seed: 1 });
    const variation = (name: string, body: Json): PreparedExample => ({ ...example(name, body), variantOf: 'page' });
    const options = variation('page.options', { messages: [user], options: { depth: 1 } });
    const kinds = variation('page.kinds', { messages: [user], options: { type: 'deep' } });
    expect(choose([page, options, kinds], { messages: [user] })).toBe('page');
    expect(choose([page, options, kinds], { messages: [user], options: { depth: 2 } })).toBe('page.options');
    expect(choose([page, options, kinds], { messages: [user], options: { type: 'deep' } })).toBe('page.kinds');
    expect(choose([page, kinds], { messages: [user], options: { type: 'flat' } })).toBe('page');
    expect(choose([kinds], { messages: [user] })).toBe('page.kinds');
  });

  test('the names in a caller’s own JSON Schema do not count', () => {
    const schema = (...names: string[]) => ({
      schema: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, {}])) },
    });
    const first = example('first', { messages: [user], ...schema('a') });
    expect(choose([first, example('second', { messages: [user], ...schema('b') })], { messages: [user], ...schema('b') })).toBe('first');
  });

  test('the first of several that are as like', () => {
    expect(choose([plain, example('again', { messages: [user] })], { messages: [user] })).toBe('plain');
  });
});

describe('every documented request', () => {
  test.each(contract.operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
    const choose = createExampleChoice(operation);
    for (const { name, request, status, events } of operation.examples) {
      if (status >= 400) continue;
      const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([key, value]) => [key, String(value)]));
      const params = request.path ?? {};
      expect(choose({ params, query, body: request.body, stream: events !== undefined })?.name).toBe(name);
    }
  });
});

describe('a plain question to a model without a page of its own', () => {
  const question = 'What is the sun?';
  const turn = { role: 'user', content: question };
  const parts = (type: string) => ({ role: 'user', content: [{ type, text: question }] });
  const gemini = { role: 'user', parts: [{ text: question }] };
  const settings = { temperature: 0.5, max_tokens: 100 };
  const cases: [operation: string, body: object][] = [
    ['createChatCompletion', { messages: [turn] }],
    ['createChatCompletion', { messages: [turn], max_tokens: 100 }],
    ['createChatCompletion', { messages: [turn], ...settings }],
    ['createChatCompletion', { messages: [turn], ...settings, top_p: 1, n: 2 }],
    ['createChatCompletion', { messages: [{ role: 'system', content: 'Be brief.' }, turn], ...settings }],
    ['createChatCompletion', { messages: [parts('text')], ...settings }],
    ['createChatCompletion', { messages: [turn], thinking: { type: 'disabled' } }],
    ...['createMessage', 'createBypassMessage'].flatMap((operation): [string, object][] => [
      [operation, { max_tokens: 100, messages: [turn] }],
      [operation, { max_tokens: 100, messages: [parts('text')] }],
      [operation, { max_tokens: 100, messages: [turn], system: 'Be brief.' }],
      [operation, { max_tokens: 100, messages: [parts('text')], temperature: 0.5 }],
      [operation, { max_tokens: 100, messages: [turn], thinking: { type: 'disabled' } }],
    ]),
    ...['generateContent', 'streamGenerateContent'].flatMap((operation): [string, object][] => [
      [operation, { contents: [gemini] }],
      [operation, { contents: [{ parts: gemini.parts }] }],
      [operation, { contents: [gemini], generationConfig: { temperature: 0.5 } }],
      [operation, { contents: [gemini], systemInstruction: { parts: [{ text: 'Be brief.' }] } }],
    ]),
    ['createResponse', { input: question }],
    ['createResponse', { input: [turn] }],
    ['createResponse', { input: [{ type: 'message', ...turn }] }],
    ['createResponse', { input: [parts('input_text')] }],
    ['createResponse', { input: question, instructions: 'Be brief.', temperature: 0.5 }],
  ];

  const asked = cases.flatMap(([id, body]) =>
    [false, true].map((stream) => ({ id, body: { ...body, ...(stream && { stream }) }, stream })),
  );

  test.each(asked.map((each) => [`${each.id} ${JSON.stringify(each.body)}`, each] as const))('%s', (_, { id, body, stream }) => {
    const operation = contract.operations.find((each) => each.id === id) as PreparedOperation;
    const model = 'a-model-without-a-page';
    const chosen = createExampleChoice(operation)(likeness({ model, ...body }, { params: { model }, stream }));
    expect(JSON.stringify(chosen?.request)).not.toMatch(
      /"role":"(assistant|model|tool)"|"tools"|image_url|format"|[sS]chema"|thinking|effort/,
    );
    expect(JSON.stringify(chosen?.body ?? chosen?.events)).not.toMatch(
      /"tool_use"|"tool_calls":\[\{|"function_call"|"functionCall"|"reasoning_content":"|"thinking"/,
    );
  });
});

describe('a request that wants more', () => {
  const chat = { model: 'a-model-without-a-page', messages: [{ role: 'user', content: 'Hi' }] };
  const tool = { type: 'function', function: { name: 'ring', parameters: { type: 'object', properties: { times: { type: 'number' } } } } };
  const calls = {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'a', type: 'function', function: { name: 'ring', arguments: '{}' } }],
  };
  const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };

  test.each<[string, object, RegExp]>([
    ['tools', { tools: [tool] }, /tool-call$/],
    ['a tool without parameters', { tools: [{ type: 'function', function: { name: 'ring' } }] }, /tool-call$/],
    [
      'the result of a tool',
      { messages: [...chat.messages, calls, { role: 'tool', tool_call_id: 'a', content: 'rung' }], tools: [tool] },
      /tool-result$/,
    ],
    ['an image', { messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, image] }] }, /image-url$/],
    ['nothing but an image', { messages: [{ role: 'user', content: [image] }] }, /image-url$/],
    ['JSON', { response_format: { type: 'json_object' } }, /json$/],
    ['reasoning', { reasoning_effort: 'low' }, /reasoning$/],
    [
      'reasoning, in parts',
      { reasoning_effort: 'low', messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
      /reasoning$/,
    ],
    ['more turns', { messages: [...chat.messages, { role: 'assistant', content: 'Hello' }, ...chat.messages] }, /conversation$/],
  ])('%s', (_, more, name) => {
    const operation = contract.operations.find(({ id }) => id === 'createChatCompletion') as PreparedOperation;
    expect(createExampleChoice(operation)(likeness({ ...chat, ...more }))?.name).toMatch(name);
  });
});

describe('a setting that changes nothing changes no page', () => {
  const [name, image] = ['a gateway model', 'gemini-2.5-flash-image'];
  const chatMembers = {
    stream: false,
    n: 1,
    temperature: 1,
    top_p: 1,
    frequency_penalty: 0,
    logprobs: false,
    logit_bias: {},
    max_tokens: 100,
    metadata: {},
    parallel_tool_calls: true,
    response_format: { type: 'text' },
    stop: null,
    stream_options: null,
    thinking: { type: 'disabled' },
    tool_choice: 'auto',
    tools: [],
    user: 'somebody',
  };
  const messageMembers = {
    stream: false,
    temperature: 1,
    tools: [],
    tool_choice: { type: 'auto' },
    thinking: { type: 'disabled' },
    stop_sequences: [],
    system: '',
    metadata: {},
    output_config: {},
  };
  const responseMembers = {
    stream: false,
    background: false,
    instructions: null,
    include: [],
    metadata: {},
    parallel_tool_calls: true,
    reasoning: { effort: 'none' },
    store: true,
    temperature: 1,
    text: { format: { type: 'text' }, verbosity: 'medium' },
    tools: [],
    tool_choice: 'none',
    truncation: 'disabled',
  };
  const geminiMembers = {
    generationConfig: { candidateCount: 1, responseMimeType: 'text/plain', thinkingConfig: { thinkingBudget: 0, includeThoughts: false } },
    safetySettings: [],
    systemInstruction: null,
    tools: [],
    toolConfig: { functionCallingConfig: { mode: 'NONE' } },
  };
  const messages = (content: unknown) => ({ messages: [{ role: 'user', content }] });
  const parts = [{ type: 'text', text: 'Hi' }];
  const contents = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] };

  test.each<[operationId: string, model: string, body: object, members: Record<string, unknown>, wanted: RegExp]>([
    ['createChatCompletion', name, messages('Hi'), chatMembers, /^[^.]*-chat$/],
    ['createChatCompletion', name, messages(parts), chatMembers, /^[^.]*(?<!image.*)$/],
    ['createChatCompletion', 'gemini-2.5-flash', messages('Hi'), chatMembers, /^gemini-2-5-flash-reasoning$/],
    ['createChatCompletion', 'gemini-3.0-pro-preview', messages(parts), chatMembers, /^[^.]*$/],
    ['createChatCompletion', image, messages('Hi'), chatMembers, /^gemini-2-5-flash-image-chat-interface$/],
    ['createChatCompletion', image, messages(parts), chatMembers, /^gemini-2-5-flash-image-chat-interface$/],
    ['createMessage', name, messages('Hi'), messageMembers, /^anthropic-protocol$/],
    ['createMessage', name, messages(parts), messageMembers, /^anthropic-protocol$/],
    ['createResponse', name, { input: 'Hi' }, responseMembers, /^bypass-responses-protocol$/],
    ['generateContent', name, contents, geminiMembers, /^bypass-vertex-gemini-protocol.generate-content$/],
    ['streamGenerateContent', name, contents, geminiMembers, /^bypass-vertex-gemini-protocol$/],
    ['createVideo', 'kling-v2-6', { prompt: 'A cat' }, { seconds: '5', sound: 'off', mode: 'std' }, /^kling-v2-6-create-video-task$/],
    ['createVideo', 'kling-v3', { prompt: 'A cat' }, { seconds: '5', sound: 'off', multi_shot: false }, /^kling-v3-create-video-task$/],
  ])('%s of %s', (id, model, plain, members, wanted) => {
    const operation = contract.operations.find((candidate) => candidate.id === id) as PreparedOperation;
    const choose = createExampleChoice(operation, contract.models);
    const more = id === 'streamGenerateContent' ? { stream: true } : {};
    const page = (body: object) => choose(likeness({ model, ...body }, more))?.name;
    expect(page(plain)).toMatch(wanted);
    for (const [member, value] of Object.entries(members))
      expect([member, page({ ...plain, [member]: value })]).toEqual([member, page(plain)]);
    expect(page({ ...plain, ...members })).toBe(page(plain));
  });

  test('what is not the default of a member that is on does change it', () => {
    const operation = contract.operations.find(({ id }) => id === 'createViduQ3ProImageToVideo') as PreparedOperation;
    const body = { prompt: 'A cat', image_url: 'https://example.com/cat.png' };
    const page = (more: object) => createExampleChoice(operation)(likeness({ ...body, ...more }))?.name;
    expect([page({}), page({ audio: true }), page({ audio: false })].map((found) => found?.endsWith('.silent'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
