/** Tests that ask both engines for a verdict on thousands of requests: they are part of `npm run test:prism`. */
export const bothEngines: readonly string[] = ['test/behaviour/prism/differential.test.ts'];
