import { vi } from 'vitest';

/** What a try may take by default, which no try takes here. */
const timeout = 600_000;

/** Lets time fly while work goes on. @returns the pauses that it made, in milliseconds */
export async function pausesOf(work: () => Promise<unknown>): Promise<number[]> {
  const pauses: number[] = [];
  const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms = 0) => {
    if (ms === timeout) return 0;
    pauses.push(ms);
    queueMicrotask(run);
    return 0;
  }) as unknown as typeof setTimeout);
  await work().finally(() => timer.mockRestore());
  return pauses;
}
