import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../src/files-below.js';

test('files of folders within are found in their place, and none that are hidden or installed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'below-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ['c.json', 'a.json', 'b/2/x.json', 'b/1.json', 'b/1.txt', '.git/x.json', '.x.json', 'node_modules/x.json']) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
  const folders: string[] = [];
  const files = await filesBelow(folder, (name) => name.endsWith('.json'), folders);
  expect(files).toEqual(['a.json', 'b/1.json', 'b/2/x.json', 'c.json'].map((name) => join(folder, name)));
  expect(folders).toEqual(['', 'b', 'b/2'].map((name) => join(folder, name)));
});
