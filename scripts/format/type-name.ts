/** By their names, which of the types of the linter the files of `openapi/` hold. */

/** The first that fits a file's name counts. */
const typeNames: [RegExp, string][] = [
  [/^workflows\//, 'Workflows'],
  [/^openapi\.yaml$/, 'Root'],
  [/^paths\//, 'PathItem'],
  [/^components\/schemas\//, 'Schema'],
  [/^components\/parameters\//, 'Parameter'],
  [/^components\/headers\//, 'Header'],
  [/^components\/responses\//, 'Response'],
  [/^components\/securitySchemes\//, 'SecurityScheme'],
  [/^examples\/errors\//, 'ErrorBody'],
  [/^examples\//, 'Exchange'],
  [/^docs-map\.yaml$/, 'DocsMap'],
  [/^tasks\.yaml$/, 'XTasks'],
  [/^error-dialects\.yaml$/, 'XErrorDialects'],
  [/^owned-fields\.yaml$/, 'XOwnedFields'],
  [/^stream-orders\.yaml$/, 'XStreamOrders'],
  [/^asked\.yaml$/, 'XAsked'],
  [/^sdk-samples\.yaml$/, 'XSdkSamples'],
  [/^answer-samples\.yaml$/, 'XAnswerSamples'],
];

/** @param name relative to `openapi/`; @returns nothing for a file in which no key has a place of its own */
export const typeNameOf = (name: string): string | undefined => typeNames.find(([pattern]) => pattern.test(name))?.[1];
