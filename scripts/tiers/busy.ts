/**
 * The suite three times with four busy loops beside it: no test fails because the machine is busy.
 *
 *   npm run test:busy [-- --rounds <number>] [<test file>...]
 */
import { argumentsOf, BadInput, run } from '../lib/bad-input.js';
import { runBusyRounds } from './rounds.js';

await run(async () => {
  const { values, positionals } = argumentsOf({ options: { rounds: { type: 'string', default: '3' } }, allowPositionals: true });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new BadInput(`--rounds must be a number of at least 1, got ${values.rounds}`);
  const { failed } = await runBusyRounds(rounds, positionals, console.log);
  return failed > 0 ? 1 : 0;
});
