/** The table of the README is one that `npm run compare` has written: a row for each check, and a day and versions. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../../scripts/bench/compare/checks.js';
import { project } from '../../../scripts/lib/project.js';

test('has a row for each check', async () => {
  const text = await readFile(join(project.root, 'README.md'), 'utf8');
  const [, table = ''] = /<!-- compare -->\n(.*?)<!-- \/compare -->/s.exec(text) ?? [];
  expect(table).toMatch(/ran \(`npm run compare`, \d{4}-\d\d-\d\d, Node\.js \d+\.\d+\.\d+\)/);
  const rows = [...table.matchAll(/^\| ([^|]+) \| (.+) \|$/gm)].filter(([, name]) => name !== '---');
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(checks));
  for (const [, , cells = ''] of rows)
    expect(cells.split(' | ')).toEqual(cells.split(' | ').filter((cell) => /^(yes|no|\d+ of \d+)$/.test(cell)));
  expect(table).toMatch(/\| this mock (\| \w+ \d+\.\d+\.\d+ ){2,}\|/);
});
