/** A disk that is full: exchanges go on, what cannot be recorded is said once, nothing half written is left. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contractFetch } from '../../../src/testing/index.js';
import { type FullDisk, limitedFolder, mountedDisk } from './full-disk.js';
import { call, chat } from './jobs-of-contract.js';
import { Judge, type Outcome, range, within } from './outcome.js';
import { type Served, serve } from './processes.js';

const part = 'a full disk';

/** @param size number of exchanges of each recorder; @param disk that is made full */
export async function tryFullDisk(size: number, disk = mountedDisk() ?? limitedFolder()): Promise<Outcome> {
  if (!disk) return { part, figures: '', wrong: [], skipped: 'neither can a tmpfs be mounted here, nor the size of files be limited' };
  const judge = new Judge();
  const recorders: Served[] = [];
  const kept: string[] = [];
  try {
    const upstream = await serve('mock', '--port', '0');
    recorders.push(upstream);
    for (const [name, args] of [
      ['mock', ['mock', '--upstream', upstream.url]],
      ['proxy', ['proxy', upstream.url]],
    ] as const) {
      const folder = join(disk.folder, name);
      const server = await serve(...args, '--port', '0', '--record', folder);
      recorders.push(server);
      kept.push(
        await fillDisk(
          judge,
          name,
          { disk, pid: server.pid },
          folder,
          size,
          () => call(server.url, 'POST', chat.path, chat.body),
          () => server.said(),
        ),
      );
    }
    const lines: string[] = [];
    const { error } = console;
    console.error = (line: string) => void lines.push(`${line}\n`);
    const folder = join(disk.folder, 'kit');
    const checked = contractFetch(fetch, { record: folder });
    const ask = async () => {
      const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
      const response = await checked(`${upstream.url}${chat.path}`, { method: 'POST', headers, body: JSON.stringify(chat.body) });
      return { status: response.status, body: await response.json() };
    };
    kept.push(
      await fillDisk(judge, 'contractFetch', { disk, pid: process.pid }, folder, size, ask, () => lines.join('')).finally(() => {
        console.error = error;
      }),
    );
    return judge.outcome(part, `${3 * size} exchanges, ${disk.code}, recorded: ${kept.join(', ')}`);
  } finally {
    await Promise.all(recorders.map(({ kill }) => kill()));
    disk.remove();
  }
}

async function fillDisk(
  judge: Judge,
  name: string,
  { disk, pid }: { disk: FullDisk; pid: number },
  folder: string,
  size: number,
  ask: () => Promise<{ status: number; body: any }>,
  said: () => string,
): Promise<string> {
  await ask();
  await within(60_000, async () => readdirSync(folder).some((file) => file.endsWith('.json')));
  disk.fill(pid);
  const answers = await Promise.all(range(size).map(ask));
  judge.expect(
    answers.every(({ status, body }) => status === 200 && Object.keys(body).length > 1),
    () => `${name}: an exchange was harmed: ${JSON.stringify(answers.find(({ status }) => status !== 200))}`,
  );
  await within(60_000, async () => said().includes('cannot be recorded'));
  const told = said().match(/cannot be recorded/g)?.length ?? 0;
  judge.expect(told === 1 && said().includes(disk.code), () => `${name}: that the disk is full was said ${told} times`);
  disk.free(pid);
  await ask();
  await within(60_000, async () => said().includes('are recorded again'));
  judge.expect(/are recorded again; \d+ w/.test(said()), () => `${name}: once there is room nothing is recorded`);
  // The last one is being written still.
  await within(60_000, async () => readdirSync(folder).every((file) => file.endsWith('.json')));
  const files = readdirSync(folder);
  const broken = files.filter((file) => !file.endsWith('.json') || !isWhole(join(folder, file)));
  judge.expect(broken.length === 0, () => `${name}: left on the disk: ${broken.slice(0, 5).join(', ')}`);
  judge.expect(files.length >= 2, () => `${name}: ${files.length} recordings`);
  rmSync(folder, { recursive: true });
  return `${files.length} by ${name}`;
}

function isWhole(file: string): boolean {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).response.status === 200;
  } catch {
    return false;
  }
}
