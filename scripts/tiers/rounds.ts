/** The suite on a machine that has much else to do. */
import { startBusyLoops } from './busy-loops.js';
import { type Outcome, runTests, tell, total } from './vitest.js';

const loops = 4;

/**
 * Runs tests several times with busy loops beside them.
 * @param files the whole suite where there are none
 * @param report gets a line for each round
 */
export async function runBusyRounds(rounds: number, files: readonly string[], report: (line: string) => void): Promise<Outcome> {
  const busy = startBusyLoops(loops);
  const outcomes: Outcome[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const outcome = await runTests(files, process.env);
      outcomes.push(outcome);
      report(`round ${round} of ${rounds}, beside ${loops} busy loops: ${tell(outcome)}`);
    }
  } finally {
    busy.stop();
  }
  return total(outcomes);
}
