/** What nobody is to do meanwhile: to fall over, to be slow, to grow. */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds that an answer may take, be it of the processor or of waiting; large bodies aside. */
const mostTime = 1000;
const largeBody = 1_000_000;

/** What would have ended the process, and what a server has told of its own mistakes. */
export class Accidents {
  readonly #found: unknown[] = [];
  readonly #note = (error: unknown) => void this.#found.push(error);
  readonly #say = console.error;

  begin(): void {
    process.on('uncaughtException', this.#note).on('unhandledRejection', this.#note);
    console.error = (...words: unknown[]) => this.#note(words.map(String).join(' '));
  }

  end(): void {
    process.off('uncaughtException', this.#note).off('unhandledRejection', this.#note);
    console.error = this.#say;
  }

  /** @throws Error where there was one since */
  async check(): Promise<void> {
    await new Promise(setImmediate);
    const [first] = this.#found.splice(0);
    if (first !== undefined) throw new Error(`nobody caught ${first instanceof Error ? first.stack : String(first)}`);
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes in use. */
export function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** How often something may take too long when it is first done. */
const mostRepeated = 10;
let repeated = 0;

/** Milliseconds of the processor that were used, and for which nothing was to be done. */
async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; spent: number; waited: number }> {
  const before = used();
  const { idle } = performance.eventLoopUtilization();
  const result = await work();
  return { result, spent: used() - before, waited: performance.eventLoopUtilization().idle - idle };
}

/**
 * Time by the clock would count what else the machine has to do.
 * @param size bytes that were sent
 * @param work is done again where it took too long, a few times in all: code that is loaded when it is first needed is loaded once
 * @throws Error where the processor had too much to do for one answer, or where too long nothing was done for it
 */
export async function inTime<Result>(size: number, work: () => Promise<Result>): Promise<Result> {
  const isSlow = ({ spent, waited }: { spent: number; waited: number }) => waited > mostTime || (spent > mostTime && size < largeBody);
  let taken = await timed(work);
  if (isSlow(taken) && ++repeated <= mostRepeated) taken = await timed(work);
  const { result, spent, waited } = taken;
  if (isSlow(taken)) throw new Error(`it took ${Math.round(spent)} ms of the processor, and ${Math.round(waited)} ms of waiting`);
  return result;
}
