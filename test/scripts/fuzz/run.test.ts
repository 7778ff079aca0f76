/** Some thousand requests and messages of every kind; `npm run fuzz` has a hundred thousand. */
import { expect, test } from 'vitest';
import { fuzz } from '../../../scripts/fuzz/run.js';
import { seed } from '../../runs.js';

test('each is answered in time, as the contract has it, and nothing ends', async () => {
  const { failures, requests, raw } = await fuzz({ seed, requests: 1500, raw: 200, seconds: 30 });
  expect(failures.join('\n\n')).toBe('');
  // On a machine that has much else to do it comes to fewer.
  expect([requests, raw].every((count) => count > 0)).toBe(true);
});
