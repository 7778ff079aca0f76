/** Tests that copy the project, and edit, generate and check it as the commands about the documentation do: minutes each, so that they have a tier. */
export const endToEnd: readonly string[] = [
  'test/behaviour/scaffold.test.ts',
  'test/scripts/docs/apply/apply-pages.test.ts',
  'test/scripts/docs/commands/docs-update.test.ts',
];
