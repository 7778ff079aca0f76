/** Which members a value may have, worked out of its schema: what a request has beside them, the gateway ignores. */
import type { FieldTree, Json } from '../../src/contract/prepared.js';
import { type Document, resolve, type Schema } from '../lib/document.js';

/** The values that a schema's property is pinned to by `const` or `enum`. */
export function pinned(document: Document, schema: Schema, property: string): Json[] {
  const target = resolve<Schema>(document, schema);
  const declared = target.properties?.[property];
  const member = declared && resolve<Schema>(document, declared);
  return member ? ('const' in member ? [member.const] : (member.enum ?? [])) : [];
}

/** The tree of known members of the values that a schema describes. */
export function fieldTree(document: Document, schema: Schema | undefined, seen: readonly Schema[] = []): FieldTree {
  if (!schema) return { open: true };
  const target = resolve<Schema>(document, schema);
  if (seen.includes(target)) return { open: true };
  const path = [...seen, target];
  const tree: FieldTree = {};
  const merge = (other: FieldTree) => {
    if (other.open) tree.open = true;
    if (other.items) tree.items = other.items;
    for (const [name, member] of Object.entries(other.properties ?? {})) {
      tree.properties ??= {};
      const known = tree.properties[name];
      tree.properties[name] = known ? mergeTrees(known, member) : member;
    }
  };
  if (target.properties) {
    merge({
      properties: Object.fromEntries(
        Object.entries<Schema>(target.properties).map(([name, member]) => [name, fieldTree(document, member, path)]),
      ),
    });
  }
  if (target.additionalProperties && target.additionalProperties !== false) tree.open = true;
  if (target.items) tree.items = fieldTree(document, target.items, path);
  if (target.oneOf && target.discriminator) {
    const property: string = target.discriminator.propertyName;
    const trees: Record<string, FieldTree> = {};
    for (const branch of target.oneOf as Schema[]) {
      const branchTree = fieldTree(document, branch, path);
      for (const value of pinned(document, branch, property)) trees[String(value)] = branchTree;
    }
    tree.branches = { property, trees };
  } else {
    for (const branch of [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(target.oneOf ?? [])])
      merge(fieldTree(document, branch, path));
  }
  return tree;
}

function mergeTrees(a: FieldTree, b: FieldTree): FieldTree {
  const items = a.items && b.items ? mergeTrees(a.items, b.items) : (a.items ?? b.items);
  const names = new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})]);
  const member = (name: string) => {
    const [left, right] = [a.properties?.[name], b.properties?.[name]];
    return left && right ? mergeTrees(left, right) : ((left ?? right) as FieldTree);
  };
  return {
    ...((a.open || b.open) && { open: true as const }),
    ...(items && { items }),
    ...(names.size > 0 && { properties: Object.fromEntries([...names].map((name) => [name, member(name)])) }),
    ...((a.branches ?? b.branches) && { branches: (a.branches ?? b.branches) as NonNullable<FieldTree['branches']> }),
  };
}
