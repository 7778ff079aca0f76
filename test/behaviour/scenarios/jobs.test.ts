/** Jobs that go as a scenario has them, in every family that creates some. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { fillPath } from '../../../src/contract/path-template.js';
import { getAt } from '../../../src/contract/pointer.js';
import { createMock, type Mock } from '../../../src/mock/index.js';

let now = Date.UTC(2026, 0, 1);
let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ now: () => now });
});
afterAll(() => mock.close());

const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };

const families = Object.entries(contract.tasks).flatMap(([name, family]) => {
  const ofRole = (role: string) => contract.operations.find(({ task }) => task?.name === name && task.role === role);
  const [create, query] = [ofRole('create'), ofRole('query')];
  const example = create?.examples.find(({ body }) => getAt(body, family.id.at) !== undefined);
  const failed = Object.keys(family.states).find((state) => family.states[state]?.outcome === 'failure');
  return create && query && example && failed ? [{ name, family, create, query, example, failed }] : [];
});

test('there are some', () => expect(families.length).toBeGreaterThan(3));

describe.each(families)('$name', ({ family, create, query, example, failed }) => {
  const begin = async () => {
    const { path = {}, query: search = {}, body } = example.request;
    const parameters = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)]));
    const response = await mock.fetch(`http://mock${fillPath(create.path, path)}?${parameters}`, {
      method: create.method,
      headers,
      body: JSON.stringify(body),
    });
    expect(response.headers.get('x-mock-scenario')).toBe('job');
    const id = String(getAt(await response.json(), family.id.at));
    return async (seconds: number) => {
      now += seconds * 1000;
      const asked = await mock.fetch(`http://mock${fillPath(query.path, { ...path, [query.task?.parameter ?? '']: id })}`, { headers });
      return asked.json();
    };
  };

  test('fails on the way, and stays there', async () => {
    const added = await mock.use({
      name: 'job',
      when: { operation: create.id },
      answers: [{ job: { seconds: 10, end: failed, at: 0.6, error: { message: 'Out of paint.', code: 'no_paint' } } }],
    });
    const bodyAfter = await begin();
    const value = family.states[failed]?.value;
    // Where the word is that of a success, too, its error tells.
    const isShared = Object.values(family.states).some((state) => state.outcome === 'success' && state.value === value);
    const isFailed = (body: unknown) => getAt(body, family.state) === value && (!isShared || getAt(body, family.error ?? ''));
    expect(isFailed(await bodyAfter(5.9))).toBeFalsy();
    const body = await bodyAfter(0.2);
    expect(isFailed(body)).toBeTruthy();
    if (family.message) expect(getAt(body, family.message)).toBe('Out of paint.');
    if (family.code) expect(getAt(body, family.code)).toBe('no_paint');
    const progress = family.progress && getAt(body, family.progress);
    if (progress !== undefined) expect(progress).toBe(60);
    expect(await bodyAfter(100)).toEqual(body);
    await added.remove();
  });

  test('succeeds with results of its own', async () => {
    const media = 'https://cdn.example/own.mp4';
    const added = await mock.use({ name: 'job', when: { operation: create.id }, answers: [{ job: { polls: 2, media: [media] } }] });
    const bodyAfter = await begin();
    expect(JSON.stringify(await bodyAfter(1000))).not.toContain(media);
    const text = JSON.stringify(await bodyAfter(0));
    if (Object.keys(family.media ?? {}).some((pointer) => text.includes(`"${pointer.split('/').at(-1)}"`))) expect(text).toContain(media);
    await added.remove();
  });
});
