/**
 * Installs the package in the ways there are without a registry, each in an empty folder, and uses it there; last as teams do in their first hour.
 *
 *   npm run test:installs [-- tarball | npx | git | vite | suite | release]...
 *   PACKED=<file>   a tarball that is packed already
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contract } from '../../../compiled/contract.js';
import { argumentsOf, BadInput, run } from '../../lib/bad-input.js';
import { project } from '../../lib/project.js';
import { copyPackage, npm, pack } from '../../release/package-copy.js';
import { suite, vite } from './journeys.js';
import { release } from './release-journey.js';

const execute = promisify(execFile);
const quickly = ['--no-audit', '--no-fund', '--prefer-offline'];

/** An operation that needs nothing but a key. */
const reading = contract.operations.find(({ method, path }) => method === 'GET' && !path.includes('{'))?.id;

/** The client against the mock, in both formats, and the command. */
async function use(folder: string): Promise<void> {
  const program = `
    const { createNexconnClient } = require('nexconn-contract');
    Promise.all([import('nexconn-contract/mock'), require('nexconn-contract/mock')].map(async (loaded) => {
      const mock = await (await loaded).createMock();
      const client = createNexconnClient({ apiKey: 'any', baseUrl: 'http://mock', fetch: mock.fetch });
      console.log((await client.${reading}()).response.status, (await mock.fetch('http://mock/openapi.json')).status);
    }));`;
  const { stdout } = await execute(process.execPath, ['-e', program], { cwd: folder });
  assert.equal(stdout, '200 200\n200 200\n');
  assert.match((await execute('npx', ['--no-install', 'nexconn-contract', '--version'], { cwd: folder })).stdout, /^\d+\.\d+\.\d+\+/);
}

const ways: Record<string, (folder: string, tarball: () => Promise<string>) => Promise<void>> = {
  async tarball(folder, tarball) {
    await npm(folder, 'install', ...quickly, await tarball());
    await use(folder);
  },

  async npx(folder, tarball) {
    // Without a project: npx keeps what it runs elsewhere.
    await rm(join(folder, 'package.json'));
    const args = ['--yes', '--prefer-offline', `--package=${await tarball()}`, 'nexconn-contract', '--version'];
    assert.match((await execute('npx', args, { cwd: folder })).stdout, /^\d+\.\d+\.\d+\+/);
  },

  /** What has been committed: npm installs what its build needs, and builds it. */
  async git(folder) {
    const { stdout: commit } = await execute('git', ['rev-parse', 'HEAD'], { cwd: project.root });
    await npm(folder, 'install', ...quickly, `git+file://${project.root.replace(/\/$/, '')}#${commit.trim()}`);
    await use(folder);
  },

  async vite(folder, tarball) {
    await vite(folder, await tarball());
  },

  async suite(folder, tarball) {
    await suite(folder, await tarball());
  },

  async release(folder, tarball) {
    await release(folder, await tarball());
  },
};

await run(async () => {
  const { positionals } = argumentsOf({ allowPositionals: true });
  const unknown = positionals.find((name) => !Object.hasOwn(ways, name));
  if (unknown !== undefined) throw new BadInput(`there is no way ${unknown}; known: ${Object.keys(ways).join(', ')}`);
  const folders: string[] = [];
  let packed = process.env.PACKED === undefined ? undefined : Promise.resolve(process.env.PACKED);
  const tarball = () => {
    packed ??= copyPackage(project.root).then(async (copy) => {
      folders.push(copy);
      return join(copy, (await pack(copy)).filename);
    });
    return packed;
  };
  let failed = 0;
  try {
    for (const name of positionals.length > 0 ? positionals : Object.keys(ways)) {
      const folder = await mkdtemp(join(tmpdir(), 'install-'));
      folders.push(folder);
      await writeFile(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
      const wrong = await ways[name]?.(folder, tarball).then(
        () => undefined,
        (error: Error) => error,
      );
      if (wrong) failed++;
      console.log(wrong ? `FAILED  ${name}\n${wrong.message.replace(/^/gm, '  ')}` : `passed  ${name}`);
    }
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
  return failed > 0 ? 1 : 0;
});
