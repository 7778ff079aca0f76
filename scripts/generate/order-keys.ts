/** Puts the keys of a description into their one order, so that it does not depend on that of the sources. */
import { childType, type NodeType } from '../lib/node-types.js';
import { inOrder, keyOrder } from '../lint/lib/key-order.js';

/** A copy with the keys of every typed part in order; values of no type, such as those of examples, are the same objects. */
export function orderKeys<T>(value: T, type: NodeType | undefined): T {
  if (type === undefined || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((entry, index) => orderKeys(entry, childType(type, index, entry))) as T;
  const ordered: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(value), keyOrder[type.name])) {
    const member = value[key as keyof T];
    ordered[key] = orderKeys(member, childType(type, key, member));
  }
  return ordered as T;
}
