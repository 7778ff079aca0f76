import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isOfCaller } from '../../src/testing/leaving.js';

test.each(['AbortError', 'TimeoutError'])('%s is of the caller, in jest too, where `fetch` throws what is no Error of the test', (name) => {
  expect(isOfCaller(new DOMException('left', name))).toBe(true);
  const foreign = runInNewContext('Object.assign(new Error("left"), { name })', { name });
  expect(foreign).not.toBeInstanceOf(Error);
  expect(isOfCaller(foreign)).toBe(true);
});

test.each([new TypeError('terminated'), undefined, null, 'AbortError'])('%s is not', (error) => {
  expect(isOfCaller(error)).toBe(false);
});
