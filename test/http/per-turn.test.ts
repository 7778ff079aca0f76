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
