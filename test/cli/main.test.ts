/** What each start of a command loads, before the command is known. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';

/** Modules that `src/cli/main.ts` imports at once, and those that they do, with packages by name. */
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
  const found = new Set(['src/cli/main.ts']);
  for (const path of found)
    for (const { path: needed, kind } of metafile.inputs[path]?.imports ?? []) if (kind === 'import-statement') found.add(needed);
  return [...found];
}

describe('the command line', () => {
  it('loads for a mock nothing that only other commands need', async () => {
    const loaded = await loadedAtOnce();
    expect(loaded).toContain('src/upstream/index.ts');
    expect(loaded).not.toContain('compiled/response-validators.js');
    const { dependencies } = JSON.parse(await readFile(join(project.root, 'package.json'), 'utf8')) as { dependencies: object };
    const packages = loaded.filter((path) => path in dependencies);
    expect(packages.sort()).toEqual(['commander', 'mrmime', 'safe-regex2']);
  });
});
