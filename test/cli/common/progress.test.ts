import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withProgress } from '../../../src/cli/common/progress.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};
const work = (ms: number) => () => new Promise<string>((resolve) => setTimeout(resolve, ms, 'done'));

test('a terminal is told each second how far it is, and the line is gone at the end', async () => {
  const own = terminal(true);
  let count = 0;
  const result = withProgress(() => `${++count * 10} read`, work(2500), own);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await result).toBe('done');
  expect(own.written).toEqual(['\r\u001b[2K10 read, 1 s', '\r\u001b[2K20 read, 2 s', '\r\u001b[2K']);
});

test('what takes less than a second says nothing, nor does what writes to a pipe', async () => {
  for (const [own, ms] of [
    [terminal(true), 500],
    [terminal(false), 5000],
  ] as const) {
    const result = withProgress(() => 'read', work(ms), own);
    await vi.advanceTimersByTimeAsync(ms);
    expect(await result).toBe('done');
    expect(own.written).toEqual([]);
  }
});

test('the line is gone when the work fails, too', async () => {
  const own = terminal(true);
  const result = withProgress(
    () => 'read',
    async () => {
      await work(1500)();
      throw new Error('broken');
    },
    own,
  ).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(1500);
  expect(await result).toBe('broken');
  expect(own.written.at(-1)).toBe('\r\u001b[2K');
});
