/** Waits, but not for ever. */

/** The timers of a test may stand still. */
const { setTimeout, clearTimeout } = globalThis;

/** @throws Error where there is no result in so many milliseconds; what comes of it later is nobody's */
export async function inTime<T>(result: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new LateError(`no answer in ${milliseconds} ms`));
    // Where it is this process that was busy, the answer may be here, unread: it is read before the next turn.
    timer = setTimeout(() => {
      timer = setTimeout(giveUp, 0);
    }, milliseconds);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

export class LateError extends Error {}
