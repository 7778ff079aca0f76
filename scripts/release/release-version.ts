/** Which version a release gets. */
import type { Bump } from '../../src/diff/verdict.js';
import { bumpBetween, isEnough, neededBump, nextVersion } from '../diff/version.js';

/**
 * @param base version of the last release, if there is one
 * @param manifest version in package.json, which wins when it is already high enough
 */
export function releaseVersion(base: string | undefined, verdict: Bump | 'initial', manifest: string): string {
  if (base === undefined || verdict === 'initial') return manifest;
  const needed = neededBump(verdict, base);
  return isEnough(bumpBetween(base, manifest), needed) ? manifest : nextVersion(base, needed);
}
