/** Requests that are deeper than any caller means: they are answered or refused, and never too much for the mock. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { type Dialogue, forms, requestOf } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const depth = 20_000;
const deepSchema = `${'{"type":"array","items":'.repeat(depth)}{"type":"string"}${'}'.repeat(depth)}`;
const deepValue = `${'{"value":['.repeat(depth)}${']}'.repeat(depth)}`;

/** Stands in a request for what is deep. */
const mark = { type: 'object', properties: { deep: { const: '<deep>' } } };
const messages = [{ user: 'Is it raining?' }];

const places: [string, string, Dialogue][] = [
  ['the schema of the answer', deepSchema, { messages, schema: mark }],
  ['the schema of a tool', deepSchema, { messages, tools: [{ name: 'look_up', schema: mark }] }],
  [
    'the arguments of a call',
    deepValue,
    {
      messages: [
        ...messages,
        { calls: [{ id: 'call_1', name: 'look_up', arguments: mark }] },
        { results: [{ id: 'call_1', name: 'look_up', text: 'Yes.' }] },
      ],
    },
  ],
];

describe.each(forms)('$name', (form) => {
  test.each(places)('%s', async (_, deep, dialogue) => {
    const { path, body } = requestOf(form, dialogue);
    const marked = JSON.stringify(body);
    const text = marked.replace(JSON.stringify(mark), deep).replace(JSON.stringify(JSON.stringify(mark)), JSON.stringify(deep));
    expect(text).not.toContain('<deep>');
    const response = await mock.fetch(
      new Request(`http://mock${path}`, {
        method: form.operation.method,
        headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
        body: text,
      }),
    );
    expect(response.status, await response.text()).toBeLessThan(500);
  });
});
