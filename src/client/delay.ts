/** Longer waits than this, of 24 days, end at once in JavaScript. */
export const longestDelay = 2 ** 31 - 1;

/** Resolves after some milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestDelay));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
