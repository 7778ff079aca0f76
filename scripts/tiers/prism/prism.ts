/**
 * The tests of behaviour with Prism as the engine, and the comparison of both engines over all requests. What is known to differ stands in
 * test/behaviour/prism/differences.ts, and has to.
 *
 *   npm run test:prism [-- <test file>...]
 */
import { argumentsOf, run } from '../../lib/bad-input.js';
import { testsThatImport } from '../importing-tests.js';
import { runTests, tell } from '../vitest.js';
import { bothEngines } from './both-engines.js';

await run(async () => {
  const { positionals } = argumentsOf({ allowPositionals: true });
  const files = positionals.length > 0 ? positionals : [...bothEngines, ...(await testsThatImport(/from '[./]+\/mocks\.js'/))];
  const outcome = await runTests(files, { ...process.env, NEXCONN_ENGINE: 'prism' });
  console.log(`${files.length} files with Prism as the engine: ${tell(outcome)}`);
  return outcome.failed > 0 ? 1 : 0;
});
