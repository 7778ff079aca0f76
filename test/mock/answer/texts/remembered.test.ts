/** What is read once of a text that comes again. */
import { expect, test } from 'vitest';
import { remembered } from '../../../../src/mock/answer/texts/remembered.js';

test('a text is read once', () => {
  const reads: string[] = [];
  const read = remembered((text) => {
    reads.push(text);
    return text === 'nothing' ? undefined : text.length;
  });
  expect(['a', 'bb', 'a', 'nothing', 'nothing'].map(read)).toEqual([1, 2, 1, undefined, undefined]);
  expect(reads).toEqual(['a', 'bb', 'nothing']);
});

test('what is remembered is bounded', () => {
  let reads = 0;
  const read = remembered(() => ++reads);
  for (let index = 0; index <= 64; index++) read(`${index}`);
  expect([read('64'), read('0')]).toEqual([65, 66]);
});

test('a long text is not kept', () => {
  let reads = 0;
  const read = remembered(() => ++reads);
  const long = 'a'.repeat(8_001);
  expect([read(long), read(long)]).toEqual([1, 2]);
});
