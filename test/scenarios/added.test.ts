/** Scenarios that are added while a mock runs, and taken away again. */
import { afterAll, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';

const mock = await createMock();
afterAll(() => mock.close());

const says = async (more: Record<string, string> = {}): Promise<string> => {
  const response = await mock.fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'k', 'content-type': 'application/json', ...more },
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

test('each is listed with how far it is', async () => {
  const { name, remove } = await mock.use({ answers: [{ text: 'first' }, { text: 'x'.repeat(1000), times: 2 }] }, { session: 'far' });
  const listed = async () =>
    ((await (await mock.fetch('http://mock/__mock/scenarios?session=far')).json()) as { name: string }[]).filter(
      (one) => one.name === name,
    );
  const state = { name, added: true, session: 'far', answers: 2 };
  const of = (session: string) => ({ prefer: `session=${session}` });
  expect(await listed()).toEqual([{ ...state, calls: 0, next: 0, nextAnswer: '{"text":"first"}' }]);
  await says(of('far'));
  expect(await listed()).toEqual([{ ...state, calls: 1, next: 1, nextAnswer: `{"text":"${'x'.repeat(110)}…` }]);
  await says(of('far'));
  await says(of('far'));
  expect(await listed()).toEqual([{ ...state, calls: 3 }]);
  await remove();
});

test('of those that were there from the start it is said that nobody adds them, and of those of code no more than that', async () => {
  const started = await createMock({ scenarios: { name: 'made', answers: [() => ({ text: 'made' })] } });
  const response = await started.fetch('http://mock/__mock/scenarios');
  expect(await response.json()).toEqual([{ name: 'made', calls: 0, answers: 1, next: 0 }]);
  await started.close();
});

test.each(['/.*/', 'a', 'a:b', 'a*', '[', 'null'])('one for the session %s is for no other', async (session) => {
  const own = await mock.use({ answers: [{ error: 402 }] }, { session });
  const statusIn = async (name: string) =>
    (await mock.fetch('http://mock/v1/models', { headers: { authorization: 'k', prefer: name && `session="${name}"` } })).status;
  expect(await statusIn(session)).toBe(402);
  for (const other of ['', 'a', 'a:b', 'a%3Ab', 'ab', '/.*/', 'x']) expect(await statusIn(other)).toBe(other === session ? 402 : 200);
  await own.remove();
});
