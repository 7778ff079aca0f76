/** The gate that breaking changes have to pass: what it compares with, and what it takes to pass it. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import type { Document } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';

type Mutate = (document: Document) => void;

const toys = await readFile(join(project.root, 'test/fixtures/diff/openapi.yaml'), 'utf8');
const released = 'released/openapi.json';

const removeField: Mutate = ({ components }) => void delete components.schemas.Toy?.properties.made_at;
const removeType: Mutate = ({ components }) => void delete components.schemas.Leftover;
const addField: Mutate = ({ components }) => Object.assign(components.schemas.Toy?.properties, { price: { type: 'integer' } });

/** A project that has the contract of the toy shop and this program. */
async function toyShop() {
  const root = await mkdtemp(join(tmpdir(), 'contract-diff-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const name of ['scripts', 'tsconfig.json']) await cp(join(project.root, name), join(root, name), { recursive: true });
  for (const name of ['src', 'node_modules']) await symlink(join(project.root, name), join(root, name));
  await mkdir(join(root, 'generated'));

  const contract = parse(toys) as Document;
  const version = (text: string) => writeFile(join(root, 'package.json'), JSON.stringify({ type: 'module', version: text }));
  const change = async (...mutations: Mutate[]) => {
    for (const mutate of mutations) mutate(contract);
    await writeFile(join(root, 'generated/openapi.json'), JSON.stringify(contract, null, 2));
  };
  const start = (file: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(file, args, { cwd: root }).then(
      (output) => ({ code: 0, ...output }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );
  const diff = (...args: string[]) => start(process.execPath, '--import', 'tsx', 'scripts/contract-diff.ts', ...args);
  const git = (...args: string[]) => start('git', '-c', 'user.name=Toy', '-c', 'user.email=toy@example.com', ...args);
  const commit = async () => {
    await git('add', 'generated', 'released', 'package.json');
    await git('commit', '--quiet', '--message', 'A step');
  };
  const read = (name: string) => readFile(join(root, name), 'utf8');
  const write = (name: string, text: string) => writeFile(join(root, name), text);
  await version('0.3.0');
  await change();
  return { version, change, diff, git, commit, read, write };
}

const needsMore = 'A breaking change needs version 0.4.0 or higher; package.json has 0.3.0.\n';

describe('without a released contract', () => {
  test('the check fails, and says what to do', async () => {
    const { diff } = await toyShop();
    expect(await diff('--check')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'There is no released/openapi.json to compare with. `npm run contract:diff -- --accept` makes the present contract the one that the next are compared with.\n',
    });
    expect(await diff()).toMatchObject({ code: 0, stdout: expect.stringContaining('everything is new') });
  });

  test('the present one becomes it as it is', async () => {
    const { diff, read } = await toyShop();
    expect(await diff('--accept')).toMatchObject({ code: 0, stderr: '' });
    expect(await read(released)).toBe(await read('generated/openapi.json'));
    expect(await diff('--check')).toMatchObject({ code: 0, stdout: expect.stringContaining('Verdict: none') });
  });
});

describe('since the released contract', () => {
  test('a breaking change fails the check until the version says so', async () => {
    const { version, change, diff } = await toyShop();
    await diff('--accept');
    await change(removeField);
    expect(await diff('--check')).toMatchObject({ code: 1, stdout: expect.stringContaining('`made_at` is gone'), stderr: needsMore });
    expect(await diff()).toMatchObject({ code: 0, stderr: '' });
    await version('0.4.0');
    expect(await diff('--check')).toMatchObject({ code: 0, stderr: '' });
  });

  test('any other change passes', async () => {
    const { change, diff } = await toyShop();
    await diff('--accept');
    await change(addField);
    expect(await diff('--check')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 non-breaking') });
  });

  test.each([
    ['left in a merge conflict', '<<<<<<< HEAD\n{}\n=======\n', /^released\/openapi\.json is no contract: .*JSON/],
    ['empty', '', /^released\/openapi\.json is no contract: /],
    ['something else', '{ "openapi": "3.1.0" }', /^released\/openapi\.json is no contract: it has no info\.version, paths and components/],
    ['null', 'null', /^released\/openapi\.json is no contract: /],
  ])('that is %s, nothing passes', async (_, text, message) => {
    const { diff, write } = await toyShop();
    await diff('--accept');
    await write(released, text);
    expect(await diff('--check')).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describe('since a git revision', () => {
  async function repository() {
    const shop = await toyShop();
    await shop.diff('--accept');
    await shop.git('init', '--quiet');
    await shop.commit();
    return shop;
  }

  test('what has changed is shown and checked', async () => {
    const { change, commit, diff } = await repository();
    await change(addField);
    await commit();
    expect(await diff('HEAD^1')).toMatchObject({ code: 0, stdout: expect.stringContaining('`price` is new') });
    expect(await diff('--check', 'HEAD')).toMatchObject({ code: 0, stdout: expect.stringContaining('Verdict: none') });
  });

  test('a branch that has accepted its own breaking change does not pass', async () => {
    const { change, commit, diff, version } = await repository();
    await change(removeField);
    await diff('--accept');
    await commit();
    expect(await diff('--check')).toMatchObject({ code: 0 });
    expect(await diff('--check', 'HEAD^1')).toMatchObject({ code: 1, stderr: needsMore });
    await version('0.4.0');
    expect(await diff('--check', 'HEAD^1')).toMatchObject({ code: 0 });
  });

  test('one version takes as many breaking changes as come before its release', async () => {
    const { change, commit, diff, version } = await repository();
    await version('0.4.0');
    await change(({ info }) => Object.assign(info, { version: '0.4.0' }), removeField);
    await commit();
    await change(removeType);
    expect(await diff('--check', 'HEAD')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 breaking') });
  });

  test('from before there was a released contract, its own version counts', async () => {
    const { change, diff, git } = await repository();
    await git('rm', '--quiet', '--cached', released);
    await git('commit', '--quiet', '--message', 'None');
    await change(removeField);
    expect(await diff('--check', 'HEAD')).toMatchObject({ code: 1, stderr: needsMore });
  });

  test.each([
    [['no-such-branch'], /^no-such-branch: invalid object name 'no-such-branch'/],
    [['--check', 'HEAD:package.json'], /^HEAD:package\.json: /],
    [['HEAD', 'HEAD^1'], /^One git revision at most, not HEAD HEAD\^1\n$/],
    [['--accept', 'HEAD'], /^--accept goes with nothing else\n$/],
    [['--accept', '--check'], /^--accept goes with nothing else\n$/],
    [['--base=HEAD'], /^Unknown option '--base'/],
  ])('%j is told from a revision with a contract', async (args, message) => {
    const { diff } = await repository();
    expect(await diff(...args)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('outside of a repository there is none', async () => {
    const { diff } = await toyShop();
    expect(await diff('HEAD')).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^HEAD: not a git repository/) });
  });
});
