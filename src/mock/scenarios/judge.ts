/** What judges scenarios: loaded when there are some to be judged. */

import type { PreparedContract } from '../../contract/prepared.js';
import { inTurn } from '../../in-turn.js';
import type { ScenarioCheck } from '../../scenarios/judge/check.js';

const known = new WeakMap<PreparedContract, Promise<ScenarioCheck>>();

export const responseValidators = async () => (await inTurn(() => import('../../../compiled/response-validators.js'))).default;

async function create(contract: PreparedContract): Promise<ScenarioCheck> {
  const [{ ScenarioCheck }, validators] = await Promise.all([inTurn(() => import('../../scenarios/judge/check.js')), responseValidators()]);
  return new ScenarioCheck({ contract, responseValidators: validators });
}

/** By one contract: what is worked out for one scenario serves the next. */
export function scenarioCheck(contract: PreparedContract): Promise<ScenarioCheck> {
  let check = known.get(contract);
  if (!check) {
    check = create(contract);
    // What failed, such as a chunk of a page, is tried again the next time.
    check.catch(() => known.delete(contract));
    known.set(contract, check);
  }
  return check;
}
