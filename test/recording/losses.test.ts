/** Recordings that cannot be written. */
import { expect, test } from 'vitest';
import { withoutFailures } from '../../src/recording/losses.js';

test('are said once, and counted when they can be again', async () => {
  const lines: string[] = [];
  let failure: Error | undefined;
  const write = withoutFailures(
    async (number: number) => {
      if (failure) throw failure;
      return number;
    },
    (line) => lines.push(line),
  );
  expect(await write(1)).toBe(1);
  failure = new Error('ENOSPC: no space left on device, write');
  expect([await write(2), await write(3)]).toEqual([undefined, undefined]);
  failure = undefined;
  expect([await write(4), await write(5)]).toEqual([4, 5]);
  failure = new Error('EROFS: read-only file system');
  await write(6);
  failure = undefined;
  await write(7);
  expect(lines).toEqual([
    'Exchanges cannot be recorded, and go on without: ENOSPC: no space left on device, write',
    'Exchanges are recorded again; 2 were not.',
    'Exchanges cannot be recorded, and go on without: EROFS: read-only file system',
    'Exchanges are recorded again; 1 was not.',
  ]);
});
