/** The list of preferences, and the pages that speak of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { parsePrefer } from '../../src/http/prefer.js';
import { kebabCase } from '../../src/options/names.js';
import { type Preference, preferences } from '../../src/options/preferences.js';
import { newName } from '../../src/options/renamed.js';

const known = new Map<string, Preference>(Object.entries(preferences));
const texts = await Promise.all(['README.md', 'docs/guides/mock.md'].map((name) => readFile(join(project.root, name), 'utf8')));
const shown = [...texts.join('\n').matchAll(/`Prefer: ([^`]*)`/g)].flatMap(([, header = '']) => parsePrefer(header));

describe('README and guide', () => {
  test.each(shown.map(({ name, value }) => [name, value] as const))('show %s=%s, which is right', (name, value) => {
    expect(known.get(name)?.kind.parse(value)).toBeDefined();
  });

  test('show all of them', () => {
    expect([...known.keys()].filter((name) => !shown.some((preference) => preference.name === name))).toEqual([]);
  });
});

test('none has a name that is an old one', () => {
  expect([...known.keys()].filter((name) => newName(name) !== undefined)).toEqual([]);
});

describe.each([
  ['code', '429', 429, ['', '99', '600', 'abc', '4.5']],
  ['dynamic', '', true, ['yes', '__proto__']],
  ['dynamic', 'false', false, []],
  ['task-seconds', '0.5', 0.5, ['-1', 'NaN', 'Infinity', '']],
  ['latency-ms', '100', 100, ['3000000000', '-1', '1s']],
  ['words', '500', 500, ['', '0', '20001', '1.5', '-5', 'many', '400-20', '20-', '20-30-40']],
  ['words', '20-400', [20, 400], []],
  ['stream-fault', 'cut@0', { kind: 'cut', afterEvents: 0 }, ['cut', 'cut@', 'cut@-1', 'explode@1']],
  ['chunks', '7', 7, ['', '0', '-7', '1.5', 'Infinity', '1000001', '7kB']],
  ['session', 'a b', 'a b', ['']],
])('%s', (name, text, value, wrong) => {
  test(`takes ${text}`, () => {
    expect(known.get(name)?.kind.parse(text)).toEqual(value);
  });
  test.each(wrong)('refuses %j', (bad) => {
    expect(known.get(name)?.kind.parse(bad)).toBeUndefined();
  });
});

test.each(['latencyMs', 'taskSeconds', 'seed', 'words'])('%s has one name in two forms', (name) => {
  expect(known.has(kebabCase(name))).toBe(true);
});
