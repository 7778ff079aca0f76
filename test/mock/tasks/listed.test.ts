import { beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../../../src/mock/store/store.js';
import { ListedJobs } from '../../../src/mock/tasks/listed.js';

const many = 90_000;
const idOf = (moment: number) => `job-${String(moment).padStart(10, '0')}`;

const inner = memoryStore();
let reads = 0;
const store = {
  ...inner,
  getItem(key: string) {
    reads++;
    return inner.getItem(key);
  },
};
const listed = new ListedJobs(
  store,
  (name) => `list:${name}`,
  (id) => (/^job-\d+$/.test(id) ? id : undefined),
);

async function first(count: number, before: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of listed.before(before)) {
    ids.push(id);
    if (ids.length === count) break;
  }
  return ids;
}

beforeAll(async () => {
  for (let moment = 1; moment <= many; moment++) await listed.add(idOf(2 * moment));
});

describe('of many jobs', () => {
  test('the newest come first, and no more are read than a page takes', async () => {
    reads = 0;
    expect(await first(3, await listed.end())).toEqual([many, many - 1, many - 2].map((moment) => idOf(2 * moment)));
    expect(reads).toBeLessThan(100);
  });

  test.each([many, 50_000, 17, 1])('those before one: number %i', async (number) => {
    reads = 0;
    expect(await listed.numberOf(idOf(2 * number))).toBe(number);
    expect(await first(1, number)).toEqual(number === 1 ? [] : [idOf(2 * (number - 1))]);
    expect(reads).toBeLessThan(300);
  });

  test('one whose id is none', async () => {
    expect(await listed.numberOf('nobody')).toBe(0);
  });

  test('one that is not in the list: where it would be', async () => {
    expect(await first(1, await listed.numberOf(idOf(2 * 50_000 + 1)))).toEqual([idOf(2 * 50_000)]);
  });
});

test('a job whose time is before that of an earlier one is found all the same', async () => {
  await listed.add(idOf(3));
  expect(await listed.numberOf(idOf(3))).toBe(many + 1);
  expect(await first(2, await listed.end())).toEqual([idOf(3), idOf(2 * many)]);
});
