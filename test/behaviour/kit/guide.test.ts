/** The guide to contract tests: its commands and flags are there, and so is what its code imports. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../../../scripts/lib/project.js';
import * as testing from '../../../src/testing/index.js';
import { runCommand } from '../../cli/run-command.js';

const text = await readFile(join(project.root, 'docs/guides/contract-tests.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);
const commands = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line !== ''));

describe('a command', () => {
  test.each(commands)('%s', async (line) => {
    const [, name = ''] = line.split(' ');
    const { code, output } = await runCommand(name, '--help').ended;
    expect(code).toBe(0);
    const flags = line.replace(/ {2,}#.*/, '').match(/--[\w-]+/g) ?? [];
    expect(flags.filter((flag) => !new RegExp(`${flag}[ ,]`).test(output))).toEqual([]);
  });
});

test('what its code imports is there', () => {
  const imported = blocks('ts').flatMap((block) =>
    [...block.matchAll(/import \{ ([^}]+) \} from 'nexconn-contract\/testing'/g)].flatMap(([, names = '']) => names.split(', ')),
  );
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter((name) => !(name in testing))).toEqual([]);
});
