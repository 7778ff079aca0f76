import { expect, test } from 'vitest';
import { inTurn } from '../src/in-turn.js';

test('one begins when the one before has ended, be it well or not', async () => {
  const seen: string[] = [];
  const loading = (name: string, fails = false) =>
    inTurn(async () => {
      seen.push(`${name} begins`);
      await new Promise(setImmediate);
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([loading('one', true), loading('two'), loading('three')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});
