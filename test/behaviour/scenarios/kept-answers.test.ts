/** Requests that go on from an answer by its id: scenarios see all that was said. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { asObject } from '../../../src/protocols/parts/json.js';
import { forms, requestOf, send } from '../conversations/dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const going = forms.filter(({ protocol }) => protocol.keptIdAt);

test('there is such a protocol', () => expect(going.length).toBeGreaterThan(0));

/** How a request says that it goes on from an answer, or that its own is to be kept. */
const goesOn: Record<string, (previous: string | undefined) => object> = {
  responses: (previous) => (previous === undefined ? {} : { previous_response_id: previous }),
  messages: (previous) => ({ thread: previous === undefined ? { type: 'create' } : { type: 'continue', previous_message_id: previous } }),
};

describe.each(going)('$name', (form) => {
  const order = { name: 'get_order', schema: { type: 'object' } };
  const ask = (dialogue: Parameters<typeof requestOf>[1], previous?: string, prefer?: string) => {
    const { path, body } = requestOf(form, dialogue);
    return send(mock, form, path, { ...body, ...goesOn[form.protocolName]?.(previous) }, prefer);
  };
  const idOf = (answer: unknown) => String(asObject(answer as never).id);

  test('names the results of calls that were made before', async () => {
    await mock.use({
      when: { user: 'refund', tool: 'get_order' },
      answers: [{ toolCalls: [{ name: 'get_order', arguments: { id: 42 } }] }],
    });
    await mock.use({
      when: { toolResult: { name: 'get_order', text: 'unpaid' } },
      answers: [{ text: 'Turn {$conversation#/turn}: {$conversation#/user} for {$conversation#/toolResults/0/arguments/id}' }],
    });
    const first = await ask({ messages: [{ user: 'Hello' }] });
    const second = await ask({ messages: [{ user: 'A refund.' }], tools: [order] }, idOf(first.answer));
    const [call] = second.content.toolCalls;
    expect(call?.name).toBe('get_order');
    const results = [{ results: [{ id: call?.id ?? '', name: '', text: 'unpaid' }] }];
    // A thread keeps the tools too.
    const third = await ask({ messages: results, ...(form.protocolName !== 'messages' && { tools: [order] }) }, idOf(second.answer));
    expect(mock.journal().flatMap(({ violations, warnings }) => [...violations, ...warnings])).toEqual([]);
    expect(third.content.text).toBe('Turn 2: A refund. for 42');
    // Another session knows nothing of it, nor does an id that nobody gave.
    for (const reply of [
      await ask({ messages: results, tools: [order] }, idOf(second.answer), 'session=other'),
      await ask({ messages: results }, 'none_of_them'),
    ])
      expect(reply.content.text).not.toContain('refund');
    await mock.reset();
  });
});

test('who declines that an answer is kept cannot go on from it', async () => {
  await mock.use({ when: { user: 'secret' }, answers: [{ text: 'I keep it.' }] });
  await mock.use({ when: { turn: 1 }, answers: [{ text: 'There was one before.' }] });
  const form = going.find(({ protocolName, streams }) => protocolName === 'responses' && !streams);
  if (!form) throw new Error('there is no such protocol');
  for (const [store, text] of [
    [true, 'There was one before.'],
    [false, expect.not.stringContaining('before')],
  ]) {
    const { path, body } = requestOf(form, { messages: [{ user: 'A secret.' }] });
    const { id } = asObject((await send(mock, form, path, { ...body, store } as never)).answer);
    const next = requestOf(form, { messages: [{ user: 'And?' }] }).body;
    expect((await send(mock, form, path, { ...next, previous_response_id: id } as never)).content.text).toEqual(text);
  }
  await mock.reset();
});

test('a store that is away costs the memory of an answer, and nothing else', async () => {
  const [form] = going;
  if (!form) throw new Error('there is no such protocol');
  const items = new Map<string, unknown>();
  const store = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => void items.set(key, value),
    increment(key: string) {
      if (key.includes('answers')) return Promise.reject(new Error('away'));
      items.set(key, Number(items.get(key) ?? 0) + 1);
      return Number(items.get(key));
    },
    getKeys: (base = '') => [...items.keys()].filter((key) => key.startsWith(base)),
    clear: () => items.clear(),
  };
  const own = await createMock({ store });
  await own.use({ answers: [{ text: 'Hello.' }] });
  const { path, body } = requestOf(form, { messages: [{ user: 'Hi' }] });
  expect((await send(own, form, path, { ...body, ...goesOn[form.protocolName]?.(undefined) })).content.text).toBe('Hello.');
  expect(own.journal()[0]?.warnings.map(({ message }) => message)).toEqual([
    'no request can go on from it: the store does not answer: away',
  ]);
  await own.close();
});

test('an address of media that is none is not found', async () => {
  expect((await mock.fetch('http://mock/__mock/media/scenarios/%ff/0.mp4')).status).toBeLessThan(500);
});
