/** Forms of text that a request may ask for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, type Dialogue, forms } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

test.each(forms.filter(({ protocolName }) => protocolName === 'generate-content'))(
  '$name: one of the words that an enum lists, without quotes',
  async (form) => {
    const messages = [{ user: 'Is this a nice day?' }];
    for (const generationConfig of [
      { responseMimeType: 'text/x.enum', responseSchema: { type: 'STRING', enum: ['yes', 'no'] } },
      { response_mime_type: 'text/x.enum', response_schema: { type: 'STRING', format: 'enum', enum: ['yes', 'no'] } },
    ]) {
      const { status, content } = await ask(mock, form, { messages }, { generationConfig } as never);
      expect(status).toBe(200);
      expect(['yes', 'no']).toContain(content.text);
    }
  },
);

test.each(forms.filter(({ protocolName }) => protocolName === 'responses'))(
  '$name: reasoning is sealed for who asks for it, and else it is not',
  async (form) => {
    const messages = [{ user: 'Is this a nice day?' }];
    const reasoning = { effort: 'high', summary: 'auto' };
    const sealed = async (more: Record<string, Json>) => {
      const { answer } = await ask(mock, form, { messages }, { reasoning, store: false, ...more });
      const { output } = answer as { output: { type: string; encrypted_content?: string }[] };
      return output.filter(({ type }) => type === 'reasoning').map(({ encrypted_content }) => typeof encrypted_content);
    };
    expect(await sealed({ include: ['reasoning.encrypted_content'] })).toEqual(['string']);
    expect(await sealed({})).toEqual(['undefined']);
  },
);

// A schema of Gemini may be of a list; with one that says nothing, structured output is an object everywhere.
test.each(forms)('$name: structured output is an object where its schema leaves open what it is', async (form) => {
  for (const schema of [{}, { $schema: 'http://json-schema.org/draft-07/schema#' }, { description: 'What it says.' }] as Record<
    string,
    Json
  >[]) {
    const { status, content } = await ask(mock, form, { messages: [{ user: 'Is this a nice day?' }], schema });
    expect([status, content.text]).toEqual([200, expect.stringMatching(/^\{.*\}$/s)]);
  }
  const { content } = await ask(mock, form, { messages: [{ user: 'Is this a nice day?' }], schema: { enum: ['yes'] } });
  expect(content.text).toBe('"yes"');
});

test.each(forms.filter(({ protocolName }) => protocolName === 'generate-content'))(
  '$name: types of a schema may be in lower case, as SDKs send them',
  async (form) => {
    const schema = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] };
    const more = {
      tools: [{ functionDeclarations: [{ name: 'f', parameters: schema }] }],
      toolConfig: { functionCallingConfig: { mode: 'NONE' } },
      generationConfig: { responseMimeType: 'application/json', responseSchema: schema },
    };
    const { content } = await ask(mock, form, { messages: [{ user: 'Is this a nice day?' }] }, more);
    expect(content.text).toBe('{"a":1}');
    expect(mock.journal().at(-1)?.warnings).toEqual([]);
  },
);

/** How each protocol asks for JSON without a schema; Messages has no such thing. */
const plainJson: Record<string, Record<string, Json>> = {
  'chat-completions': { response_format: { type: 'json_object' } },
  'generate-content': { generationConfig: { responseMimeType: 'application/json' } },
  responses: { text: { format: { type: 'json_object' } } },
};

test.each(forms.filter(({ protocolName }) => plainJson[protocolName]))(
  '$name: JSON for which no schema is given is after the one that the prompt has',
  async (form) => {
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 3 } },
      required: ['city', 'days'],
    };
    const said = `Answer in JSON {like this}, after the schema\n\`\`\`json\n${JSON.stringify(schema, null, 2)}\n\`\`\``;
    for (const dialogue of [{ system: said, messages: [{ user: 'Rain?' }] }, { messages: [{ user: `Rain? ${said}` }] }]) {
      const { content } = await ask(mock, form, dialogue, plainJson[form.protocolName]);
      expect(JSON.parse(content.text)).toEqual({ city: 'example_city', days: 3 });
    }
    const { content } = await ask(mock, form, { messages: [{ user: 'Rain? {"a": 1} {"type": "object"' }] }, plainJson[form.protocolName]);
    expect(Object.keys(JSON.parse(content.text))).toEqual(['answer']);
  },
);

test.each(forms.filter(({ protocolName }) => protocolName === 'chat-completions'))(
  '$name: a schema beside the type of the form is one too',
  async (form) => {
    const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
    for (const type of ['json_object', 'json_schema']) {
      const { content } = await ask(mock, form, { messages: [{ user: 'Rain?' }] }, { response_format: { type, schema } });
      expect(JSON.parse(content.text)).toEqual({ city: 'example_city' });
    }
  },
);

test.each(forms)('$name: JSON that the turn of the assistant begins is gone on with', async (form) => {
  const { status, content } = await ask(mock, form, { messages: [{ user: 'Rain, in JSON?' }, { assistant: '{"city": "Oslo",' }] });
  expect(status).toBe(200);
  expect(JSON.parse(`{"city": "Oslo",${content.text}`)).toMatchObject({ city: 'Oslo' });
});

test.each(forms)('$name: what is told is good, so that no guard is tripped by it', async (form) => {
  const flags = ['isBad', 'flagged', 'is_math_homework', 'should_block', 'valid', 'done', 'is_correct'];
  const schema = { type: 'object', properties: Object.fromEntries(flags.map((name) => [name, { type: 'boolean' }])), required: flags };
  const { content } = await ask(mock, form, { messages: [{ user: 'Is this a nice day?' }], schema });
  expect(Object.values(JSON.parse(content.text))).toEqual([false, false, false, false, true, true, true]);
});

describe.each(forms)('$name: JSON that is asked for in words alone', (form) => {
  const schema = {
    type: 'object',
    properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 3 } },
    required: ['city', 'days'],
    additionalProperties: false,
  };
  const list = { $schema: 'http://json-schema.org/draft-07/schema#', type: 'array', items: schema, minItems: 2 };
  const made = { city: 'example_city', days: 3 };
  const written = (value: Json) => `\`\`\`\n${JSON.stringify(value)}\n\`\`\``;
  const answerTo = async (dialogue: Dialogue) => (await ask(mock, form, dialogue)).content.text;

  test.each<[asked: string, answer: Json]>([
    [`JSON schema:\n${JSON.stringify(schema)}\nYou MUST answer with a JSON object that matches the JSON schema above.`, made],
    [`Output should be in JSON format and conform to the following schema:\n\n${written(schema)}`, made],
    [`Output should be a JSON array conforming to the following schema:\n\n${written(list)}`, [made, made]],
    [`Return a JSON array of such objects.\n${written(schema)}`, [made]],
    [
      `Ensure your final answer strictly adheres to the following OpenAPI schema: ${JSON.stringify({ type: 'json_schema', json_schema: { name: 'Made', schema } })}

Do not include the OpenAPI schema in the final output. Ensure the final output does not include any code block markers like \`\`\`json or \`\`\`python.`,
      made,
    ],
    ['Return JSON like {"facts": []}, without code blocks.', { facts: [] }],
    ['The facts, please. Return JSON like {"facts": ["Rain."], "sure": true}.', { facts: ['Rain.'], sure: true }],
    [
      `Return the facts in JSON.\n\nInput: Hi.\nOutput: {"facts": []}\n\nInput: I like rain.\nOutput: {"facts": ["Likes rain"]}\n\nInput: Yes.\nOutput: {"facts": []}`,
      { facts: ['Likes rain'] },
    ],
  ])('is after the schema or the example that stands there: %s', async (asked, answer) => {
    for (const dialogue of [{ system: asked, messages: [{ user: 'Rain?' }] }, { messages: [{ user: `Rain?\n\n${asked}` }] }])
      expect(JSON.parse(await answerTo(dialogue))).toEqual(answer);
  });

  test('is a line each where lines are asked for', async () => {
    const user = `Output should be JSONL format, one object per line.\n${written(list)}`;
    expect((await answerTo({ messages: [{ user }] })).split('\n')).toEqual([JSON.stringify(made), JSON.stringify(made)]);
  });

  test('stands in a block of code where that is asked for', async () => {
    for (const user of ['Rain? Return the JSON within a ```json codeblock.', 'Rain? Answer with JSON in a Markdown code block.'])
      expect(await answerTo({ messages: [{ user }] })).toMatch(/^```json\n\{"answer":".+"\}\n```$/);
  });

  test.each([
    'Rain? Respond only with valid JSON.',
    'Name it, as JSON',
    '请以 JSON 格式返回结果',
    '天気は？JSONで答えて',
    'Ответь в формате JSON',
  ])('is an object where nothing else is said: %s', async (user) =>
    expect(Object.keys(JSON.parse(await answerTo({ messages: [{ user }] })))).toEqual(['answer']),
  );

  test('is the answer after the results of tools, too', async () => {
    const messages = [
      { user: 'Rain? Answer in JSON.' },
      { calls: [{ id: 'c1', name: 'look', arguments: {} }] },
      { results: [{ id: 'c1', name: 'look', text: '5' }] },
    ];
    const { content } = await ask(mock, form, { messages, tools: [{ name: 'look' }] });
    expect(Object.keys(JSON.parse(content.text))).toEqual(['answer']);
  });

  test.each([
    'What is JSON?',
    'How do I return JSON from a server?',
    'Write a function that returns JSON.',
    'Do not answer in JSON.',
    'Parse JSON',
  ])('is not asked for: %s', async (user) => {
    const text = await answerTo({ messages: [{ user }] });
    expect(() => JSON.parse(text)).toThrow();
  });
});
