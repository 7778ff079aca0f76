/** What is gathered is handed over at the end of the turn. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { perTurn } from '../../src/http/per-turn.js';

test('all that comes in one turn is handed over together, also where the timers of a test stand still', async () => {
  const { setImmediate } = globalThis;
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const turns: number[][] = [];
  const gather = perTurn<number>((items) => turns.push(items));
  for (const items of [[1, 2], [3]]) {
    for (const item of items) gather(item);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(turns).toEqual([[1, 2], [3]]);
});

test('where there is no setImmediate, as in jsdom', async () => {
  vi.stubGlobal('setImmediate', undefined);
  vi.resetModules();
  onTestFinished(() => void vi.unstubAllGlobals());
  const { perTurn: perTurnThere } = await import('../../src/http/per-turn.js');
  const turn = await new Promise<number[]>((resolve) => {
    const gather = perTurnThere<number>(resolve);
    for (const item of [1, 2]) gather(item);
  });
  expect(turn).toEqual([1, 2]);
});
