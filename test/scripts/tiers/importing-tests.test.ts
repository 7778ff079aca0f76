import { expect, test } from 'vitest';
import { testsThatImport } from '../../../scripts/tiers/importing-tests.js';

test('tests that make mocks of either engine are found, from any folder, and no others', async () => {
  const files = await testsThatImport(/from '[./]+\/mocks\.js'/);
  expect(files).toEqual(expect.arrayContaining(['test/behaviour/jobs.test.ts', 'test/sdk/openai.test.ts', 'test/verify/index.test.ts']));
  expect(files).not.toContain('test/behaviour/prism/differential.test.ts');
});
