/**
 * Tests that copy the project, and edit, generate, check and release it as who keeps it does, that do all README, guides and the action for CI say, that
 * ask the tools of others what they make of the contract, that make the page of the API, and the longest of those that use the reference page in a
 * browser: they take long, so that they have a tier.
 */
export const endToEnd: readonly string[] = [
  'test/behaviour/action.test.ts',
  'test/behaviour/api-page.test.ts',
  'test/behaviour/browser/activity.test.ts',
  'test/behaviour/browser/reference-accessible.test.ts',
  'test/behaviour/browser/reference-search.test.ts',
  'test/behaviour/contract-changes.test.ts',
  'test/behaviour/description-tools.test.ts',
  'test/behaviour/docs-applied.test.ts',
  'test/behaviour/docs-guide.test.ts',
  'test/behaviour/growth.test.ts',
  'test/behaviour/guides.test.ts',
  'test/behaviour/misspelt-references.test.ts',
  'test/behaviour/sabotaged-contract.test.ts',
  'test/behaviour/scaffold.test.ts',
  'test/behaviour/scenarios/packs.test.ts',
  'test/scripts/catalogue.test.ts',
  'test/scripts/compile.test.ts',
  'test/scripts/contract-diff.test.ts',
  'test/scripts/dev.test.ts',
  'test/scripts/docs-diff.test.ts',
  'test/scripts/docs-scaffold.test.ts',
  'test/scripts/docs/apply/apply-pages.test.ts',
  'test/scripts/docs/apply/changes/transcription.test.ts',
  'test/scripts/docs/commands/docs-apply.test.ts',
  'test/scripts/docs/commands/docs-update.test.ts',
  'test/scripts/docs/scaffold/plan.test.ts',
  'test/scripts/format.test.ts',
  'test/scripts/format/move-keys.test.ts',
  'test/scripts/generate.test.ts',
  'test/scripts/release/rehearse.test.ts',
  'test/scripts/release/sbom.test.ts',
];
