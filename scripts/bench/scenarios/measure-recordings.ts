/** What an afternoon's recordings cost a mock that replays them. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedResponse } from '../../../src/recording/recording.js';
import type { RecordingFigures } from '../figures/result.js';
import { loadInTurns } from '../load/load.js';
import { usageOf } from '../load/usage.js';
import { startProgram } from '../servers/programs.js';
import { mockCommand } from '../servers/servers.js';
import { asking } from '../servers/workloads.js';
import type { Bench } from './measure-scenarios.js';
import { recordedQuestion, writeRecordings } from './written-files.js';

const count = 10_000;
/** Milliseconds after which a server that has started is idle. */
const settling = 1000;

export async function measureRecordings({ plan, tools, folder, workloads, progress, note }: Bench): Promise<RecordingFigures> {
  progress(`writing ${count} recordings`);
  const recordings = await writeRecordings(folder, count, [
    {
      ask: (question) => asking(workloads.chat, question, 'JSON'),
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        ended: 'end',
        json: { answer: 'It is sunny. '.repeat(40) },
      },
    },
    {
      ask: (question) => asking(workloads.stream, question, 'stream'),
      response: {
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        ended: 'end',
        chunks: Array.from({ length: 50 }, (_, index) => ({ at: index * 20, text: `data: {"piece":${index}}\n\n` })),
      } satisfies RecordedResponse,
    },
  ]);
  const sizes = await Promise.all((await readdir(recordings)).map(async (name) => (await stat(join(recordings, name))).size));
  const command = mockCommand('10,000 recordings', '--replay', recordings, '--replay-speed', '1000000');
  const program = await startProgram(command, join(folder, 'recordings.log'), workloads.chat);
  await sleep(settling);
  const idle = usageOf(program.group)?.rss;
  progress(`recordings: replayed from ${count}`);
  const contenders = [
    { title: 'replay', program, workload: asking(workloads.chat, recordedQuestion(count / 2), 'JSON') },
    { title: 'replay', program, workload: asking(workloads.stream, recordedQuestion(count / 2 + 1), 'stream') },
  ];
  const [json, stream] = await loadInTurns(tools, contenders, plan, note);
  await program.stop();
  return {
    size: sizes.reduce((sum, size) => sum + size, 0),
    start: program.start,
    ...(idle !== undefined && { idle }),
    loads: { ...(json && { json }), ...(stream && { stream }) },
  };
}
