/** The version number that changes ask for (semver). */
import { compare, diff, parse, SemVer } from 'semver';
import { type Bump, bumps } from '../../src/diff/verdict.js';

/** The number alone, without what names a build. */
function numberOf(version: string): SemVer {
  const parsed = parse(version);
  if (!parsed) throw new Error(`${version} is no version`);
  return new SemVer(`${parsed.major}.${parsed.minor}.${parsed.patch}`);
}

/** Before 1.0 every digit counts one less: a breaking change asks for a new minor version. */
export function neededBump(verdict: Bump, version: string): Bump {
  if (numberOf(version).major > 0) return verdict;
  return verdict === 'major' ? 'minor' : verdict === 'minor' ? 'patch' : verdict;
}

export function bumpBetween(before: string, after: string): Bump {
  const [a, b] = [numberOf(before), numberOf(after)];
  // Nothing is left of them but the three digits that can differ.
  return compare(a, b) < 0 ? (diff(a, b) as Bump) : 'none';
}

export const isEnough = (actual: Bump, needed: Bump): boolean => bumps.indexOf(actual) >= bumps.indexOf(needed);

export const nextVersion = (version: string, bump: Bump): string =>
  (bump === 'none' ? numberOf(version) : numberOf(version).inc(bump)).version;

/** Why a version number will not do for what has changed, or `undefined` when it will. Only breaking changes ask for a number beforehand. */
export function versionProblem(base: string, verdict: Bump | 'initial', version: string): string | undefined {
  if (verdict !== 'major') return undefined;
  const needed = neededBump(verdict, base);
  if (isEnough(bumpBetween(base, version), needed)) return undefined;
  return `A breaking change needs version ${nextVersion(base, needed)} or higher; package.json has ${version}.`;
}
