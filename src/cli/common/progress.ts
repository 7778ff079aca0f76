/** Says on a terminal that something goes on which takes over a second. */

/** What it is told to. */
export interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[2K';

/**
 * Does some work. From the first second on, and each second, one line on standard error says how far it is; it is gone when the work is done. A pipe and a
 * file are told nothing.
 * @param said what goes on, in a few words
 */
export async function withProgress<T>(said: () => string, work: () => Promise<T>, terminal: Terminal = process.stderr): Promise<T> {
  if (!terminal.isTTY) return work();
  const begin = performance.now();
  let isSaid = false;
  const timer = setInterval(() => {
    isSaid = true;
    // Work that leaves no turn to others makes a second longer.
    terminal.write(`${clearLine}${said()}, ${Math.round((performance.now() - begin) / 1000)} s`);
  }, 1000);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isSaid) terminal.write(clearLine);
  }
}
