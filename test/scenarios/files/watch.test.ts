/** Scenarios are loaded again when their files change. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import responseValidators from '../../../compiled/response-validators.js';
import { loadScenarios } from '../../../src/scenarios/files/load.js';
import { watchScenarios } from '../../../src/scenarios/files/watch.js';
import { eventually } from '../../eventually.js';

const scenario = (name: string, text = 'hi'): string => `- name: ${name}\n  when: { user: ${name} }\n  answers: [{ text: ${text} }]\n`;

async function watched(...paths: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'nexconn-watch-'));
  await writeFile(join(folder, 'a.yaml'), scenario('a'));
  const sources = paths.map((path) => join(folder, path));
  const contracts = { contract, responseValidators };
  const seen: { names: string[]; findings: number }[] = [];
  const close = watchScenarios(sources, contracts, await loadScenarios(sources, contracts), ({ scenarios, findings }) =>
    seen.push({ names: scenarios.map(({ name }) => name), findings: findings.length }),
  );
  onTestFinished(async () => {
    close();
    await rm(folder, { recursive: true });
  });
  return { folder, last: () => seen.at(-1), seen, close };
}

test('a file that is written, added, moved or removed is seen, in new folders too', async () => {
  const { folder, last } = await watched('.');
  await writeFile(join(folder, 'b.yaml'), scenario('b'));
  await eventually(() => expect(last()?.names).toEqual(['a', 'b']));
  await writeFile(join(folder, 'b.yaml.new'), scenario('c'));
  await rename(join(folder, 'b.yaml.new'), join(folder, 'b.yaml'));
  await eventually(() => expect(last()?.names).toEqual(['a', 'c']));
  await mkdir(join(folder, 'more'));
  await writeFile(join(folder, 'more/d.yaml'), scenario('d'));
  await eventually(() => expect(last()?.names).toEqual(['a', 'c', 'd']));
  await writeFile(join(folder, 'more/d.yaml'), scenario('e'));
  await eventually(() => expect(last()?.names).toEqual(['a', 'c', 'e']));
  await rm(join(folder, 'more'), { recursive: true });
  await eventually(() => expect(last()?.names).toEqual(['a', 'c']));
});

test('what is wrong is told, and what is right again likewise', async () => {
  const { folder, last } = await watched('a.yaml');
  await writeFile(join(folder, 'a.yaml'), '- name: a\n  answers: [{ txt: hi }]\n');
  await eventually(() => expect(last()).toEqual({ names: [], findings: 1 }));
  await writeFile(join(folder, 'a.yaml'), scenario('b'));
  await eventually(() => expect(last()).toEqual({ names: ['b'], findings: 0 }));
});

test('a text that a scenario names is a part of it', async () => {
  const { folder, seen } = await watched('.');
  await mkdir(join(folder, 'texts'));
  await writeFile(join(folder, 'texts/long.md'), 'one');
  await writeFile(join(folder, 'a.yaml'), scenario('a', '{ file: texts/long.md }'));
  await eventually(() => expect(seen.at(-1)?.findings).toBe(0));
  const before = seen.length;
  await writeFile(join(folder, 'texts/long.md'), 'two');
  await eventually(() => expect(seen.length).toBeGreaterThan(before));
});
