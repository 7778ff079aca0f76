/** Schemas that are larger than anybody means: they are not read, and the request is answered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, forms } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const objectOf = (count: number): Record<string, Json> => {
  const names = Array.from({ length: count }, (_, index) => `member_${index}`);
  return { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])), required: names };
};
const large = objectOf(6000);
const small = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const messages = [{ user: 'Which is the nicest town?' }];
const said = () =>
  mock
    .journal()
    .at(-1)
    ?.warnings.map(({ message }) => message);
const notRead = expect.stringMatching(/^a schema of \d+ kB \(\w+\)(, and \d+ more,)? is not read/);

test.each(forms)('$name: a tool whose schema is not read is called with an object, one beside it as its schema has it', async (form) => {
  const tools = [
    { name: 'vast', schema: large },
    { name: 'plain', schema: small },
  ];
  const vast = await ask(mock, form, { messages, tools, choice: { name: 'vast' } });
  expect(vast.content.toolCalls).toEqual([expect.objectContaining({ name: 'vast', arguments: {} })]);
  expect(said()).toEqual([notRead]);
  const plain = await ask(mock, form, { messages, tools, choice: { name: 'plain' } });
  expect(plain.content.toolCalls).toEqual([expect.objectContaining({ name: 'plain', arguments: { city: expect.any(String) } })]);
});

test.each(forms)('$name: structured output of a schema that is not read is an object', async (form) => {
  const { status, content } = await ask(mock, form, { messages, schema: large });
  expect([status, JSON.parse(content.text)]).toEqual([200, {}]);
  expect(said()).toEqual([notRead]);
});

// As many tools as an agent may have with all that it is connected to.
test.each(forms)('$name: many schemas that are large in all are read, until there are too many', async (form) => {
  const tools = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `tool_${index}`, schema: objectOf(500) }));
  const called = async (count: number) => {
    const { content } = await ask(mock, form, { messages, tools: tools(count), choice: { name: `tool_${count - 1}` }, maxTokens: 100_000 });
    return Object.keys(content.toolCalls[0]?.arguments as object).length;
  };
  expect([await called(10), said()]).toEqual([500, []]);
  expect([await called(80), said()]).toEqual([0, [notRead]]);
});
