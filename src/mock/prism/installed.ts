/** Whether Prism is there: it is an optional dependency, which some leave out for its size. */
import { installedFile } from '../../installed.js';

/** @param what takes it */
export const prismMissing = (what: string): string =>
  `${what} takes Prism, an optional dependency that was left out when nexconn-contract was installed; install it again without --omit=optional`;

export function hasPrism(): boolean {
  try {
    installedFile('@stoplight/prism-http/package.json');
    return true;
  } catch {
    return false;
  }
}

/** Whether an error says that a package is not there. */
export const isMissing = (error: unknown): boolean => /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String((error as NodeJS.ErrnoException)?.code));
