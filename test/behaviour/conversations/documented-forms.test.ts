/** A request that the documentation shows in one form has the same answer in the other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreparedExample } from '../../../src/contract/prepared.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { asObject } from '../../../src/protocols/parts/json.js';
import { type Form, forms, send } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

/** Operations that answer in both forms, each asked for by a member of the body. */
const both = forms.filter(
  (form) => !form.streams && forms.some((other) => other.operation === form.operation && other.streams) && form.protocol.keptIdAt,
);
const chats = forms.filter(({ streams, protocolName }) => !streams && protocolName === 'chat-completions');

const wordsOf = ({ protocol }: Form, { request }: PreparedExample): string => {
  const { turns, system } = protocol.conversation(request.body ?? null);
  return JSON.stringify([system, turns]);
};

describe.each([...both, ...chats])('$name', (form) => {
  const { operation, protocol } = form;
  const answered = operation.examples.filter(({ status, request }) => status < 400 && request.body !== undefined);
  // Some are shown in both forms, each with an answer of its own.
  const once = answered.filter((example) => {
    const same = answered.filter((other) => wordsOf(form, other) === wordsOf(form, example));
    return same.every(({ events }) => (events === undefined) === (example.events === undefined));
  });

  test.each(once.map((example) => [example.name, example] as const))('%s', async (_, { request, events }) => {
    const path = operation.path.replace(/\{(\w+)\}/g, (__, name: string) => request.path?.[name] ?? '');
    const body = { ...asObject(request.body ?? null) };
    delete body.stream_options;
    const shown = await send(mock, form, path, { ...body, stream: events !== undefined });
    const other = await send(mock, form, path, { ...body, stream: events === undefined });
    const said = ({ content: { text, reasoning, toolCalls } }: typeof shown) => ({
      text,
      reasoning,
      calls: toolCalls.map(({ name, arguments: value }) => ({ name, value })),
    });
    expect(other.status).toBe(200);
    expect(said(other)).toEqual(said(shown));
    const { usage } = shown.content;
    for (const [count, tokens] of Object.entries(usage ?? {}))
      if (tokens !== undefined) expect([count, protocol.read(other.answer).usage?.[count as 'input'] ?? tokens]).toEqual([count, tokens]);
  });
});
