/** What `nexconn-contract/mock` is to a bundler that builds for a page, and to jest's jsdom: what takes Node.js says so. */
export { type DefinedScenario, defineScenario } from '../scenarios/define.js';
export { ScenarioError } from '../scenarios/judge/finding.js';

/** @throws Error, always */
export async function createMock(): Promise<never> {
  throw new Error(
    'createMock of nexconn-contract/mock takes Node.js, and this is a page: here, mockGateway of nexconn-contract/msw is the mock. ' +
      "Of jest's jsdom, the package jest-fixed-jsdom is a version in which createMock works",
  );
}
