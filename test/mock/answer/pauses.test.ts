import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Pauses, sleep, waitingNow } from '../../../src/mock/answer/pauses.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const day = 86_400_000;

test('a thousand waits end in the order of their times, by one timer', async () => {
  const ended: number[] = [];
  const times = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1000);
  for (const time of times) sleep(time + 1, undefined).then(() => ended.push(time));
  expect([vi.getTimerCount(), waitingNow()]).toEqual([1, 1000]);
  await vi.advanceTimersByTimeAsync(1001);
  expect(ended).toEqual([...times].sort((one, other) => one - other));
  expect([vi.getTimerCount(), waitingNow()]).toEqual([0, 0]);
});

test('none ends early', async () => {
  const began = performance.now();
  const waits = [0.2, 3.7, 20.5].map(async (time) => {
    await sleep(time, undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(time);
  });
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(waits);
});

test('what is left leaves at once, wherever it stands', async () => {
  const controllers = Array.from({ length: 100 }, () => new AbortController());
  const results = controllers.map(({ signal }, index) => sleep(1000 + ((index * 37) % 100), signal));
  controllers.forEach((controller, index) => {
    if (index % 2 === 0) controller.abort();
  });
  expect(waitingNow()).toBe(50);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await Promise.all(results)).toEqual(controllers.map((_, index) => index % 2 === 1));
});

test('where all are left, no timer goes on', () => {
  const controller = new AbortController();
  sleep(1000, controller.signal);
  controller.abort();
  expect([vi.getTimerCount(), waitingNow()]).toEqual([0, 0]);
});

test('a signal that is aborted already', async () => {
  expect(await sleep(1000, AbortSignal.abort())).toBe(false);
});

test('longer than timers go', async () => {
  let isOver = false;
  sleep(60 * day, undefined).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(59 * day);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(isOver).toBe(true);
});

describe('one listener for all waits of a stream', () => {
  test('which is gone with it', async () => {
    const { signal } = new AbortController();
    const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
    const pauses = new Pauses(signal);
    for (let count = 0; count < 10; count++) {
      const wait = pauses.until(performance.now() + 10);
      await vi.advanceTimersByTimeAsync(10);
      expect(await wait).toBe(true);
    }
    pauses.end();
    expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
  });
});

test('timers of a test do not keep those from ending that began before or begin after', async () => {
  vi.useRealTimers();
  const before = sleep(30, undefined);
  vi.useFakeTimers({ now: 0 });
  const during = sleep(10, undefined);
  await vi.advanceTimersByTimeAsync(10);
  expect(await during).toBe(true);
  vi.useRealTimers();
  expect(await sleep(5, undefined)).toBe(true);
  expect(await before).toBe(true);
});
