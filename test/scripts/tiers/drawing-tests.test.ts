import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../../../scripts/lib/project.js';
import { drawingTests } from '../../../scripts/tiers/drawing-tests.js';

test('tests that draw cases are found, from any folder, and no others', async () => {
  const files = await drawingTests();
  expect(files).toEqual(expect.arrayContaining(['test/behaviour/property.test.ts', 'test/behaviour/kit/mutation.test.ts']));
  for (const file of files) expect(await readFile(join(project.root, file), 'utf8'), file).toMatch(/\bfc\.|\bseed\b|\bruns\b/);
  expect(files).not.toContain('test/behaviour/http.test.ts');
});
