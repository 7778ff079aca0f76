/** Patterns of scenarios that come over the network: whoever sends one need not be who runs the mock. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStore } from '../../../src/mock/store/store.js';
import { createMock, type Mock } from '../../mocks.js';

const store = memoryStore();
let one: Mock;
let copy: Mock;
beforeAll(async () => {
  [one, copy] = await Promise.all([createMock({ store }), createMock({ store })]);
});
afterAll(() => Promise.all([one.close(), copy.close()]));

const send = async (scenario: unknown) => {
  const response = await one.fetch('http://127.0.0.1/__mock/scenarios', { method: 'POST', body: JSON.stringify(scenario) });
  return { status: response.status, text: await response.text() };
};

async function ask(mock: Mock, content: string): Promise<string | undefined> {
  const response = await mock.fetch('http://127.0.0.1/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-5.4-mini', messages: [{ role: 'user', content }] }),
  });
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
  return choices[0]?.message.content;
}

test('run in linear time, here and in a copy', async () => {
  expect(await send({ name: 'slow', when: { user: ['/(a|a)*b/i', '/^(x+)+$/'] }, answers: [{ text: 'Found.' }] })).toMatchObject({
    status: 201,
  });
  for (const mock of [one, copy]) {
    // The platform would be at it for longer than anybody waits.
    expect(await ask(mock, `${'a'.repeat(50_000)}!`)).not.toBe('Found.');
    expect(await ask(mock, 'AAB')).toBe('Found.');
  }
});

test('are refused where they cannot, with what would be right', async () => {
  const { status, text } = await send({ when: { body: { '/model': '/(?=x)y/' } }, answers: [{ text: 'Found.' }] });
  expect([status, text]).toEqual([400, expect.stringContaining('put the scenario into a file')]);
  expect(text).toContain('/when/body/~1model');
});

test('one that is nested deeper than anybody means is refused', async () => {
  const deep = `${'{"type":"object","anyOf":['.repeat(3000)}{}${']}'.repeat(3000)}`;
  for (const scenario of [`{"answers":[${deep}]}`, `{"when":{"body":{"/a":${deep}}},"answers":[{"json":1}]}`]) {
    const response = await one.fetch('http://127.0.0.1/__mock/scenarios', { method: 'POST', body: scenario });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('nested more than 1000 levels deep')]);
  }
});

test('what is odd about one is said to whoever adds it', async () => {
  const scenario = { when: { user: 'odd' }, answers: [{ text: 'Yes.', images: ['https://example.com/cat.png'] }] };
  const { status, text } = await send(scenario);
  const warnings = [expect.stringMatching(/^scenarios\/answers\/0.*image is left out in messages.*responses/)];
  expect([status, JSON.parse(text)]).toEqual([201, { name: expect.any(String), warnings }]);
  expect((await one.use(scenario)).warnings).toEqual(warnings);
  expect((await one.use({ answers: [{ error: 429 }] })).warnings).toEqual([]);
  expect(JSON.parse((await send({ answers: [{ error: 429 }] })).text)).toEqual({ name: expect.any(String) });
});
