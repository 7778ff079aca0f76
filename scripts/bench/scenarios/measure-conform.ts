/** How many recorded exchanges `conform` checks in a second: from a folder of recordings, and from a HAR file. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { project } from '../../lib/project.js';
import type { ConformFigures } from '../figures/result.js';
import type { Bench } from './measure-scenarios.js';

const count = 10_000;
/** Characters of a recording, as it is written. */
const size = 2000;
/** Runs of each, in turns: what else runs on the machine makes a check slower and never faster, so that the best tells the least of it. */
const runs = 5;

const conform = promisify(execFile);

/** Milliseconds that a check takes from the start of the program to its end. */
async function timeOf(path: string): Promise<number> {
  const started = performance.now();
  await conform(process.execPath, [join(project.root, 'dist/cli.js'), 'conform', path]);
  return performance.now() - started;
}

export async function measureConform({ contract, folder, workloads, progress }: Bench): Promise<ConformFigures> {
  progress(`writing ${count} recordings of ${size} characters, and a HAR file of them`);
  const { method, path, headers, body } = workloads.chat;
  const operation = contract.operations.find((one) => one.path === path && one.method === method);
  const example = operation?.examples.find((one) => JSON.stringify(one.request.body) === body);
  if (!example) throw new Error('the documented chat has no answer');
  const response = JSON.stringify(example.body);
  const filler = { role: 'user', content: 'x'.repeat(Math.max(0, size - body.length - response.length - 600)) };
  const asked = JSON.parse(body) as { messages: unknown[] };
  const request = JSON.stringify({ ...asked, messages: [filler, ...asked.messages] });
  const answered = { 'content-type': 'application/json' };
  const recordings = join(folder, 'conform');
  const entries: unknown[] = [];
  await mkdir(recordings);
  for (let index = 0; index < count; index++) {
    const time = new Date(index * 1000).toISOString();
    const recording = {
      time,
      request: { method, url: path, headers, json: JSON.parse(request) },
      response: { status: 200, headers: answered, ended: 'end', json: example.body },
      duration: 10,
      violations: [],
    };
    await writeFile(join(recordings, `${String(index).padStart(5, '0')}.json`), `${JSON.stringify(recording, null, 2)}\n`);
    const content = { mimeType: answered['content-type'], text: response, size: response.length };
    const list = (given: Record<string, string>) => Object.entries(given).map(([name, value]) => ({ name, value }));
    entries.push({
      startedDateTime: time,
      time: 10,
      request: {
        method,
        url: contract.server + path,
        headers: list(headers),
        postData: { mimeType: answered['content-type'], text: request },
      },
      response: { status: 200, headers: list(answered), content },
    });
  }
  const file = join(folder, 'conform.har');
  const one = join(folder, 'one.har');
  await writeFile(file, JSON.stringify({ log: { entries } }));
  await writeFile(one, JSON.stringify({ log: { entries: entries.slice(0, 1) } }));
  progress('conform: a folder, a HAR file');
  const best = { one: Number.POSITIVE_INFINITY, folder: Number.POSITIVE_INFINITY, har: Number.POSITIVE_INFINITY };
  for (let run = 0; run < runs; run++) {
    best.one = Math.min(best.one, await timeOf(one));
    best.folder = Math.min(best.folder, await timeOf(recordings));
    best.har = Math.min(best.har, await timeOf(file));
  }
  const perSecond = (milliseconds: number): number => (1000 * count) / (milliseconds - best.one);
  return { folder: perSecond(best.folder), har: perSecond(best.har) };
}
