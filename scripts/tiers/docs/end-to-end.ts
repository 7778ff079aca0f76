/**
 * Tests that copy the project, and edit, generate and check it as who follows the documentation does, that do all README and guides say, and what
 * makes the page of the API: they take long, so that they have a tier.
 */
export const endToEnd: readonly string[] = [
  'test/behaviour/api-page.test.ts',
  'test/behaviour/growth.test.ts',
  'test/behaviour/guides.test.ts',
  'test/behaviour/misspelt-references.test.ts',
  'test/behaviour/sabotaged-contract.test.ts',
  'test/behaviour/scaffold.test.ts',
  'test/scripts/contract-diff.test.ts',
  'test/scripts/dev.test.ts',
  'test/scripts/docs/apply/apply-pages.test.ts',
  'test/scripts/docs/commands/docs-update.test.ts',
  'test/scripts/docs/scaffold/plan.test.ts',
  'test/scripts/generate.test.ts',
];
