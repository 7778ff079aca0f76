/** The guide to a documentation that has changed: its commands are there with their flags, and do what it says on a page. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../scripts/guides/blocks.js';
import { project } from '../../scripts/lib/project.js';

const text = await readFile(join(project.root, 'docs/guides/docs-changed.md'), 'utf8');
const { scripts } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const commands = blocksOf(text).flatMap(({ code }) => code.split('\n').flatMap((line) => line.split(/ {2,}#/)[0] || []));

describe('a command', () => {
  test.each(commands)('%s', async (line) => {
    const [, , name = ''] = line.split(' ');
    const [, compiled] = /scripts\/run\.js (\S+)$/.exec(scripts[name] ?? '') ?? [];
    const file = compiled === undefined ? /\S+\.ts$/.exec(scripts[name] ?? '')?.[0] : `scripts/${compiled}.ts`;
    expect(file, `package.json has ${name}`).toBeDefined();
    const source = await readFile(join(project.root, file as string), 'utf8');
    for (const flag of line.match(/ --[\w-]+/g) ?? []) expect(source, flag).toContain(flag.trim());
  });
});

test('what it quotes is what the commands say', async () => {
  const quoted = [...text.matchAll(/^\| "(.+?)"/gm)].flatMap(([, words = '']) => words.split(' … '));
  expect(quoted.length).toBeGreaterThan(5);
  const folder = join(project.root, 'scripts/docs/apply');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const said = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join();
  for (const words of quoted) expect(said, words).toContain(words);
});

test('a page is compared and tried with the first of its commands', async () => {
  const page = join(project.root, 'test/fixtures/docs/held/import-a-file.txt');
  const run = (file: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', file, page, ...args], { cwd: project.root }).catch(
      (error: { code: number; stdout: string }) => error,
    );
  expect(await run('scripts/docs-diff.ts')).toMatchObject({ code: 1, stdout: expect.stringMatching(/edit openapi\/\S+:\d+:\d+/) });
  expect(await run('scripts/docs/commands/docs-apply.ts', '--dry-run')).toMatchObject({
    stdout: expect.stringMatching(/^ {2}decide {2}/m),
  });
});
