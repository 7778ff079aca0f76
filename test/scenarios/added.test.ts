/** Scenarios that are added while a mock runs, and taken away again. */
import { afterAll, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';

const mock = await createMock();
afterAll(() => mock.close());

const says = async (): Promise<string> => {
  const response = await mock.fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'k', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'hello' }] }),
  });
  return ((await response.json()) as { choices: [{ message: { content: string } }] }).choices[0].message.content;
};

test.each([{ name: 'again' }, {}])('one that comes after another of the same name begins anew: %j', async (named) => {
  for (let round = 0; round < 2; round++) {
    const added = await mock.use({ ...named, answers: [{ text: 'first' }, { text: 'second' }] });
    expect([await says(), await says()]).toEqual(['first', 'second']);
    expect(added.calls).toBe(2);
    await added.remove();
  }
});

test('those that are added at once have names of their own', async () => {
  const added = await Promise.all([1, 2, 3].map((text) => mock.use({ answers: [{ text: String(text) }] }, { session: `worker ${text}` })));
  expect(new Set(added.map(({ name }) => name)).size).toBe(3);
});
