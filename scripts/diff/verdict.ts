/** What the changes mean for the version number (semver). */
import type { Change } from './change.js';

export const bumps = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

type Version = [number, number, number];

export function parseVersion(version: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  if (patch === undefined) throw new Error(`${version} is no version`);
  return [Number(major), Number(minor), Number(patch)];
}

export function verdictOf(changes: Change[]): Bump {
  const has = (level: Change['level']) => changes.some((item) => item.level === level);
  return has('breaking') ? 'major' : has('non-breaking') ? 'minor' : has('docs') ? 'patch' : 'none';
}

/** Before 1.0 every digit counts one less: a breaking change asks for a new minor version. */
export function neededBump(verdict: Bump, version: string): Bump {
  if (parseVersion(version)[0] > 0) return verdict;
  return verdict === 'major' ? 'minor' : verdict === 'minor' ? 'patch' : verdict;
}

export function bumpBetween(before: string, after: string): Bump {
  const [a, b] = [parseVersion(before), parseVersion(after)];
  const digit = a.findIndex((number, index) => number !== b[index]);
  return digit < 0 || (b[digit] ?? 0) < (a[digit] ?? 0) ? 'none' : (['major', 'minor', 'patch'] as const)[digit as 0 | 1 | 2];
}

export const isEnough = (actual: Bump, needed: Bump): boolean => bumps.indexOf(actual) >= bumps.indexOf(needed);

export function nextVersion(version: string, bump: Bump): string {
  const [major, minor, patch] = parseVersion(version);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor}.${patch}`;
}

/** Why a version number will not do for what has changed, or `undefined` when it will. Only breaking changes ask for a number beforehand. */
export function versionProblem(base: string, verdict: Bump | 'initial', version: string): string | undefined {
  if (verdict !== 'major') return undefined;
  const needed = neededBump(verdict, base);
  if (isEnough(bumpBetween(base, version), needed)) return undefined;
  return `A breaking change needs version ${nextVersion(base, needed)} or higher; package.json has ${version}.`;
}
