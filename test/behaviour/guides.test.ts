/**
 * README and guides do what they say: each block that is marked `run` is run from the packed package, in their order and in one folder a page, as
 * whoever copies them would. What takes programs that are installed for it alone is run by `npm run test:fixtures`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRun, readBlocks } from '../../scripts/guides/blocks.js';
import { MissingProgram } from '../../scripts/guides/guide-run.js';
import { type PackedRoom, packedRoom } from '../../scripts/guides/packed-room.js';
import { guideOf, guideProjects, pages, runPage } from '../../scripts/guides/pages.js';
import { project } from '../../scripts/lib/project.js';

const all = await pages();
const inFixtures = new Set(await Promise.all((await readdir(guideProjects)).map(guideOf)));

/** What a page takes for granted. */
const started: Record<string, string[]> = {
  // "npm start" in a checkout.
  'README.md': ['nexconn-contract mock --port 4010 --task-seconds 0 --events-per-second 2000'],
};

let room: PackedRoom;
beforeAll(async () => {
  room = await packedRoom();
});
afterAll(() => room.remove());

test.for(all.filter((page) => !inFixtures.has(page)))('%s does what it says', async (page, { skip }) => {
  const folder = await room.folder(basename(page, '.md'));
  await runPage(page, folder, [room.bin], started[page]).catch((error) => {
    if (error instanceof MissingProgram) skip(error.message);
    throw error;
  });
});

test('every block is run, or says why it is only shown; at most one in ten is', async () => {
  const blocks = (
    await Promise.all(all.map(async (page) => (await readBlocks(join(project.root, page))).map((block) => ({ ...block, page }))))
  ).flat();
  const notRun = blocks.filter((block) => !isRun(block));
  expect(blocks.length).toBeGreaterThan(50);
  expect(notRun.filter(({ mark }) => !/^shown: .{10}/.test(mark))).toEqual([]);
  expect(notRun.map(({ page, line }) => `${page}:${line}`).length).toBeLessThanOrEqual(blocks.length / 10);
});

test('the README is read in one sitting', async () => {
  expect((await readFile(join(project.root, 'README.md'), 'utf8')).split('\n').length).toBeLessThanOrEqual(200);
});
