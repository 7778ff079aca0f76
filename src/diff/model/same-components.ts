/** Schema components that mean the same in both contracts, through all that they refer to. */

import type { Document } from '../../contract/openapi.js';
import { canonical } from './canonical.js';
import { componentName } from './document.js';

function namesIn(root: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string') names.add(componentName($ref));
    for (const value of Object.values(node)) visit(value);
  };
  visit(root);
  return names;
}

export function sameComponents(base: Document, current: Document): Set<string> {
  const [before, after] = [base.components.schemas, current.components.schemas];
  const same = new Set(Object.keys(before).filter((name) => after[name] && canonical(before[name]) === canonical(after[name])));
  const uses = new Map([...same].map((name) => [name, namesIn(before[name])]));
  // What one refers to may lead to one that has changed, by however many steps.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [name, used] of uses) {
      if (!same.has(name) || [...used].every((other) => same.has(other))) continue;
      same.delete(name);
      isSettled = false;
    }
  }
  return same;
}
