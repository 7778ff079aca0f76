/** Whether large streams can be recorded without a memory that grows with them. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { project } from '../../lib/project.js';

export interface LargeStreams {
  /** Bytes. */
  aboveIdle: number;
  /** Characters that each recording says were not kept. */
  dropped: number[];
}

/** Three streams of 52 MB at once are recorded below this. */
const bound = 150e6;

/** In a process of its own, whose memory is that of the recording alone. */
export async function recordLargeStreams(): Promise<LargeStreams> {
  const script = fileURLToPath(new URL('record-streams.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { cwd: project.root });
  return JSON.parse(stdout) as LargeStreams;
}

export const isBounded = ({ aboveIdle, dropped }: LargeStreams): boolean =>
  aboveIdle < bound && dropped.length === 3 && dropped.every((characters) => characters > 0);

export const tellStreams = (streams: LargeStreams): string =>
  `three streams of 52 MB recorded at once: ${Math.round(streams.aboveIdle / 1e6)} MB above idle, dropped ${streams.dropped.join(', ')} characters${isBounded(streams) ? '' : ': TOO MUCH'}`;
