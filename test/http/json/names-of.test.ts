/** Names of members, of small objects and of large ones. */
import { expect, test } from 'vitest';
import { namesOf } from '../../../src/http/json/names-of.js';

test.each([0, 3, 2000])('%i members', (count) => {
  const value = Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index]));
  expect(namesOf(value)).toEqual(Object.keys(value));
  expect(namesOf(value)).toEqual(Object.keys(value));
});

test('a large object is listed once', () => {
  let lists = 0;
  const members = Array.from({ length: 2000 }, (_, index) => `k${index}`);
  const value = new Proxy(Object.fromEntries(members.map((name) => [name, 1])), {
    ownKeys(target) {
      lists++;
      return Reflect.ownKeys(target);
    },
  });
  namesOf(value);
  namesOf(value);
  expect(lists).toBe(1);
});
