/** The package in other runners of tests, as their users install it. Those that take a browser are tried by `npm run test:fixtures`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { copyPackage, pack } from '../../scripts/release/package-copy.js';
import { projectFolders, tryProject } from '../../scripts/tiers/try-project.js';

let copy: string;
let tarball: string;

beforeAll(async () => {
  copy = await copyPackage(project.root);
  tarball = join(copy, (await pack(copy)).filename);
});

afterAll(() => rm(copy, { recursive: true, force: true }));

it.each(['runner-jest', 'runner-node-test'])('%s', async (name) => {
  expect(await tryProject((await projectFolders()).get(name) ?? '', tarball)).toBeUndefined();
});
