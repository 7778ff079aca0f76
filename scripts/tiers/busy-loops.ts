/** Keeps processors busy. */
import { startNode } from './processes/children.js';

/** Looks ten times a second whether its parent is still there, since nobody is told of a parent that was killed. */
const loop = `
  const parent = Number(process.argv[1]);
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
    for (const end = Date.now() + 100; Date.now() < end; );
  });`;

export interface BusyLoops {
  pids: (number | undefined)[];
  stop(): void;
}

export function startBusyLoops(count: number): BusyLoops {
  const args = ['--eval', loop, String(process.pid)];
  const loops = Array.from({ length: count }, () => startNode(args, { stdio: ['ignore', 'inherit', 'inherit'] }));
  return {
    pids: loops.map(({ pid }) => pid),
    stop() {
      for (const child of loops) child.kill();
    },
  };
}
