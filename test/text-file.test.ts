import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { textOf } from '../src/text-file.js';
import { runCommandIn } from './cli/run-command.js';

const scenario = '- name: a\r\n  when: { user: für }\r\n  answers: [{ text: { file: t.txt } }]\r\n';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

const written: [how: string, of: (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark, as editors on Windows do', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, as PowerShell does', utf16],
  ['UTF-16 the other way round', (text) => utf16(text).swap16()],
];

test.each(written)('%s is read as what it says', (_, of) => {
  expect(textOf(of(scenario))).toBe(scenario);
});

test.each(written)('files that are %s are taken wherever people name some', async (_, of) => {
  const folder = await mkdtemp(join(tmpdir(), 'text ü '));
  onTestFinished(() => rm(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFile(join(folder, name), of(text));
  await Promise.all([write('a.yaml', scenario), write('t.txt', 'One.\r\nTwo.'), write('known.json', '[]')]);
  await write('old.json', '{ "openapi": "3.1.0", "info": { "title": "a", "version": "1" }, "paths": {} }');
  await write('coverage.json', '{ "rows": [], "stateRows": [] }');
  const run = async (...args: string[]) => {
    const { code, output, errors } = await runCommandIn(folder, ...args).ended;
    return { code, said: output + errors };
  };
  const [scenarios, diff, coverage, conform, impact] = await Promise.all([
    run('scenarios', 'check', 'a.yaml'),
    run('diff', 'old.json', 'old.json'),
    run('coverage', 'coverage.json'),
    run('conform', 'old.json', '--baseline', 'known.json'),
    run('impact', 'old.json', '--to', 'old.json'),
  ]);
  expect(scenarios).toEqual({ code: 0, said: '1 scenario, 1 answer, 0 findings\n' });
  expect([diff.code, coverage.code]).toEqual([0, 0]);
  expect(conform.said).toMatch(/^old\.json is no recording: /);
  expect(impact.said).toMatch(/^old\.json is no recording: /);
});
