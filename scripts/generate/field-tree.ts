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
  const below = (part: Schema) => fieldTree(document, part, [...seen, target]);
  const properties = Object.entries<Schema>(target.properties ?? {});
  const isTagged = target.oneOf !== undefined && target.discriminator !== undefined;
  const own: FieldTree = {
    ...(target.default !== undefined && { default: target.default }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties.map(([name, member]) => [name, below(member)])) }),
    ...(target.additionalProperties && { open: true as const }),
    ...(target.items && { items: below(target.items) }),
    ...(isTagged && { branches: branchesOf(document, target, below) }),
  };
  const parts: Schema[] = [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(isTagged ? [] : (target.oneOf ?? []))];
  return parts.map(below).reduce(mergeTrees, own);
}

type Branches = NonNullable<FieldTree['branches']>;

function branchesOf(document: Document, { oneOf, discriminator }: Schema, below: (branch: Schema) => FieldTree): Branches {
  const property: string = discriminator.propertyName;
  const trees: Branches['trees'] = {};
  for (const branch of oneOf as Schema[]) {
    const tree = below(branch);
    for (const value of pinned(document, branch, property)) trees[String(value)] = tree;
  }
  return { property, trees };
}

/** Merges what both records have, and takes over what one has. */
function mergeRecords(a: Record<string, FieldTree>, b: Record<string, FieldTree>): Record<string, FieldTree> {
  const merged = { ...a };
  for (const [name, tree] of Object.entries(b)) merged[name] = Object.hasOwn(a, name) ? mergeTrees(a[name] as FieldTree, tree) : tree;
  return merged;
}

/** Alternatives that differ in their defaults have none in common. */
function sharedDefault({ default: a }: FieldTree, { default: b }: FieldTree): Pick<FieldTree, 'default'> {
  if (a === undefined || b === undefined) return { ...(a !== undefined && { default: a }), ...(b !== undefined && { default: b }) };
  return JSON.stringify(a) === JSON.stringify(b) ? { default: a } : {};
}

/** What is known by either of two trees. */
function mergeTrees(a: FieldTree, b: FieldTree): FieldTree {
  if (a.branches && b.branches && a.branches.property !== b.branches.property) {
    // A tree has one tag: of the second union, whatever one of its alternatives knows is known.
    const { branches, ...rest } = b;
    return mergeTrees(a, Object.values(branches.trees).reduce(mergeTrees, rest));
  }
  const items = a.items && b.items ? mergeTrees(a.items, b.items) : (a.items ?? b.items);
  const properties = mergeRecords(a.properties ?? {}, b.properties ?? {});
  const branches =
    a.branches && b.branches
      ? { property: a.branches.property, trees: mergeRecords(a.branches.trees, b.branches.trees) }
      : (a.branches ?? b.branches);
  return {
    ...sharedDefault(a, b),
    ...((a.open || b.open) && { open: true as const }),
    ...(items && { items }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(branches && { branches }),
  };
}
