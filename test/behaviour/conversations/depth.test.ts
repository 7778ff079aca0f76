/** Requests that are deeper than any caller means: they are answered or refused, and never too much for the mock. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { type Dialogue, forms, requestOf } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const send = (path: string, body: string): Promise<Response> =>
  mock.fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body,
  });

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
    const response = await send(path, text);
    // What is deep in a text is read as text.
    expect(response.status, await response.text()).toBe(text.includes(deep) ? 400 : 200);
  });

  const bottomless = '['.repeat(100_000) + ']'.repeat(100_000);
  const kinds = { array: bottomless, object: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` };
  test.each(Object.entries(kinds))('any member that is a bottomless %s', async (_, deep) => {
    const { path, body } = requestOf(form, { messages });
    for (const name of [...Object.keys(body), 'unknown']) {
      const text = JSON.stringify({ ...body, [name]: '<deep>' }).replace('"<deep>"', deep);
      const response = await send(path, text);
      expect(response.status, name).toBe(400);
      expect(await response.text()).toContain('the body is nested more than 1000 levels deep');
    }
  });

  test('one that is as deep as may be', async () => {
    const { path, body } = requestOf(form, { messages });
    const text = JSON.stringify({ ...body, unknown: '<deep>' }).replace('"<deep>"', '['.repeat(999) + ']'.repeat(999));
    const response = await send(path, text);
    expect(response.status, await response.text()).toBe(200);
  });
});

test('the journal tells of them', async () => {
  const response = await mock.fetch('http://mock/__mock/requests');
  expect(response.status).toBe(200);
  const entries = (await response.json()) as { status: number; requestBody: unknown }[];
  expect(entries.filter(({ status }) => status === 400).length).toBeGreaterThan(0);
});
