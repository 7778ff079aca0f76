/** What comes of the two streams that a command speaks on, where nobody takes what it says. */
import { visible } from '../../http/visible-text.js';

/**
 * Who stops reading, such as `head`, is told nothing more, and whatever goes on goes on. What cannot be written for another reason, such as a
 * disk that is full, is said once, and a command that would have ended with 0 ends with 2: its report is not where it was to be.
 */
export function outliveReaders(): void {
  let isSaid = false;
  for (const [name, stream, other] of [
    ['standard output', process.stdout, process.stderr],
    ['standard error', process.stderr, process.stdout],
  ] as const)
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || isSaid) return;
      isSaid = true;
      other.write(`${visible(`What is said cannot be written to the ${name}: ${message}`)}\n`);
      process.once('exit', (ended) => {
        if (ended === 0) process.exitCode = 2;
      });
    });
}
