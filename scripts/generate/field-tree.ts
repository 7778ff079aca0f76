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

/** A tree in the making: it has all known texts of a value, whether or not the list is open. */
interface Tree extends FieldTree {
  properties?: Record<string, Tree>;
  items?: Tree;
  branches?: { property: string; trees: Record<string, Tree> };
  /** Whether other texts are as good as the known ones (`any`), or legal and not known (`open`). */
  others?: 'any' | 'open';
}

/** The tree of known members and values of what a schema describes. */
export const fieldTree = (document: Document, schema: Schema | undefined): FieldTree => withOpenLists(treeOf(document, schema, []));

/** Texts are told apart in open lists only: what a closed one does not name is refused anyway. */
function withOpenLists({ others, values, properties, items, branches, ...rest }: Tree): FieldTree {
  const all = (trees: Record<string, Tree>) => Object.fromEntries(Object.entries(trees).map(([name, tree]) => [name, withOpenLists(tree)]));
  return {
    ...rest,
    ...(others === 'open' && values && { values }),
    ...(properties && { properties: all(properties) }),
    ...(items && { items: withOpenLists(items) }),
    ...(branches && { branches: { ...branches, trees: all(branches.trees) } }),
  };
}

/** What a schema says of texts by itself. */
function textsOf({ const: single, enum: list, not, type, ...schema }: Schema): Pick<Tree, 'values' | 'others'> {
  const named = (values: Json[]) => values.filter((value) => typeof value === 'string');
  if (single !== undefined || list) return { values: named(list ?? [single]) };
  if (schema['x-open-enum']) return { others: 'open' };
  if (not?.enum) return { values: named(not.enum), others: 'open' };
  const isComposed = ['anyOf', 'oneOf', 'allOf'].some((keyword) => keyword in schema);
  const isText = type === undefined ? !isComposed && !schema.properties : [type].flat().includes('string');
  return isText ? { others: 'any' } : {};
}

function treeOf(document: Document, schema: Schema | undefined, seen: readonly Schema[]): Tree {
  if (!schema) return { open: true, others: 'any' };
  const target = resolve<Schema>(document, schema);
  if (seen.includes(target)) return { open: true, others: 'any' };
  const below = (part: Schema) => treeOf(document, part, [...seen, target]);
  const properties = Object.entries<Schema>(target.properties ?? {});
  const isTagged = target.oneOf !== undefined && target.discriminator !== undefined;
  const own: Tree = {
    ...(target.default !== undefined && { default: target.default }),
    ...textsOf(target),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties.map(([name, member]) => [name, below(member)])) }),
    ...(target.additionalProperties && { open: true as const }),
    ...(target.items && { items: below(target.items) }),
    ...(isTagged && { branches: branchesOf(document, target, below) }),
  };
  const parts: Schema[] = [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(isTagged ? [] : (target.oneOf ?? []))];
  return parts.map(below).reduce(mergeTrees, own);
}

type Branches = NonNullable<Tree['branches']>;

function branchesOf(document: Document, { oneOf, discriminator }: Schema, below: (branch: Schema) => Tree): Branches {
  const property: string = discriminator.propertyName;
  const trees: Branches['trees'] = {};
  for (const branch of oneOf as Schema[]) {
    const tree = below(branch);
    for (const value of pinned(document, branch, property)) trees[String(value)] = tree;
  }
  return { property, trees };
}

/** Merges what both records have, and takes over what one has. */
function mergeRecords(a: Record<string, Tree>, b: Record<string, Tree>): Record<string, Tree> {
  const merged = { ...a };
  for (const [name, tree] of Object.entries(b)) merged[name] = Object.hasOwn(a, name) ? mergeTrees(a[name] as Tree, tree) : tree;
  return merged;
}

/** Alternatives that differ in their defaults have none in common. */
function sharedDefault({ default: a }: FieldTree, { default: b }: FieldTree): Pick<FieldTree, 'default'> {
  if (a === undefined || b === undefined) return { ...(a !== undefined && { default: a }), ...(b !== undefined && { default: b }) };
  return JSON.stringify(a) === JSON.stringify(b) ? { default: a } : {};
}

/** What is known by either of two trees. */
function mergeTrees(a: Tree, b: Tree): Tree {
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
    ...mergeTexts(a, b),
  };
}

function mergeTexts(a: Tree, b: Tree): Pick<Tree, 'values' | 'others'> {
  const values = [...new Set([...(a.values ?? []), ...(b.values ?? [])])];
  const others = a.others === 'any' || b.others === 'any' ? 'any' : (a.others ?? b.others);
  return { ...(values.length > 0 && { values }), ...(others && { others }) };
}
