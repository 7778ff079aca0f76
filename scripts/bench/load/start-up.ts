/** How long it takes until the mock can be used. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { project } from '../../lib/project.js';
import { median } from '../figures/statistics.js';
import { startProgram } from '../servers/programs.js';
import { npmStart } from '../servers/servers.js';
import type { Workload } from '../servers/workloads.js';

/** Milliseconds from `npm start` to the first answer, the median of several starts. */
export async function measureColdStart(starts: number, log: string, probe: Workload): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < starts; index++) {
    const program = await startProgram(npmStart, log, probe);
    times.push(program.start);
    await program.stop();
  }
  return median(times);
}

/** Runs in a process of its own, since only the first time tells what a test file pays. */
const creation = (module: string): string => `
const begin = performance.now();
const { createMock } = await import(${JSON.stringify(module)});
const loaded = performance.now();
const mock = await createMock();
console.log(JSON.stringify({ load: loaded - begin, create: performance.now() - loaded }));
await mock.close();`;

/** Milliseconds to import the built package and to create a mock, the medians of several fresh processes. */
export async function measureCreateMock(processes: number): Promise<{ load: number; create: number }> {
  const code = creation(pathToFileURL(join(project.root, 'dist/mock.js')).href);
  const runs: { load: number; create: number }[] = [];
  for (let index = 0; index < processes; index++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { timeout: 60_000 });
    runs.push(JSON.parse(stdout) as { load: number; create: number });
  }
  return { load: median(runs.map(({ load }) => load)), create: median(runs.map(({ create }) => create)) };
}
