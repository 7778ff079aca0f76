/**
 * Tests that copy the project, and edit, generate and check it as who follows the documentation does, and what makes the page of the API: minutes each, so
 * that they have a tier.
 */
export const endToEnd: readonly string[] = [
  'test/behaviour/api-page.test.ts',
  'test/behaviour/growth.test.ts',
  'test/behaviour/misspelt-references.test.ts',
  'test/behaviour/sabotaged-contract.test.ts',
  'test/behaviour/scaffold.test.ts',
  'test/scripts/contract-diff.test.ts',
  'test/scripts/docs/apply/apply-pages.test.ts',
  'test/scripts/docs/commands/docs-update.test.ts',
];
