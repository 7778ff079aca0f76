/** Arrays. */
import { itemsOf, limitOf } from '../schema/keywords.js';
import { canonical } from './canonical.js';
import { type Broken, type Judgement, noted } from './judgement.js';

export function brokenByList(judgement: Judgement, value: readonly unknown[]): Broken {
  const { schema, budget } = judgement;
  budget.spend(value.length / 16);
  const [least, most] = [limitOf(schema.minItems), limitOf(schema.maxItems)];
  if (least !== undefined && value.length < least) return 'minItems';
  if (most !== undefined && value.length > most) return 'maxItems';
  if (schema.uniqueItems === true && value.length > 1 && new Set(value.map(canonical)).size < value.length) return 'uniqueItems';
  return brokenByItems(judgement, value) ?? brokenByContains(judgement, value) ?? brokenByUnevaluated(judgement, value);
}

function brokenByItems({ schema, seen, part }: Judgement, value: readonly unknown[]): Broken {
  const { first, others } = itemsOf(schema);
  for (const [index, item] of value.entries()) {
    const inner = index < first.length ? first[index] : others;
    if (inner === undefined) break;
    if (!part(inner, index, item, true)) return noted;
    seen.items = Math.max(seen.items, index + 1);
  }
  return undefined;
}

function brokenByContains({ schema, seen, isOld, part }: Judgement, value: readonly unknown[]): Broken {
  if (schema.contains === undefined) return undefined;
  const found = value.flatMap((item, index) => (part(schema.contains, index, item, false) ? [index] : []));
  if (!isOld) for (const index of found) seen.contained.add(index);
  if (found.length < (limitOf(schema.minContains) ?? 1)) return schema.minContains === undefined ? 'contains' : 'minContains';
  return found.length > (limitOf(schema.maxContains) ?? found.length) ? 'maxContains' : undefined;
}

function brokenByUnevaluated({ schema, seen, part }: Judgement, value: readonly unknown[]): Broken {
  if (schema.unevaluatedItems === undefined) return undefined;
  for (let index = seen.items; index < value.length; index++)
    if (!seen.contained.has(index) && !part(schema.unevaluatedItems, index, value[index], true)) return noted;
  seen.items = value.length;
  return undefined;
}
