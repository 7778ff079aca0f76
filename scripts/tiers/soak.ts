/**
 * Asks the mock the same for a long time (a million chats, 200,000 jobs, 20,000 streams, 2,000 of them left, 400 bodies with 2,000 mistakes each):
 * nothing in it grows. It takes about a quarter of an hour.
 *
 *   npm run soak [-- --scale <share, such as 0.01>] [--store <memory:, redis for one of its own, or an address>]
 */
import { argumentsOf, BadInput, run } from '../lib/bad-input.js';
import { type SoakCounts, soak, whole } from './soak/soak.js';

await run(async () => {
  const { values } = argumentsOf({ options: { scale: { type: 'string', default: '1' }, store: { type: 'string', default: 'memory:' } } });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new BadInput(`--scale must be a share from 0 to 1, got ${values.scale}`);
  const counts = Object.fromEntries(
    Object.entries(whole).map(([name, count]) => [name, Math.ceil(count * scale)]),
  ) as unknown as SoakCounts;
  console.log(
    `${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}; store ${values.store}`,
  );
  const problems = await soak({ counts, store: values.store, report: console.log });
  for (const problem of problems) console.log(`FAILED  ${problem}`);
  if (problems.length === 0) console.log('passed: nothing grew');
  return problems.length > 0 ? 1 : 0;
});
