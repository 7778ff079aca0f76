/** What differs from answer to answer, but not from run to run. */
import type { Chance } from '../contract/chance/chance.js';
import { createRandom, hashOf } from '../contract/chance/random.js';

/** More than a response has that is told apart by a serial number. */
const serialsOfResponse = 16;

/**
 * The chance of one request.
 * @param number of the request in its session
 */
export function seededChance(seed: number, session: string, number: number): Chance {
  const start = hashOf(`${seed} ${session}`);
  // Ids of one millisecond are listed by their serial numbers: they are to begin anew after thousands of requests only.
  let serial = (start % 500_000) + number * serialsOfResponse;
  return {
    // Requests of a session begin at different places, so that no two have the same ids. Odd, for they would meet otherwise.
    random: createRandom(start + Math.imul(number, 0x9e3779b1)),
    serial: () => serial++ % 1_000_000,
  };
}
