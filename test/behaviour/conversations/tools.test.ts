/** Agents: which tools are called, and that a loop of calls and results ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import type { ToolCall } from '../../../src/protocols/index.js';
import { ask, type Dialogue, type Form, forms, type Message, type Tool } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const city = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const look: Tool = { name: 'look_up', schema: city };
const answer: Tool = { name: 'final_answer', schema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] } };
const clock: Tool = { name: 'clock' };

const asked: Message[] = [{ user: 'Is it raining where I live?' }];

const names = (calls: readonly ToolCall[]) => calls.map(({ name }) => name);

/** The messages of a dialogue after calls and their results. */
const answered = (messages: Message[], calls: readonly ToolCall[]): Message[] => {
  const made = calls.map(({ id, name, arguments: value }, index) => ({
    id: id ?? `call_${index}`,
    name,
    arguments: value as Record<string, never>,
  }));
  return [...messages, { calls: made }, { results: made.map(({ id, name }) => ({ id, name, text: 'It rains.' })) }];
};

/** Runs an agent until it is answered with text. */
async function run(form: Form, dialogue: Dialogue, most = 10): Promise<string[][]> {
  const steps: string[][] = [];
  let { messages } = dialogue;
  while (steps.length < most) {
    const { status, content } = await ask(mock, form, { ...dialogue, messages });
    expect(status).toBe(200);
    steps.push(names(content.toolCalls));
    if (content.toolCalls.length === 0) return steps;
    messages = answered(messages, content.toolCalls);
  }
  return steps;
}

describe.each(forms)('$name', (form) => {
  test('a tool that is offered is called, with arguments that fit it, and the result is answered with text', async () => {
    const { content } = await ask(mock, form, { messages: asked, tools: [look] });
    expect(content.toolCalls).toMatchObject([{ name: 'look_up', arguments: { city: expect.any(String) } }]);
    expect(content.text).toBe('');
    const second = await ask(mock, form, { messages: answered(asked, content.toolCalls), tools: [look] });
    expect(second.content.toolCalls).toEqual([]);
    expect(second.content.text).not.toBe('');
  });

  test('a schema may be true where anything goes', async () => {
    const schema = { type: 'object', properties: { anything: true }, required: ['anything'] };
    const { status, content } = await ask(mock, form, { messages: asked, tools: [{ name: 'keep', schema }] });
    expect(status).toBe(200);
    expect(content.toolCalls).toMatchObject([{ name: 'keep', arguments: { anything: expect.anything() } }]);
  });

  test('an agent that may choose ends within as many steps as it has tools, and one', async () => {
    const tools = [look, answer, clock];
    expect((await run(form, { messages: asked, tools, choice: 'auto' })).length).toBeLessThanOrEqual(tools.length + 1);
    expect((await run(form, { messages: asked, tools })).at(-1)).toEqual([]);
  });

  test('where a call is required, each tool has its turn, and then the last', async () => {
    const steps = await run(form, { messages: asked, tools: [look, answer, clock], choice: 'required' }, 5);
    expect(steps).toEqual([['look_up'], ['final_answer'], ['clock'], ['clock'], ['clock']]);
  });

  test('a new question begins anew', async () => {
    const messages: Message[] = [...asked, { calls: [{ id: 'c1', name: 'look_up', arguments: {} }] }];
    messages.push({ results: [{ id: 'c1', name: 'look_up', text: 'Rain.' }] }, { assistant: 'It rains.' }, { user: 'And tomorrow?' });
    expect(names((await ask(mock, form, { messages, tools: [look, answer] })).content.toolCalls)).toEqual(['look_up']);
    expect(names((await ask(mock, form, { messages, tools: [look, answer], choice: 'required' })).content.toolCalls)).toEqual(['look_up']);
  });

  test('a tool that is named is called, also after results', async () => {
    const choice = { name: 'final_answer' };
    const first = await ask(mock, form, { messages: asked, tools: [look, answer], choice });
    expect(names(first.content.toolCalls)).toEqual(['final_answer']);
    const looked = answered(asked, [{ id: 'call_1', name: 'look_up', arguments: { city: 'Oslo' } }]);
    expect(names((await ask(mock, form, { messages: looked, tools: [look, answer], choice })).content.toolCalls)).toEqual(['final_answer']);
  });

  test('a reminder after the results does not start a call again', async () => {
    const messages: Message[] = [
      ...answered(asked, [{ id: 'call_1', name: 'look_up', arguments: { city: 'Oslo' } }]),
      { user: 'Be brief.' },
    ];
    const { content } = await ask(mock, form, { messages, tools: [look] });
    expect(content.toolCalls).toEqual([]);
    expect(content.text).not.toBe('');
  });

  test('a tool that the question names is called, where the model may choose', async () => {
    const tools = [look, answer, clock];
    for (const user of [
      'You MUST call the final_answer tool to complete this. Call it now.',
      'Rain? (final_answer)',
      'Use `final_answer`.',
    ]) {
      expect((await run(form, { messages: [{ user }], tools }))[0]).toEqual(['final_answer']);
      const again: Message[] = [...asked, { assistant: 'It rains.' }, { user }];
      expect(await run(form, { messages: again, tools, choice: 'auto' })).toEqual([['final_answer'], []]);
      expect((await run(form, { messages: again, tools, choice: 'required' }, 2))[0]).toEqual(['look_up']);
    }
    for (const user of ['Rain? Not the_final_answer, nor final_answers.', '<system-reminder>final_answer</system-reminder> Rain?'])
      expect((await run(form, { messages: [{ user }], tools }))[0]).toEqual(['look_up']);
  });

  test('what a program says in the place of the user, after the answer, is no question that a tool is called for', async () => {
    const told: Message[] = [
      ...answered(asked, [{ id: 'call_1', name: 'look_up', arguments: { city: 'Oslo' } }]),
      { assistant: 'It rains.' },
    ];
    const done = '<system-reminder>\nA job is done.\n<task-notification><status>completed</status></task-notification>\n</system-reminder>';
    for (const aside of [done, `${done}\n<environment_details time="9:00">Linux</environment_details>\n`]) {
      const { content } = await ask(mock, form, { messages: [...told, { user: aside }], tools: [look, answer] });
      expect([names(content.toolCalls), content.text]).toEqual([[], expect.stringMatching(/./)]);
      const required = await ask(mock, form, { messages: [...told, { user: aside }], tools: [look, answer], choice: 'required' });
      expect(names(required.content.toolCalls)).toEqual(['look_up']);
    }
    for (const question of [`${done} And tomorrow?`, '<feedback>And tomorrow?</feedback>', '<system-reminder> And tomorrow?']) {
      const { content } = await ask(mock, form, { messages: [...told, { user: question }], tools: [look, answer] });
      expect(names(content.toolCalls)).toEqual(['look_up']);
    }
    expect(names((await ask(mock, form, { messages: [{ user: done }], tools: [look] })).content.toolCalls)).toEqual(['look_up']);
  });

  test('none are called where none may be, or there are none', async () => {
    for (const dialogue of [{ tools: [look], choice: 'none' as const }, { tools: [] }]) {
      const { status, content } = await ask(mock, form, { messages: asked, ...dialogue });
      expect(status).toBe(200);
      expect(content.toolCalls).toEqual([]);
      expect(content.text).not.toMatch(/tool/i);
    }
  });

  test('an answer that the caller began is gone on with', async () => {
    const { content } = await ask(mock, form, { messages: [...asked, { assistant: 'The answer is' }], tools: [look] });
    expect(content.toolCalls).toEqual([]);
  });
});

const parallel = forms.filter(({ protocolName }) => protocolName !== 'generate-content');

test.each(parallel)('$name: several tools are called at once where that is asked for', async (form) => {
  const dialogue: Dialogue = { messages: asked, tools: [look, answer, clock], choice: 'auto' };
  const several = await ask(mock, form, { ...dialogue, parallel: true });
  expect(names(several.content.toolCalls)).toEqual(['look_up', 'final_answer', 'clock']);
  expect(new Set(several.content.toolCalls.map(({ id }) => id)).size).toBe(3);
  expect(await run(form, { ...dialogue, parallel: true })).toHaveLength(2);
  expect(names((await ask(mock, form, { ...dialogue, parallel: false })).content.toolCalls)).toEqual(['look_up']);
});

test.each(forms)('$name: where a call is demanded and no tool is offered, there is text, with a word on it', async (form) => {
  const { status, content, headers } = await ask(mock, form, { messages: asked, choice: 'required' });
  expect(status).toBe(200);
  expect(content.text).not.toBe('');
  expect(headers.get('x-mock-violations')).toContain('no tool is offered');
});

test.each(forms)('$name: a tool that is offered twice is one tool', async (form) => {
  const dialogue: Dialogue = { messages: asked, tools: [clock, look, clock], choice: 'required' };
  expect(await run(form, dialogue, 3)).toEqual([['clock'], ['look_up'], ['look_up']]);
  if (!parallel.includes(form)) return;
  expect(names((await ask(mock, form, { ...dialogue, parallel: true })).content.toolCalls)).toEqual(['clock', 'look_up']);
});

const ofProtocol = (name: string) => forms.filter(({ protocolName }) => protocolName === name);

test.each(ofProtocol('responses'))('$name: what a custom tool is called with is of its grammar as a whole', async (form) => {
  const grammar = (syntax: string, definition: string) => ({ type: 'grammar', syntax, definition });
  const call = (format: Record<string, Json>) =>
    ask(
      mock,
      form,
      { messages: asked },
      { tools: [{ type: 'custom', name: 'cut', format }], tool_choice: { type: 'custom', name: 'cut' } },
    );
  const short = await call(grammar('regex', '[a-z]{3}'));
  expect(short.content.toolCalls[0]?.arguments).toMatch(/^[a-z]{3}$/);
  expect((await call(grammar('regex', 'x+|[0-9]{2}'))).content.toolCalls[0]?.arguments).toMatch(/^(?:x+|[0-9]{2})$/);
  const lark = await call(grammar('lark', 'start: "add " INT+ " and " /[a-c]{2}/\n%import common.INT'));
  expect(lark.content.toolCalls[0]?.arguments).toMatch(/^add \d+ and [a-c]{2}$/);
  expect(lark.headers.get('x-mock-violations')).toBeNull();
  // Of a grammar that the mock does not know, nobody can tell whether a text is of it.
  const other = await call(grammar('lark', 'start: %json {"type": "object"}'));
  expect(other.headers.get('x-mock-violations')).toContain('lark');
  expect(short.headers.get('x-mock-violations')).toBeNull();
});

test.each(ofProtocol('responses'))('$name: a custom tool is called with text, and its output ends the loop', async (form) => {
  const tools = [{ type: 'custom', name: 'run_code', description: 'Runs code: `rm -rf /`.' }];
  const first = await ask(mock, form, { messages: asked }, { tools, tool_choice: { type: 'custom', name: 'run_code' } });
  expect(first.content.toolCalls).toMatchObject([{ kind: 'custom', name: 'run_code', arguments: 'run_code' }]);
  const output = (first.answer as { output: Record<string, string>[] }).output;
  const input = [...output, { type: 'custom_tool_call_output', call_id: first.content.toolCalls[0]?.id ?? '', output: 'done' }];
  const second = await ask(mock, form, { messages: asked }, { tools, input });
  expect(second.content.toolCalls).toEqual([]);
  expect(second.content.text).not.toBe('');
});

test.each(ofProtocol('responses'))(
  '$name: whoever goes on from a stored response has each tool called once too, then the last',
  async (form) => {
    const dialogue: Dialogue = { messages: asked, tools: [look, answer, clock], choice: 'required' };
    const called: string[] = [];
    let more: Record<string, never> = {};
    for (let step = 0; step < 5; step++) {
      const { content, answer: response } = await ask(mock, form, dialogue, more);
      called.push(...names(content.toolCalls));
      const input = content.toolCalls.map(({ id }) => ({ type: 'function_call_output', call_id: id, output: 'It rains.' }));
      more = { input, previous_response_id: (response as { id: string }).id } as never;
    }
    expect(called).toEqual(['look_up', 'final_answer', 'clock', 'clock', 'clock']);
    const foreign = {
      input: [{ type: 'function_call_output', call_id: 'call_of_another', output: 'It rains.' }],
      previous_response_id: 'resp_1',
    };
    expect(names((await ask(mock, form, dialogue, foreign as never)).content.toolCalls)).toEqual(['clock']);
  },
);

test.each(ofProtocol('responses'))('$name: items may be references to stored ones', async (form) => {
  const user = (content: string) => ({ type: 'message', role: 'user', content });
  const result = { type: 'function_call_output', call_id: 'call_1', output: 'It rains.' };
  const reference = (id: string) => ({ type: 'item_reference', id });
  const first = [user('Is it raining?'), reference('rs_1'), reference('fc_1'), result];
  for (const [input, expected] of [
    [first, []],
    [[...first, reference('msg_1'), user('And tomorrow?')], ['look_up']],
  ] as const)
    expect(names((await ask(mock, form, { messages: asked, tools: [look] }, { input } as never)).content.toolCalls)).toEqual(expected);
});

test.each(ofProtocol('responses'))('$name: a tool of a namespace is called in it', async (form) => {
  const tools = [
    { type: 'namespace', name: 'crm', description: 'Customers.', tools: [{ type: 'function', name: 'look_up', parameters: city }] },
  ];
  const { answer } = await ask(mock, form, { messages: asked }, { tools } as never);
  expect(answer).toMatchObject({ output: [{ type: 'function_call', namespace: 'crm', name: 'look_up' }] });
});

test.each(ofProtocol('responses'))('$name: equal names in two namespaces are two tools', async (form) => {
  const inNamespace = (name: string) => ({
    type: 'namespace',
    name,
    description: name,
    tools: [{ type: 'function', name: 'look_up', parameters: city }],
  });
  const more = { tools: [inNamespace('crm'), inNamespace('shop')], tool_choice: 'required' };
  const calls: (string | undefined)[][] = [];
  let input: unknown[] = [{ role: 'user', content: 'Is it raining where I live?' }];
  for (let step = 0; step < 3; step++) {
    const { answer, content } = await ask(mock, form, { messages: asked }, { ...more, input } as never);
    calls.push(content.toolCalls.map(({ namespace }) => namespace));
    const results = content.toolCalls.map(({ id }) => ({ type: 'function_call_output', call_id: id, output: 'It rains.' }));
    input = [...input, ...(answer as { output: unknown[] }).output, ...results];
  }
  expect(calls).toEqual([['crm'], ['shop'], ['shop']]);
  const { content } = await ask(mock, form, { messages: asked }, { ...more, parallel_tool_calls: true } as never);
  expect(content.toolCalls.map(({ namespace }) => namespace)).toEqual(['crm', 'shop']);
});

const allowNone: Record<string, (mode: string) => object> = {
  'chat-completions': (mode) => ({ type: 'allowed_tools', allowed_tools: { mode, tools: [] } }),
  responses: (mode) => ({ type: 'allowed_tools', mode, tools: [] }),
};
test.each(
  forms.filter(({ protocolName }) => protocolName in allowNone).flatMap((form) => ['auto', 'required'].map((mode) => ({ ...form, mode }))),
)('$name: a list that allows no tool allows none, and the answer is text ($mode)', async ({ mode, ...form }) => {
  const { status, content } = await ask(mock, form, { messages: asked, tools: [look] }, {
    tool_choice: allowNone[form.protocolName]?.(mode),
  } as never);
  expect(status).toBe(200);
  expect(content.toolCalls).toEqual([]);
  expect(content.text).not.toBe('');
});

test.each(ofProtocol('generate-content'))(
  '$name: an empty list of allowed names is none, as ever in the JSON of protocol buffers',
  async (form) => {
    const toolConfig = { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: [] } };
    const { content } = await ask(mock, form, { messages: asked, tools: [look] }, { toolConfig });
    expect(names(content.toolCalls)).toEqual(['look_up']);
  },
);

const vendorTools: Record<string, object[]> = {
  responses: [{ type: 'web_search' }],
  messages: [{ type: 'web_search_20250305', name: 'web_search' }],
  'generate-content': [{ googleSearch: {} }],
};
test.each(forms.filter(({ protocolName }) => protocolName in vendorTools))(
  '$name: a tool that the vendor runs is not pretended',
  async (form) => {
    const { status, content } = await ask(mock, form, { messages: asked }, { tools: vendorTools[form.protocolName] as never });
    expect(status).toBe(200);
    expect(content.toolCalls).toEqual([]);
    expect(content.text).not.toMatch(/tool/i);
  },
);

test.each(
  ofProtocol('responses').flatMap((form) =>
    [
      { type: 'web_search' },
      { type: 'web_search_preview' },
      { type: 'file_search' },
      { type: 'image_generation' },
      { type: 'mcp', server_label: 'crm' },
      { type: 'mcp', server_label: 'crm', name: 'look_up' },
      { type: 'apply_patch' },
    ].map((choice) => ({ ...form, choice })),
  ),
)('$name: where $choice is forced, no tool of the caller is called', async ({ choice, ...form }) => {
  const tools = [
    { type: 'function', name: 'look_up', parameters: city },
    { ...choice, server_url: 'https://crm.example' },
  ];
  const { status, content } = await ask(mock, form, { messages: asked }, { tools, tool_choice: choice } as never);
  expect(status).toBe(200);
  expect(content.toolCalls).toEqual([]);
});

test.each(ofProtocol('generate-content'))('$name: functions may be declared in the other spelling', async (form) => {
  const tools = [
    { function_declarations: [{ name: 'look_up', parameters: { type: 'OBJECT', properties: { user_id: { type: 'STRING' } } } }] },
  ];
  const body = { tools, tool_config: { function_calling_config: { mode: 'ANY' } } };
  expect(names((await ask(mock, form, { messages: asked }, body as never)).content.toolCalls)).toEqual(['look_up']);
});
