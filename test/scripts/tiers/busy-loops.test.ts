/** Busy loops end with the program that started them, whatever becomes of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { project } from '../../../scripts/lib/project.js';
import { eventually } from '../../eventually.js';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts a program with two busy loops, which tells their process ids. */
async function startProgram(then: string) {
  const code = `
    import { startBusyLoops } from './scripts/tiers/busy-loops.ts';
    const loops = startBusyLoops(2);
    console.log(loops.pids.join(' '));
    ${then}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], { cwd: project.root });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  // The loops write to the output of the program: it is closed when all of them have ended.
  const closed = once(child, 'close');
  const pids = await eventually(() => {
    expect(output).toMatch(/^\d+ \d+\n$/);
    return output.trim().split(' ').map(Number);
  });
  onTestFinished(() => {
    for (const pid of [child.pid, ...pids]) if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
  return { child, pids, closed };
}

const forever = 'setInterval(() => {}, 1000);';

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('%s', async (signal) => {
  const { child, pids, closed } = await startProgram(forever);
  expect(pids.map(isAlive)).toEqual([true, true]);
  child.kill(signal);
  await closed;
});

test.each([
  ['an error', "process.stdin.on('data', () => { throw new Error('on purpose'); });", 1],
  ['its own end', "process.stdin.on('data', () => process.exit(0));", 0],
  ['the end of its work', "process.stdin.once('data', () => { loops.stop(); process.stdin.destroy(); });", 0],
])('%s', async (_, then, code) => {
  const { child, pids, closed } = await startProgram(then);
  expect(pids.map(isAlive)).toEqual([true, true]);
  child.stdin.write('now\n');
  expect((await closed)[0]).toBe(code);
});
