/** What a bundler takes into a page of the package's entries: not the engine for patterns of callers, which is for Node.js. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { project } from '../../../scripts/lib/project.js';

const { name, exports } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, unknown>;
};
/** Those with code, of which tests runners are no pages. */
const entries = Object.entries(exports)
  .filter(([path, target]) => typeof target === 'object' && !/^\.\/testing\/./.test(path))
  .map(([path]) => name + path.slice(1));

async function inputsOf(entry: string, platform: 'browser' | 'node'): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: project.root,
    stdin: { contents: `export * from '${entry}'`, resolveDir: project.root },
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform,
    conditions: [platform],
    external: ['node:*', 'msw', '@stoplight/*', 'fp-ts', 'unstorage', 'vitest', 'expect'],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

const isEngine = (path: string) => /(?:^|\/)node_modules\/re2js\//.test(path);

test.each(entries)('%s', async (entry) => {
  const inputs = await inputsOf(entry, 'browser');
  expect(inputs.some((path) => /^dist\//.test(path))).toBe(true);
  expect(inputs.filter(isEngine)).toEqual([]);
});

test('Node.js has it', async () => {
  expect((await inputsOf(`${name}/mock`, 'node')).filter(isEngine)).not.toEqual([]);
});
