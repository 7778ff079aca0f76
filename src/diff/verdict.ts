/** What the changes mean for the version number (semver). */
import type { Change } from './model/change.js';

export const bumps = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

export function verdictOf(changes: Change[]): Bump {
  const has = (level: Change['level']) => changes.some((item) => item.level === level);
  return has('breaking') ? 'major' : has('non-breaking') ? 'minor' : has('docs') ? 'patch' : 'none';
}
