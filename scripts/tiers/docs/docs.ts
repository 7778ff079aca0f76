/**
 * Scaffolds, applies, updates, grows and breaks the sources in copies of the project, to the end.
 *
 *   npm run test:docs [-- <test file>...]
 */
import { argumentsOf, run } from '../../lib/bad-input.js';
import { runTests, tell } from '../vitest.js';
import { endToEnd } from './end-to-end.js';

await run(async () => {
  const { positionals } = argumentsOf({ allowPositionals: true });
  const outcome = await runTests(positionals.length > 0 ? positionals : [...endToEnd], { ...process.env, END_TO_END: '1' });
  console.log(tell(outcome));
  return outcome.failed > 0 ? 1 : 0;
});
