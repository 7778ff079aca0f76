/** What each start of a command loads, before the command is known. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { ownManifest } from '../../src/cli/doctor/installed.js';
import { cli, runCommandWith } from './run-command.js';

/** Modules that are imported at once, and those that they do, with packages by name. */
async function loadedAtOnce(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: project.root,
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: 'dist',
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const found = new Set(['src/cli/main.ts', 'src/cli/program.ts']);
  for (const path of found)
    for (const { path: needed, kind } of metafile.inputs[path]?.imports ?? []) if (kind === 'import-statement') found.add(needed);
  return [...found];
}

describe('the command line', () => {
  it.each([
    [['mock', '--port', 'abc'], 'port'],
    [['mock', '--nothing'], 'nothing'],
    [['mock', '--scenarios', 'nowhere'], 'nowhere'],
    [['mock', '--replay', 'nowhere'], 'nowhere'],
    [['proxy'], 'url'],
    [['proxy', 'http://127.0.0.1:1', '--baseline', 'nowhere.json'], 'nowhere.json'],
  ])('says why it does not begin in the log of programs, too: %j', async (args, why) => {
    for (const log of [['--log', 'json'], ['--log=json']]) {
      const { code, output, errors } = await runCommandWith({}, tmpdir(), ...args, ...log).ended;
      expect(code).toBe(2);
      expect(errors).toContain(why);
      const lines = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toEqual([{ type: 'error', time: expect.any(String), message: expect.stringContaining(why) }]);
    }
  });

  it('loads for a mock nothing that only other commands need', async () => {
    const loaded = await loadedAtOnce();
    expect(loaded).toContain('src/upstream/index.ts');
    expect(loaded).not.toContain('compiled/response-validators.js');
    const { dependencies } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { dependencies: object };
    const packages = loaded.filter((path) => path in dependencies);
    expect(packages.sort()).toEqual(['commander', 'mrmime', 'safe-regex2']);
  });
});

/** A Node.js that says it is of this version, and lacks something. */
const lacking = (version: string) => {
  const hook = `export const resolve = (name, context, next) => {
    if (name === 'commander') throw new SyntaxError('no such export');
    return next(name, context);
  };`;
  const code = `import { register } from 'node:module';
    register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hook))});
    Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
};

it('a Node.js that is too old is told which it is to be, whatever it lacks', async () => {
  const { engines } = ownManifest();
  for (const args of [['doctor'], ['mock', '--port', '0'], ['--version']])
    expect(await runCommandWith(lacking('18.20.8'), process.cwd(), ...args).ended).toEqual({
      code: 2,
      output: '',
      errors: `This does not run on Node.js 18.20.8 (needs ${engines.node}). Install a version of ${engines.node}.\n`,
    });
});

it('what is wrong with another is said as it is', async () => {
  expect((await runCommandWith(lacking(process.versions.node), process.cwd(), '--version').ended).errors).toContain('no such export');
});

it.skipIf(process.platform === 'win32')('what the machine refuses is one line, and no stack', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gone-'));
  const command = `cd ${folder} && rmdir ${folder} && exec ${process.execPath} ${cli} doctor`;
  await expect(promisify(execFile)('sh', ['-c', command])).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^This machine does not let it: ENOENT.*\n$/),
  });
});
