/** A disk that is full: exchanges go on, what cannot be recorded is said once, nothing half written is left. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractFetch } from '../../../src/testing/index.js';
import { call, chat } from './jobs-of-contract.js';
import { Judge, type Outcome, range, within } from './outcome.js';
import { type Served, serve } from './processes.js';

const part = 'a full disk';

/** A small disk of its own. @returns `undefined` where none can be made */
function mountSmall(): { folder: string; unmount(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'nexconn-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', [folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true });
    },
  };
}

/** @param size number of exchanges of each recorder */
export async function tryFullDisk(size: number): Promise<Outcome> {
  const disk = mountSmall();
  if (!disk) return { part, figures: '', wrong: [], skipped: 'no tmpfs can be mounted here' };
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
          disk.folder,
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
      await fillDisk(judge, 'contractFetch', disk.folder, folder, size, ask, () => lines.join('')).finally(() => {
        console.error = error;
      }),
    );
    return judge.outcome(part, `${3 * size} exchanges, recorded: ${kept.join(', ')}`);
  } finally {
    await Promise.all(recorders.map(({ kill }) => kill()));
    disk.unmount();
  }
}

const filler = 'filler';

async function fillDisk(
  judge: Judge,
  name: string,
  disk: string,
  folder: string,
  size: number,
  ask: () => Promise<{ status: number; body: any }>,
  said: () => string,
): Promise<string> {
  await ask();
  await within(10_000, async () => readdirSync(folder).some((file) => file.endsWith('.json')));
  fill(disk);
  const answers = await Promise.all(range(size).map(ask));
  judge.expect(
    answers.every(({ status, body }) => status === 200 && Object.keys(body).length > 1),
    () => `${name}: an exchange was harmed: ${JSON.stringify(answers.find(({ status }) => status !== 200))}`,
  );
  await within(10_000, async () => said().includes('cannot be recorded'));
  const told = said().match(/cannot be recorded/g)?.length ?? 0;
  judge.expect(told === 1 && said().includes('ENOSPC'), () => `${name}: that the disk is full was said ${told} times`);
  rmSync(join(disk, filler));
  await ask();
  await within(10_000, async () => said().includes('are recorded again'));
  judge.expect(/are recorded again; \d+ w/.test(said()), () => `${name}: once there is room nothing is recorded`);
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

/** Leaves room for a part of a recording only. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, filler), Buffer.alloc(Math.max(1, bavail * bsize)));
}
