/** The package in other runners of tests, as their users install it. Those that take a browser are tried by `npm run test:fixtures`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { packBuilt } from '../../scripts/release/package-copy.js';
import { projectFolders, tryProject } from '../../scripts/tiers/try-project.js';

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runners-'));
  ({ filename: tarball } = await packBuilt(project.root, folder));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['runner-jest', 'runner-node-test'])('%s', async (name) => {
  expect(await tryProject((await projectFolders()).get(name) ?? '', tarball)).toBeUndefined();
});
