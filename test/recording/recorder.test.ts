/** Files of recordings. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { createRecorder } from '../../src/recording/recorder.js';
import type { Recording } from '../../src/recording/recording.js';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'recorder-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const recording: Recording = {
  time: '2026-01-15T12:00:00.000Z',
  operation: 'listModels',
  request: { method: 'GET', url: '/v1/models', headers: {} },
  duration: 1,
  violations: [],
};
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('are for their owner only, in a folder that is made for them', async () => {
  const path = join(await folder(), 'a/b');
  await (await createRecorder(path))(recording);
  const [name = '', ...others] = await readdir(path);
  expect(others).toEqual([]);
  expect(JSON.parse(await readFile(join(path, name), 'utf8'))).toEqual({ format: 1, contract: contract.build, ...recording });
  expect(await Promise.all([path, join(path, '..'), join(path, name)].map(modeOf))).toEqual(['700', '700', '600']);
});

test('name what the server calls the exchange', async () => {
  const path = await folder();
  const [header = ''] = Object.keys(contract.ownedHeaders);
  await (await createRecorder(path))({ ...recording, response: { status: 200, headers: { [header]: 'id-1' }, ended: 'end' } });
  const [name = ''] = await readdir(path);
  expect(JSON.parse(await readFile(join(path, name), 'utf8'))).toMatchObject({ requestId: 'id-1' });
});

test('a folder that is there keeps its rights', async () => {
  const path = await folder();
  await chmod(path, 0o755);
  await createRecorder(path);
  expect(await modeOf(path)).toBe('755');
});

test('of several at once, as tests beside each other have them, are all there', async () => {
  const path = join(await folder(), 'a/b');
  const several = await Promise.all(Array.from({ length: 20 }, () => createRecorder(path)));
  await Promise.all(several.map((record) => record(recording)));
  expect(await readdir(path)).toHaveLength(20);
});

test('are whole or not there', async () => {
  const path = await folder();
  const record = await createRecorder(path);
  await record(recording);
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  await expect(record({ ...recording, request: { ...recording.request, json: loop } })).rejects.toThrow();
  expect((await readdir(path)).filter((name) => !/-00001-listModels\.json$/.test(name))).toEqual([]);
});

test('a folder that is taken away is made anew', async () => {
  const path = await folder();
  const record = await createRecorder(path);
  await record(recording);
  await rm(path, { recursive: true });
  await record(recording);
  expect(await readdir(path)).toEqual([expect.stringMatching(/-00002-listModels\.json$/)]);
  expect(await modeOf(path)).toBe('700');
  // Something else stands in its place, and goes away again.
  await rm(path, { recursive: true });
  await writeFile(path, '');
  await expect(record(recording)).rejects.toThrow('ENOTDIR');
  await rm(path);
  await record(recording);
  expect(await readdir(path)).toEqual([expect.stringMatching(/-00004-listModels\.json$/)]);
});

test('a folder that cannot be is said at once', async () => {
  const path = join(await folder(), 'file');
  await writeFile(path, '');
  await expect(createRecorder(path)).rejects.toThrow('it is no folder');
  await expect(createRecorder(join(path, 'below'))).rejects.toThrow('ENOTDIR');
});

test.runIf(process.platform === 'linux')('where no folder can be, nothing is tried for ever', async () => {
  for (const path of ['/proc/nexconn/recordings', '/proc', '/proc/self', '/sys', '/dev/null'])
    await expect(createRecorder(path), path).rejects.toThrow(/E[A-Z]+|no folder/);
});
