import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../contract-pages.js';
import { copyProject, type ProjectCopy } from './project-copy.js';

const exec = promisify(execFile);

/** In a repository of its own, whose remote is a bare repository beside it. */
let copy: ProjectCopy;
let remote: string;

const git = async (...args: string[]): Promise<string> => (await exec('git', args, { cwd: copy.root })).stdout;

const update = (page: string, ...args: string[]) =>
  copy.run('scripts/docs/commands/docs-update.ts', [page, '--retry', '0', ...args], {
    env: { ...process.env, PATH: `${copy.folder}${delimiter}${process.env.PATH}`, GH_STATE: join(copy.folder, 'state.json') },
  });

const proposals = async (): Promise<{ kind: string; state: string; head?: string; body: string }[]> =>
  JSON.parse(await readFile(join(copy.folder, 'state.json'), 'utf8').catch(() => '[]'));

beforeAll(async () => {
  copy = await copyProject('createFile');
  remote = join(copy.folder, 'remote.git');
  await cp(fileURLToPath(new URL('../update/gh.js', import.meta.url)), join(copy.folder, 'gh'));
  await writeFile(join(copy.folder, 'package.json'), '{"type":"module"}');
  await exec('git', ['init', '--quiet', '--bare', remote]);
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('config', 'user.name', 'Tester');
  await git('config', 'user.email', 'tester@example.com');
  await git('remote', 'add', 'origin', remote);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Begin');
});
afterAll(() => copy.remove());

test('leaves nothing behind where it is interrupted', async () => {
  const file = await copy.page('interrupted.txt', (page) => {
    page.modified = '2030-01-02 03:04:05';
    page.request = { ...(page.request as Record<string, number>), expires_in: 9 };
  });
  const before = await git('for-each-ref');
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/docs/commands/docs-update.ts', file], { cwd: copy.root });
  const said: string[] = [];
  child.stderr.on('data', (data) => void said.push(String(data)));
  const trees = async () => (await git('worktree', 'list', '--porcelain')).match(/^worktree .*/gm)?.map((line) => line.slice(9)) ?? [];
  await expect.poll(async () => (await trees()).length, { timeout: 120_000 }).toBe(2);
  const [, tree = ''] = await trees();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(143);
  expect(said.join('')).toBe('SIGTERM: stopped, and nothing is changed\n');
  expect(await trees()).toHaveLength(1);
  expect(existsSync(tree)).toBe(false);
  expect(await git('for-each-ref')).toBe(before);
  expect(await git('status', '--porcelain')).toBe('');
});

test('ends with a pull request that changes the lines of the fact and its references, and no others', async () => {
  const file = await copy.page('renamed.txt', (page) => {
    const { expires_in, ...rest } = page.request as Record<string, number>;
    page.request = { ...rest, ttl: expires_in as number };
    page.modified = '2030-01-02 03:04:05';
  });
  const { code, stdout, stderr } = await update(file, '--pull-request');
  expect(stderr).toBe('');
  expect(stdout).toContain('opened a pull request');
  expect(code).toBe(1);
  const diff = await git('diff', '--unified=0', 'main', 'docs-update', '--', 'openapi', ':!openapi/docs-lock.yaml');
  const lines = diff.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
  expect(lines.filter((line) => line.startsWith('-') && line.includes('expires_in'))).toHaveLength(5);
  expect(lines.filter((line) => line.startsWith('+') && line.includes('ttl'))).toHaveLength(5);
  expect(lines.filter((line) => !/expires_in|ttl/.test(line))).toEqual([
    expect.stringMatching(/^-.*modified/),
    "+  modified: '2030-01-02 03:04:05'",
  ]);
  const touched = (await git('diff', '--name-only', 'main', 'docs-update')).trim().split('\n');
  expect(touched.every((name) => /^(?:openapi|generated)\/|^CHANGELOG/.test(name))).toBe(true);
  expect(touched).toContain('generated/openapi.json');
  expect((await exec('git', ['--git-dir', remote, 'rev-parse', 'docs-update'])).stdout).toBe(await git('rev-parse', 'docs-update'));
  expect(await git('status', '--porcelain')).toBe('');
  const [pull] = await proposals();
  expect(pull).toMatchObject({ kind: 'pr', state: 'OPEN', head: 'docs-update' });
  expect(pull?.body).toMatch(/`expires_in` is `ttl` now[\s\S]*## What it means[\s\S]*## Left to a person/);

  // The page is as it was again.
  expect(await update(await copy.page('as-it-was.txt'), '--pull-request')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('closed pr 1'),
  });
  expect((await proposals())[0]?.state).toBe('CLOSED');
});

test('says what a person has to decide where nothing can be edited', async () => {
  const file = await copy.page('less.txt', (page) => {
    const { model: _, ...rest } = page.request as Record<string, string>;
    page.request = rest;
  });
  const { code, stdout } = await update(file);
  expect(stdout).toMatch(
    /the example has no `model` any more, and the contract requires it \(openapi\/\S+:\d+:\d+\): decide whether it may be left out/,
  );
  expect(stdout).toContain('undecided: nothing is edited');
  expect(code).toBe(1);
});

test('tells unreachable, unusable and broken from changed', async () => {
  expect(await update('http://127.0.0.1:9/page.md')).toMatchObject({ code: 3, stdout: expect.stringContaining('unreachable') });
  await writeFile(join(copy.folder, 'page.pdf.txt'), '%PDF-1.7\n');
  expect((await update(join(copy.folder, 'page.pdf.txt'))).code).toBe(2);
  const few = join(copy.folder, 'few.txt');
  await writeFile(few, textOf(copy.model, [...copy.docs.slice(0, 5), ...copy.docs.slice(-1)]));
  const refused = await update(few);
  expect(refused).toMatchObject({ code: 2, stdout: expect.stringContaining('taken for a broken site') });
  expect((await update(few, '--most-lost', 'much')).stderr).toContain('--most-lost much: not a number from 0 to 1');
});
