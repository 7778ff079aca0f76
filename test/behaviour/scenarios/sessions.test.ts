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

test('one that is asked for by its name is one that the session has and the operation can give', async () => {
  await mock.use({ name: 'all', when: { user: 'never said' }, answers: [{ text: 'for all', times: 1 }] });
  await mock.use({ name: 'of-a', answers: [{ text: 'of a' }] }, { session: 'a' });
  await mock.use({ name: 'cat', when: { operation: 'createVideo' }, answers: [{ job: { seconds: 8 } }] });
  const ask = async (path: string, body: object, prefer: string) => {
    const response = await mock.fetch(`http://mock${path}`, {
      method: 'POST',
      headers: { ...headers(''), prefer },
      body: JSON.stringify(body),
    });
    const { error, choices } = (await response.json()) as { error?: { message: string }; choices?: { message: { content: string } }[] };
    return [response.status, error?.message ?? choices?.[0]?.message.content];
  };
  const chat = (prefer: string) =>
    ask('/v1/chat/completions', { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] }, prefer);
  expect(await chat('scenario=of-a, session=a')).toEqual([200, 'of a']);
  for (const prefer of ['scenario=of-a', 'scenario=of-a, session=b'])
    expect(await chat(prefer)).toEqual([404, 'Prefer: scenario: there is no scenario of-a; those that have answers are cat, all']);
  expect(await chat('scenario=all')).toEqual([200, 'for all']);
  expect(await chat('scenario=all')).toEqual([
    404,
    'Prefer: scenario: the scenario all has given its last answer; those that have answers are cat',
  ]);
  expect(await chat('scenario=cat')).toEqual([404, 'Prefer: scenario: createChatCompletion cannot give the answers of the scenario cat']);
  const video = { model: 'kling-v2-6', prompt: 'A cat' };
  expect(await ask('/v1/videos', video, 'scenario=of-a, session=a')).toEqual([
    404,
    'Prefer: scenario: createVideo cannot give the answers of the scenario of-a',
  ]);
});
