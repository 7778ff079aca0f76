/** What a maintainer does when the documentation has changed, by the blocks of README and guide: from a page to a release, which a team that has the old one looks at. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Block, readBlocks } from '../../guides/blocks.js';
import { project } from '../../lib/project.js';
import { copyPackage, npm } from '../../release/package-copy.js';

/** A page that says otherwise than the contract. */
const changedPage = join(project.root, 'test/fixtures/docs/held/import-a-file.md');

interface Ended {
  code: number;
  said: string;
}

async function tell(folder: string, program: string, ...args: string[]): Promise<Ended> {
  const { CI: _ci, VITEST: _vitest, ...env } = process.env;
  const running = promisify(execFile)(program, args, { cwd: folder, env, maxBuffer: 2 ** 26 });
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr, message }) => ({ code: Number(code), said: `${stdout}${stderr}` || message }),
  );
}

/** The line of the README that begins so, as words, without what is optional behind it. */
function wordsOf(blocks: readonly Block[], beginning: string): string[] {
  const line = blocks.flatMap(({ code }) => code.split('\n')).find((one) => one.startsWith(beginning));
  assert.ok(line, `the README has no line ${beginning}`);
  return beginning.split(' ');
}

async function inGit(folder: string, ...args: string[]): Promise<string> {
  const { code, said } = await tell(folder, 'git', ...args);
  assert.equal(code, 0, said);
  return said;
}

/** A checkout of its own, of which all is committed and pushed. @param remote a folder for what it is pushed to */
async function checkout(remote: string): Promise<string> {
  const folder = await copyPackage(project.root);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  // What the owner decides once; and the suite has tiers of its own.
  manifest.publishConfig = { registry: 'https://registry.invalid' };
  manifest.scripts.test = 'vitest run test/behaviour/checkout.test.ts';
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const git = (...args: string[]) => inGit(folder, ...args);
  await inGit(remote, 'init', '--quiet', '--bare', '--initial-branch', 'main');
  await git('init', '--quiet', '--initial-branch', 'main');
  await writeFile(join(folder, '.git/info/exclude'), 'node_modules\n');
  for (const [name, value] of [
    ['user.name', 'A maintainer'],
    ['user.email', 'maintainer@example.com'],
  ] as const)
    await git('config', name, value);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Begin');
  await git('remote', 'add', 'origin', remote);
  await git('push', '--quiet', '--set-upstream', 'origin', 'main');
  return folder;
}

/** @param folder of a team that has installed the tarball */
export async function release(folder: string, tarball: string): Promise<void> {
  const blocks = await readBlocks(join(project.root, 'README.md'));
  await npm(folder, 'install', '--save-dev', tarball, '--no-audit', '--no-fund', '--prefer-offline', '--omit=optional');
  const remote = await mkdtemp(join(tmpdir(), 'remote-'));
  const source = await checkout(remote);
  try {
    await copyFile(changedPage, join(source, 'page.md'));
    const step = (line: string, ...args: string[]) => {
      const [program = '', ...words] = wordsOf(blocks, line);
      return tell(source, program, ...words, ...args);
    };
    const good = async (line: string, ...args: string[]) => {
      const { code, said } = await step(line, ...args);
      assert.equal(code, 0, `${line}\n${said}`);
      return said;
    };
    const drifted = await step('npm run docs:diff', '--', 'page.md');
    assert.equal(drifted.code, 1, drifted.said);
    assert.match(drifted.said, /edit openapi\/\S+:\d+:\d+/);
    const applied = await step('npm run docs:apply', '--', 'page.md');
    assert.match(applied.said, /^ {2}done {2}.*labels/m, applied.said);
    assert.match(applied.said, /^ {2}done {2}.*target/m, applied.said);
    await rm(join(source, 'page.md'));
    await good('npm run format');
    await good('npm run generate');
    assert.match(await good('npm run contract:diff'), /`labels` is new/);

    // The guide asks for the number of a breaking change beforehand.
    const guide = await readFile(join(project.root, 'docs/guides/release.md'), 'utf8');
    const [raise = '', version = ''] = /npm version (\S+) --no-git-tag-version/.exec(guide) ?? [];
    const [program = '', ...words] = raise.split(' ');
    for (const [name, ...args] of [
      [program, ...words],
      ['git', 'add', '--all'],
      ['git', 'commit', '--quiet', '--message', 'Follow the documentation'],
    ]) {
      const { code, said } = await tell(source, name ?? '', ...args);
      assert.equal(code, 0, said);
    }
    const released = await good('npm run release');
    assert.match(released, new RegExp(`Committed and tagged v${version}`));
    const [push = ''] = /git push .*$/m.exec(released) ?? [];
    await inGit(source, ...push.split(' ').slice(1));
    assert.match(await inGit(remote, 'log', '--oneline', '--decorate', '-1', 'main'), new RegExp(`tag: v${version}.*Release ${version}`));

    // The team looks at what a new version would be to it.
    const next = join(source, `nexconn-contract-${version}.tgz`);
    await npm(
      folder,
      'install',
      '--save-dev',
      `nexconn-next@file:${next}`,
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--omit=optional',
    );
    const [, ...compare] = wordsOf(blocks, 'nexconn-contract diff nexconn-contract');
    const seen = await tell(folder, 'npx', '--no-install', 'nexconn-contract', ...compare, 'nexconn-next');
    assert.match(seen.said, /`labels` is new/, seen.said);
    assert.match(seen.said, /Verdict: /);
  } finally {
    for (const made of [source, remote]) await rm(made, { recursive: true, force: true });
  }
}
