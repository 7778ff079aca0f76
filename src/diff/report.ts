/** Words a comparison of two contracts for a person: per documentation page, and per operation where no page is concerned. */

import { visible } from '../http/visible-text.js';
import type { ContractDiff } from './compare-contracts.js';
import type { Change } from './model/change.js';
import { groupBy } from './model/group-by.js';

const many = 3;

/** Where a change is listed: its pages, or its operations, as long as they are few. */
export function placeOf({ pages, operations, component }: Change): string {
  if (pages.length > 0 && pages.length <= many) return pages.join(', ');
  if (component !== undefined) return component;
  const named = operations.length > 0 && operations.length <= many ? operations.join(', ') : `${operations.length} operations`;
  if (operations.length === 0) return 'The contract as a whole';
  return pages.length === 0 ? named : `${named} (${pages.length} pages)`;
}

export function formatDiff(diff: ContractDiff): string {
  const { verdict, changes } = diff;
  if (verdict === 'initial') return 'Nothing is released yet: everything is new. Verdict: initial';
  const lines = [...groupBy(changes, placeOf)].flatMap(([place, group]) => [
    visible(place),
    ...group.map(({ level, text, operations }) =>
      visible(`  ${level.padEnd(14)}${text}${operations.length > 0 && operations.length <= many ? ` [${operations.join(', ')}]` : ''}`),
    ),
  ]);
  return [...lines, countChanges(diff)].join('\n');
}

export function countChanges({ base, verdict, changes }: ContractDiff): string {
  const count = (level: Change['level']) => changes.filter((item) => item.level === level).length;
  return `Since ${base}: ${count('breaking')} breaking, ${count('non-breaking')} non-breaking, ${count('docs')} in the documentation only. Verdict: ${verdict}`;
}
