/** The ways in which teams run jest, each as a project. */
const setupFilesAfterEnv = ['nexconn-contract/testing/jest'];

/** MSW needs packages that are ES modules only, which jest has to be told to turn into CommonJS. */
const ofMsw = '/node_modules/(?!(rettime|until-async|@open-draft/deferred-promise)/)';

module.exports = {
  projects: [
    { displayName: 'commonjs', setupFilesAfterEnv, testMatch: ['<rootDir>/commonjs/*.test.js'] },
    { displayName: 'typescript', setupFilesAfterEnv, testMatch: ['<rootDir>/typescript/*.spec.ts'], transform: { '\\.ts$': 'ts-jest' } },
    { displayName: 'modules', setupFilesAfterEnv, testMatch: ['<rootDir>/modules/*.test.mjs'], transform: {} },
    { displayName: 'jsdom', setupFilesAfterEnv, testMatch: ['<rootDir>/jsdom/plain.test.js'], testEnvironment: 'jsdom' },
    { displayName: 'fixed-jsdom', setupFilesAfterEnv, testMatch: ['<rootDir>/jsdom/fixed.test.js'], testEnvironment: 'jest-fixed-jsdom' },
    {
      displayName: 'msw',
      setupFilesAfterEnv,
      testMatch: ['<rootDir>/msw/*.test.js'],
      transform: { '\\.m?js$': ['ts-jest', { tsconfig: { allowJs: true } }] },
      transformIgnorePatterns: [ofMsw],
    },
  ],
};
