/** What a team does with the package in its first hour, by the blocks of the README: from an empty folder and the tarball to a page, and to a contract test. */
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { type Block, readBlocks } from '../../guides/blocks.js';
import { project } from '../../lib/project.js';
import { executablePath } from '../../release/chromium.js';
import { npm } from '../../release/package-copy.js';

const execute = promisify(execFile);
const readme = join(project.root, 'README.md');
const address = 'http://127.0.0.1:4010';

/** The block that has these words. */
function blockWith(blocks: readonly Block[], language: string, words: string): string {
  const block = blocks.find((one) => one.language === language && one.code.includes(words));
  assert.ok(block, `the README has no block of ${language} with ${words}`);
  return block.code;
}

/** As this project has it, so that what is tried is what is tested. */
async function versioned(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(project.root, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

async function install(folder: string, tarball: string, ...others: string[]): Promise<void> {
  const blocks = await readBlocks(readme);
  const line = /^npm install --save-dev \.\/nexconn-contract-\S+\.tgz/m.exec(blockWith(blocks, 'sh', '.tgz'))?.[0] ?? '';
  const [, ...words] = line.replace(/\.\/\S+\.tgz/, tarball).split(' ');
  await npm(folder, ...words, '--no-audit', '--no-fund', '--prefer-offline', ...(await Promise.all(others.map(versioned))));
}

/** Runs the mock as the command that is installed. */
async function withMock(folder: string, args: readonly string[], use: (url: string) => Promise<void>): Promise<void> {
  const bin = join(folder, 'node_modules/nexconn-contract/dist/cli.js');
  const child: ChildProcess = spawn(process.execPath, [bin, 'mock', '--port', '0', '--quiet', ...args], { cwd: folder });
  let said = '';
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        said += text;
        const [url] = /http:\/\/\S+/.exec(said) ?? [];
        if (url) resolve(url);
      });
    child.on('close', () => reject(new Error(said)));
  });
  try {
    await use(await listening);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'close');
  }
}

/** A page of Vite asks the mock, and hears answers of its own. */
export async function vite(folder: string, tarball: string): Promise<void> {
  if (executablePath === undefined) throw new Error('There is no Chromium; name one with CHROMIUM.');
  await install(folder, tarball, 'vite');
  const blocks = await readBlocks(readme);
  // What the README gives to `mock.use` is a scenario of a file as well.
  const [, scenario = ''] = /mock\.use\(\{ (.*) \}\);/.exec(blockWith(blocks, 'ts', 'mock.use')) ?? [];
  await writeFile(join(folder, 'scenarios.yaml'), `- { name: own, ${scenario} }\n`);
  await withMock(folder, ['--scenarios', 'scenarios.yaml'], async (url) => {
    const client = blockWith(blocks, 'ts', 'createNexconnClient').replaceAll(address, url).replaceAll("'Hi'", "'My refund?'");
    await writeFile(join(folder, 'main.ts'), client);
    await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/main.ts"></script>');
    // A page has neither.
    const define = { 'process.env.NEXCONN_API_KEY': 'undefined', 'process.stdout.write': 'console.log' };
    await writeFile(join(folder, 'vite.config.js'), `export default ${JSON.stringify({ define, build: { target: 'esnext' } })};\n`);
    await execute(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: folder });
    const site = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview', '--port', '4719', '--strictPort'], { cwd: folder });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await once(site.stdout, 'data');
      const page = await browser.newPage();
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      let broken = false;
      page.on('pageerror', ({ message }) => {
        broken = true;
        lines.push(message);
      });
      // The last that the block does is to wait for a job. Twice, the answers that the README has are a 429: then the page is loaded again.
      for (let loads = 0; loads < 3; loads++) {
        broken = false;
        await page.goto('http://localhost:4719/');
        for (let tries = 0; tries < 300 && !broken && !lines.some((line) => line.includes('completed')); tries++)
          await page.waitForTimeout(200);
      }
      const said = lines.join('\n');
      assert.match(said, /429/, said);
      assert.match(said, /It is on its way\./, said);
      assert.match(said, /completed/, said);
    } finally {
      await browser.close();
      site.kill();
    }
  });
}

/** A suite checks the calls of an application in continuous integration; then what was recorded is checked again, and held against a contract. */
export async function suite(folder: string, tarball: string): Promise<void> {
  const blocks = await readBlocks(readme);
  const code = blockWith(blocks, 'ts', 'contractFetch');
  const named = Array.from(code.matchAll(/ from '([^'/]+)';/g), ([, name = '']) => name);
  await install(folder, tarball, 'vitest', ...named);
  const imports = code.split('\n').filter((line) => line.startsWith('import '));
  const body = code.split('\n').filter((line) => !line.startsWith('import '));
  await withMock(folder, [], async (url) => {
    const test = [...imports, "import { test } from 'vitest';", "test('a chat', async () => {", ...body, '});', ''];
    await writeFile(join(folder, 'chat.test.ts'), test.join('\n').replaceAll(address, url));
    const env = { ...process.env, CI: 'true', VITEST: undefined, PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}` };
    await execute('npx', ['vitest', 'run'], { cwd: folder, env });
    // Where CI is set, `verify` wants an answer to all that it tries.
    const checks = blockWith(blocks, 'sh', 'nexconn-contract conform recordings').replaceAll(address, url);
    const { stdout } = await execute('bash', ['--norc', '-euo', 'pipefail', '-c', checks], { cwd: folder, env });
    assert.match(stdout, /conform/);
  });
  // It can fail: a mock that answers otherwise than the contract has it breaks the suite.
  const wrong = '- { name: wrong, when: { user: Hi }, answers: [{ response: { status: 200, body: { id: 4 } }, breaksContract: true }] }\n';
  await writeFile(join(folder, 'wrong.yaml'), wrong);
  await withMock(folder, ['--scenarios', 'wrong.yaml'], async (url) => {
    const file = join(folder, 'chat.test.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/http:\/\/127\.0\.0\.1:\d+/, url));
    const ended = await execute('npx', ['vitest', 'run'], { cwd: folder, env: { ...process.env, VITEST: undefined } }).then(
      () => 'passed',
      (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
    );
    assert.match(ended, /not as the contract has it/);
  });
}
