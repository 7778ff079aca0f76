/** What cannot be recorded harms no exchange: it is said, once, and what was lost is counted. */

type Write<Given extends unknown[], Result> = (...given: Given) => Promise<Result>;

/**
 * A recorder that never fails.
 * @param say told in one line that nothing can be recorded, and when it can be again
 * @returns what the recorder gives; `undefined` where nothing was recorded
 */
export function withoutFailures<Given extends unknown[], Result>(
  write: Write<Given, Result>,
  say: (line: string) => void,
): Write<Given, Result | undefined> {
  let lost = 0;
  return async (...given) => {
    try {
      const result = await write(...given);
      if (lost > 0) say(`Exchanges are recorded again; ${lost} ${lost === 1 ? 'was' : 'were'} not.`);
      lost = 0;
      return result;
    } catch (error) {
      if (lost === 0) say(`Exchanges cannot be recorded, and go on without: ${(error as Error).message}`);
      lost++;
      return undefined;
    }
  };
}
