/**
 * Breaks what the mock stands on: Redis, its process, its disk. Properties that do not hold end it with 1.
 *
 *   npm run chaos [-- --short]
 */
import { argumentsOf, run } from '../../lib/bad-input.js';
import { breakAll } from './break-all.js';

await run(async () => {
  const { short = false } = argumentsOf({ options: { short: { type: 'boolean' } } }).values;
  return (await breakAll(short, console.log)) > 0 ? 1 : 0;
});
