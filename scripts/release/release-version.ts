/** Which version a release gets. */
import type { Bump } from '../../src/diff/verdict.js';
import { bumpBetween, isEnough, neededBump, nextVersion } from '../diff/version.js';

/**
 * @param base version of the last release, if there is one
 * @param manifest version in package.json, which wins when it is already high enough
 * @param least what the code asks for, where that is more than the contract does
 */
export function releaseVersion(base: string | undefined, verdict: Bump | 'initial', manifest: string, least: Bump = 'none'): string {
  if (base === undefined || verdict === 'initial') return manifest;
  const asked = neededBump(verdict, base);
  const needed = isEnough(asked, least) ? asked : least;
  return isEnough(bumpBetween(base, manifest), needed) ? manifest : nextVersion(base, needed);
}
