/** Some thousand requests and messages of every kind; `npm run fuzz` has a hundred thousand. */
import { expect, test } from 'vitest';
import { fuzz } from '../../../scripts/fuzz/run.js';
import { seed } from '../../runs.js';

test('each is answered in time, as the contract has it, and nothing ends', async () => {
  const { failures, requests, raw } = await fuzz({ seed, requests: 1200, raw: 150 });
  expect(failures.join('\n\n')).toBe('');
  expect(requests).toBeGreaterThanOrEqual(1200);
  expect(raw).toBeGreaterThanOrEqual(150);
});
