/** Starts programs that end with this one. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
let isWatching = false;

/** Starts a program with Node; it is ended when this program ends, be it by an error or a signal. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  if (!isWatching) endAllOnExit();
  isWatching = true;
  const child = spawn(process.execPath, args, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function endAllOnExit(): void {
  process.on('exit', () => {
    for (const child of running) child.kill();
  });
  // Without a listener a signal ends this program at once, and nothing is ended before.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}
