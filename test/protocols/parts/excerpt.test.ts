import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { excerptOf } from '../../../src/protocols/parts/excerpt.js';
import { createMock } from '../../mocks.js';

const many = (count: number, item: (index: number) => Json): Json[] => Array.from({ length: count }, (_, index) => item(index));

test('a body that is read whole is given as it is', () => {
  const body = { messages: many(4000, (index) => ({ content: `${index}` })), n: 1, tools: null };
  expect(excerptOf(body)).toBe(body);
});

test('of a long list the first and the last are read, in their order', () => {
  const { messages, model } = excerptOf({ model: 'm', messages: many(10_000, (index) => index) }) as { messages: number[]; model: string };
  expect([model, messages.length, messages[0], messages[49], messages[50], messages.at(-1)]).toEqual(['m', 4050, 0, 49, 6000, 9999]);
});

test('what is in the items counts, the last first', () => {
  const body = { contents: many(100, (index) => ({ parts: many(1000, (part) => ({ text: `${index}.${part}` })) })) };
  const { contents } = excerptOf(body) as { contents: { parts: { text: string }[] }[] };
  expect(contents.at(-1)?.parts).toHaveLength(1000);
  expect(contents.flatMap(({ parts }) => parts).length).toBeLessThan(7000);
  expect(body.contents).toHaveLength(100);
});

test('objects of the caller and odd names stay', () => {
  const schema = Object.fromEntries(many(60, (index) => index).map((index) => [`k${index}`, many(5000, () => 0)]));
  const body = { tools: [{ schema }], ...(JSON.parse('{"__proto__":[1]}') as object) } as Record<string, Json>;
  expect(excerptOf(body)).toBe(body);
});

test('a schema stays whole, and those before it', () => {
  const tools = many(10, (index) => ({ name: `${index}`, input_schema: { required: many(900, (name) => `${name}`) } }));
  const body = { tools, messages: [] };
  expect(excerptOf(body)).toBe(body);
});

describe('a conversation of 20,000 calls and their results', () => {
  const messages = Array.from({ length: 20_000 }, (_, index) => [
    { role: 'assistant', content: null, tool_calls: [{ id: `c${index}`, type: 'function', function: { name: 'f', arguments: '{}' } }] },
    { role: 'tool', tool_call_id: `c${index}`, content: `result ${index}` },
  ]).flat();

  test('is answered by what it ends with, and the journal says so', async () => {
    const mock = await createMock();
    await mock.use({ when: { toolResult: { name: 'f', text: 'result 19999' }, system: 'Be brief.' }, answers: [{ text: 'Read.' }] });
    const response = await mock.fetch('http://mock/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-5.4-mini', messages: [{ role: 'system', content: 'Be brief.' }, ...messages] }),
    });
    const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
    expect(choices[0]?.message.content).toBe('Read.');
    expect(
      mock
        .journal()
        .at(-1)
        ?.warnings.map(({ message }) => message),
    ).toContainEqual(expect.stringContaining('very many parts'));
    await mock.close();
  });
});
