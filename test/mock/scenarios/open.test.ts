/** The scenarios that a mock starts with. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type CreateMockOptions, createMock } from '../../../src/mock/index.js';
import { eventually } from '../../eventually.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nexconn-scenarios-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
const scenario = (name: string, text: string): string => `- name: ${name}\n  when: { user: ${name} }\n  answers: [{ text: ${text} }]\n`;

async function started(scenarios: CreateMockOptions['scenarios']) {
  const mock = await createMock({ scenarios });
  onTestFinished(() => mock.close());
  return async (user: string): Promise<string> => {
    const response = await mock.fetch('http://mock/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'k', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: user }] }),
    });
    const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
    return choices[0]?.message.content ?? '';
  };
}

const said = () => vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => vi.restoreAllMocks());

test('come from files, folders and code, the latter first', async () => {
  await writeFile(file('a.yaml'), scenario('apple', 'from a file'));
  await writeFile(file('b.json'), JSON.stringify([{ name: 'berry', when: { user: 'berry' }, answers: [{ text: 'from JSON' }] }]));
  const say = said();
  const ask = await started([folder, { name: 'own', when: { user: /APPLE pie/i }, answers: [() => ({ text: 'from code' })] }]);
  expect([await ask('apple'), await ask('an apple pie'), await ask('berry')]).toEqual(['from a file', 'from code', 'from JSON']);
  expect(say).not.toHaveBeenCalled();
});

test('are taken over when their files change; the last good ones stay, and one line says why', async () => {
  const say = said();
  await writeFile(file('a.yaml'), scenario('apple', 'one'));
  const ask = await started(file('a.yaml'));
  await writeFile(file('a.yaml'), scenario('apple', 'two'));
  await eventually(async () => expect(await ask('apple')).toBe('two'));
  await writeFile(file('a.yaml'), '- name: apple\n  answers: [{ txt: three }, {}]\n');
  await eventually(() => expect(say).toHaveBeenCalled());
  expect(say.mock.calls).toEqual([
    [
      `scenarios: ${file('a.yaml')}:2:15 /0/answers/0/txt: there is no member txt here; did you mean text?, and 1 more; those that were loaded before stay`,
    ],
  ]);
  expect(await ask('apple')).toBe('two');
  await writeFile(file('a.yaml'), scenario('apple', 'four'));
  await eventually(async () => expect(await ask('apple')).toBe('four'));
});

test('what is odd is said once', async () => {
  const say = said();
  await writeFile(file('a.yaml'), '- name: a\n  when: { model: nobody-7 }\n  answers: [{ text: hi }]\n');
  await started(folder);
  expect(say.mock.calls).toEqual([[`scenarios: ${file('a.yaml')}:2:18 /0/when/model: the contract knows no model nobody-7`]]);
});

describe('are refused', () => {
  test('with all that is wrong, a line each', async () => {
    await writeFile(file('a.yaml'), '- name: a\n  when: { usr: hi }\n  answers: [{ text: hi }, {}]\n');
    const error = await createMock({ scenarios: folder }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({
      name: 'ScenarioError',
      message: expect.stringMatching(/^.*a\.yaml:2:11 \/0\/when\/usr: .*\n.*a\.yaml:3:27 \/0\/answers\/1: .*$/),
      findings: [{ line: 2, column: 11, pointer: '/0/when/usr' }, { line: 3 }],
    });
  });

  test.each([
    [4, /scenarios must be a file, a folder, a scenario, or a list of these, got 4/],
    ['', /must be a file/],
    [[null], /must be a file/],
    [{ name: 'a', answers: [] }, /^scenarios\/0\/answers: must have at least 1 item/],
  ])('where they are %j', async (scenarios, message) => {
    await expect(createMock({ scenarios } as CreateMockOptions)).rejects.toThrow(message);
  });

  test('when they are added, too', async () => {
    const mock = await createMock();
    onTestFinished(() => mock.close());
    await expect(mock.use({ answers: [{ txt: 'hi' } as never] })).rejects.toThrow(
      'scenarios/answers/0/txt: there is no member txt here; did you mean text?',
    );
    await expect(mock.use([{ answers: [{ text: 'hi' }] }] as never)).rejects.toThrow(
      'must be one scenario, got a list; add them one by one',
    );
    const response = await mock.fetch('http://mock/__mock/scenarios', { method: 'POST', body: '{"answers":[{"text":{"file":"a.md"}}]}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ findings: [expect.stringMatching(/^scenarios\/answers\/0\/text: a\.md is a file/)] });
  });
});
