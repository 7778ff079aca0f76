import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentsOf, BadInput } from '../../../scripts/lib/bad-input.js';
import { project } from '../../../scripts/lib/project.js';

const options = { check: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const;

test.each([
  [['--chek'], "Unknown option '--chek'; did you mean --check?"],
  [['--dry-rum=x'], "Unknown option '--dry-rum'; did you mean --dry-run?"],
  [['--zzzzzz'], "Unknown option '--zzzzzz'; there are --check, --dry-run"],
])('%j', (args, message) => {
  expect(() => argumentsOf({ args, options })).toThrow(new BadInput(message));
});

test('a script without flags says so', () => {
  expect(() => argumentsOf({ args: ['--all'] })).toThrow(new BadInput("Unknown option '--all'; there are no flags"));
});

test('other mistakes are those of Node.js', () => {
  expect(() => argumentsOf({ args: ['--check=yes'], options })).toThrow("Option '--check' does not take an argument");
});

test('every script reads its flags so', async () => {
  const files = (await readdir(join(project.root, 'scripts'), { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(join(project.root, 'scripts', file), 'utf8')] as const));
  expect(texts.filter(([, text]) => /\bparseArgs\(/.test(text)).map(([file]) => file)).toEqual([join('lib', 'bad-input.ts')]);
});
