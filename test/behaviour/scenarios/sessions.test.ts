/** Scenarios and holds of one session have nothing to do with those of another. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createMock } from '../../mocks.js';

const mock = await createMock({ seed: 7, now: Date.UTC(2026, 0, 15, 12) });
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const headers = (session: string) => ({
  authorization: 'Bearer any',
  'content-type': 'application/json',
  ...(session !== '' && { prefer: `session="${session}"` }),
});
const createVideo = async (session: string) => {
  const body = JSON.stringify({ model: 'kling-v2-6', prompt: 'A cat' });
  const response = await mock.fetch('http://mock/v1/videos', { method: 'POST', headers: headers(session), body });
  return { id: ((await response.json()) as { id: string }).id, scenario: response.headers.get('x-mock-scenario') };
};
const sessions = ['a', 'b', '', 'a-1', 'a b', '猫', 'x'.repeat(300)];

test('what has no name is called the same after a reset of its session, whatever others do', async () => {
  const run = async (session: string) => {
    const scope = session === '' ? {} : { session };
    const names = [];
    for (let count = 0; count < 2; count++) names.push((await mock.use({ answers: [{ job: { seconds: 8 } }] }, scope)).name);
    const made = await createVideo(session);
    mock.hold('createVideo', scope);
    return [...names, made, await createVideo(session)];
  };
  for (const session of sessions.filter((name) => !/[^\x20-\x7e]/.test(name))) {
    const first = await run(session);
    await run(session === 'b' ? 'a' : 'b');
    await mock.reset(session === '' ? undefined : session);
    expect(await run(session)).toEqual(first);
    await mock.reset();
  }
});

test('no two have one name', async () => {
  const names = [];
  for (let count = 0; count < 3; count++)
    for (const session of sessions) names.push((await mock.use({ answers: [{ error: 429 }] }, session === '' ? {} : { session })).name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^added-[\w.-]{1,50}$/);
});

test('a name that somebody gave is left to it', async () => {
  await mock.use({ name: 'added-a-1', answers: [{ error: 429 }] });
  const { name } = await mock.use({ answers: [{ error: 429 }] }, { session: 'a' });
  expect(name).toBe('added-a-2');
});

test('a list of a session has its own and those that are for all', async () => {
  await mock.use({ name: 'all', answers: [{ error: 429 }] });
  for (const session of ['a', 'b']) await mock.use({ name: `of-${session}`, answers: [{ error: 429 }] }, { session });
  const list = async (path: string) =>
    ((await (await mock.fetch(`http://mock${path}`)).json()) as { name: string }[]).map(({ name }) => name).sort();
  expect(await list('/__mock/scenarios')).toEqual(['all', 'of-a', 'of-b']);
  for (const path of ['/__mock/scenarios?session=a', '/__session/a/__mock/scenarios']) expect(await list(path)).toEqual(['all', 'of-a']);
  expect(await list('/__mock/scenarios?session=c')).toEqual(['all']);
});
