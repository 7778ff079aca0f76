/**
 * Room to grow: a model, an endpoint, a family of jobs with its own error dialect and audio results. Each is added to a copy of the project
 * in YAML alone; `test/fixtures/growth` has what is added, and tests of it. `npm run test:growth` runs the whole suite in such a copy.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { Generator } from '../../scripts/generate/generator.js';
import { project, projectAt } from '../../scripts/lib/project.js';
import { exercises, grow, growCopy } from '../../scripts/tiers/grow.js';
import { copySources } from '../scripts/copy-sources.js';

test.each(await exercises())('the contract grows by a new %s', async (name) => {
  const at = projectAt(`${await mkdtemp(join(tmpdir(), 'grown-'))}/`);
  const generator = new Generator(at);
  try {
    await copySources(project, at);
    await grow(at, [name]);
    const grown = (await generator.prepare()).contract;
    const names = ({ operations }: typeof contract) =>
      operations.flatMap(({ id, examples }) => examples.map((example) => `${id} ${example.name}`));
    expect(names(grown)).toEqual(expect.arrayContaining(names(contract)));
    expect(names(grown).length).toBeGreaterThan(names(contract).length);
  } finally {
    await generator.close();
    await rm(at.root, { recursive: true });
  }
});

describe('a copy that has grown by all of them', () => {
  let copy = '';
  beforeAll(async () => {
    copy = await growCopy();
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  // Of this run of tests the other one shall know nothing.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const require = createRequire(import.meta.url);
  const programOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

  /** Runs a program in the copy. @returns all that it prints, and with which code it ends */
  const runIn = (...args: string[]): Promise<{ code: number; output: string }> =>
    promisify(execFile)(process.execPath, args, { cwd: copy, env, maxBuffer: 2 ** 26 }).then(
      ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
      ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
    );

  test('has all the documentation, and is told which figures of the README are old', async () => {
    const { output } = await runIn('--import', 'tsx', 'scripts/docs/commands/docs-coverage.ts');
    expect(output).toMatch(/^(\d+) of \1 leaves, (\d+) of \2 guides$/m);
    expect(output).toMatch(
      new RegExp(
        `^README\\.md:\\d+: says ${contract.operations.length} operations; the contract has \\d+; npm run docs:coverage -- --write$`,
        'm',
      ),
    );
  });

  test('has types for all that is new', async () => {
    const include = ['generated/*.ts', 'compiled/*.ts', 'test/behaviour/growth'];
    await writeFile(join(copy, 'tsconfig.grown.json'), JSON.stringify({ extends: './tsconfig.json', include }));
    expect(await runIn(programOf('typescript', 'bin/tsc'), '--project', 'tsconfig.grown.json')).toEqual({ code: 0, output: '' });
  });

  test('passes the tests of what is new, and those that follow from the contract', async () => {
    const folders = ['mock', 'check', 'contract', 'journal', 'protocols', 'client', 'testing', 'scripts/generate'];
    const files = [...folders.map((folder) => `test/${folder}/`), 'test/behaviour/pages.test.ts', 'test/behaviour/growth/'];
    const { code, output } = await runIn(programOf('vitest', 'vitest.mjs'), 'run', '--reporter=dot', ...files);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  });
});
