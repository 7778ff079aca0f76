/**
 * The tests of behaviour with Prism as the engine. Those that are known to differ stand in test/behaviour/prism/differences.ts, and have to.
 *
 *   npm run test:prism [-- <test file>...]
 */
import { parseArgs } from 'node:util';
import { run } from '../lib/bad-input.js';
import { testsThatImport } from './importing-tests.js';
import { runTests, tell } from './vitest.js';

await run(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const files = positionals.length > 0 ? positionals : await testsThatImport(/from '[./]+\/mocks\.js'/);
  const outcome = await runTests(files, { ...process.env, NEXCONN_ENGINE: 'prism' });
  console.log(`${files.length} files with Prism as the engine: ${tell(outcome)}`);
  return outcome.failed > 0 ? 1 : 0;
});
