import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { KeptValues } from '../../../../scripts/lib/yaml/kept-values.js';

let file: string;
let parsed: string[];
const parse = (text: string): { text: string; list: unknown[] } => {
  parsed.push(text);
  return { text, list: [Number.NaN, undefined] };
};
/** As one run has it. */
const run = (...texts: string[]) => {
  const kept = new KeptValues(file);
  const values = texts.map((text) => kept.of(text, parse));
  kept.keep();
  return values;
};

beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'kept-')), 'cache', 'values');
  parsed = [];
});

test('what one run has parsed the next does not', () => {
  const first = run('a: 1', 'b: 2');
  expect(run('b: 2', 'c: 3', 'a: 1')).toEqual([first[1], { text: 'c: 3', list: [Number.NaN, undefined] }, first[0]]);
  expect(parsed).toEqual(['a: 1', 'b: 2', 'c: 3']);
});

test('a value is its caller’s own', () => {
  const [first] = run('a: 1');
  if (first) first.text = 'changed';
  expect(run('a: 1', 'a: 1')).toEqual([
    { text: 'a: 1', list: [Number.NaN, undefined] },
    { text: 'a: 1', list: [Number.NaN, undefined] },
  ]);
});

test('what two runs have parsed at the same time is kept of both', () => {
  const one = new KeptValues(file);
  one.of('a: 1', parse);
  run('b: 2');
  one.keep();
  parsed = [];
  run('a: 1', 'b: 2');
  expect(parsed).toEqual([]);
});

test.each([
  ['broken', 'no serialised value'],
  ['empty', ''],
  ['of another kind', Buffer.from([0xff, 0x0f, 0x49, 0x02])],
])('a file that is %s is as good as none', (_, content) => {
  run('a: 1');
  writeFileSync(file, content);
  expect(run('a: 1')).toEqual([{ text: 'a: 1', list: [Number.NaN, undefined] }]);
  run('a: 1');
  expect(parsed).toEqual(['a: 1', 'a: 1']);
});

test('a failure is not kept', () => {
  const kept = new KeptValues(file);
  const fail = () => {
    throw new Error('no YAML');
  };
  for (const _ of [1, 2]) expect(() => kept.of('a: [', fail)).toThrow('no YAML');
  kept.keep();
  expect(existsSync(file)).toBe(false);
});

test('a large file loses what is not asked for', () => {
  run('x'.repeat(9 * 1024 * 1024));
  run('a: 1');
  expect(readFileSync(file).length).toBeLessThan(1024);
});

test('where nothing can be written, nothing is kept', () => {
  writeFileSync(join(file, '../..', 'cache'), '');
  expect(run('a: 1')).toEqual([{ text: 'a: 1', list: [Number.NaN, undefined] }]);
});
