/** Which members a value may have, worked out of its schema: what a request has beside them, the gateway ignores. */

import type { Json } from '../../../src/contract/prepared/json.js';
import type { FieldTree } from '../../../src/contract/prepared.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';

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
  branches?: { property: string; trees: Record<string, Tree>; other?: Tree; none?: Tree };
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
    ...(branches && {
      branches: {
        property: branches.property,
        trees: all(branches.trees),
        ...(branches.other && { other: withOpenLists(branches.other) }),
        ...(branches.none && { none: withOpenLists(branches.none) }),
      },
    }),
  };
}

/** What a schema says of texts by itself. */
function textsOf({ const: single, enum: list, not, type, pattern, ...schema }: Schema): Pick<Tree, 'values' | 'others'> {
  const named = (values: Json[]) => values.filter((value) => typeof value === 'string');
  if (single !== undefined || list) return { values: named(list ?? [single]) };
  if (schema['x-open-enum']) return { others: 'open' };
  if (not?.enum) return { values: named(not.enum), others: 'open' };
  // What only restricts names no texts, and lets none in that others do not name.
  if (type === undefined && pattern !== undefined) return {};
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
  const tag = tagOf(document, target);
  const own: Tree = {
    ...(target.default !== undefined && { default: target.default }),
    ...textsOf(target),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties.map(([name, member]) => [name, below(member)])) }),
    ...(target.additionalProperties && { open: true as const }),
    ...(target.items && { items: below(target.items) }),
    ...(tag && { branches: branchesOf(document, tag, below) }),
  };
  const alternatives: Schema[] = [...(target.anyOf ?? []), ...(target.oneOf ?? [])];
  const parts: Schema[] = [...(target.allOf ?? []), ...alternatives.filter((branch) => !tag?.branches.includes(branch))];
  return parts.map(below).reduce(mergeTrees, own);
}

type Branches = NonNullable<Tree['branches']>;

interface Tag {
  property: string;
  /** The alternatives that it tells apart. */
  branches: Schema[];
  /** The one of all other values. */
  open?: Schema;
}

/** The property that tells the alternatives of a schema apart: that of its discriminator, or the one whose values the open alternative leaves out. */
function tagOf(document: Document, { oneOf, anyOf, discriminator }: Schema): Tag | undefined {
  if (oneOf && discriminator) return { property: discriminator.propertyName, branches: oneOf };
  const branches: Schema[] = oneOf ?? anyOf ?? [];
  for (const open of branches) {
    const [property] = Object.entries<Schema>(resolve<Schema>(document, open).properties ?? {}).find(([, { not }]) => not?.enum) ?? [];
    if (property === undefined) continue;
    return { property, branches: branches.filter((branch) => branch === open || pinned(document, branch, property).length > 0), open };
  }
  return undefined;
}

function branchesOf(document: Document, { property, branches, open }: Tag, below: (branch: Schema) => Tree): Branches {
  const trees: Branches['trees'] = {};
  const closed = branches.filter((branch) => branch !== open);
  for (const branch of closed) {
    const tree = below(branch);
    for (const value of pinned(document, branch, property)) trees[String(value)] = tree;
  }
  const untagged = closed.filter((branch) => !resolve<Schema>(document, branch).required?.includes(property)).map(below);
  return {
    property,
    trees,
    ...(open && { other: below(open) }),
    ...(open && untagged.length > 0 && { none: untagged.reduce(mergeTrees) }),
  };
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
    const { other, none, trees } = branches;
    return mergeTrees(a, [...Object.values(trees), other ?? [], none ?? []].flat().reduce(mergeTrees, rest));
  }
  const items = a.items && b.items ? mergeTrees(a.items, b.items) : (a.items ?? b.items);
  const properties = mergeRecords(a.properties ?? {}, b.properties ?? {});
  const branches = a.branches && b.branches ? mergeBranches(a.branches, b.branches) : (a.branches ?? b.branches);
  return {
    ...sharedDefault(a, b),
    ...((a.open || b.open) && { open: true as const }),
    ...(items && { items }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(branches && { branches }),
    ...mergeTexts(a, b),
  };
}

/** Of two unions with the same tag. */
function mergeBranches(a: Branches, b: Branches): Branches {
  const either = (one: Tree | undefined, other: Tree | undefined) => (one && other ? mergeTrees(one, other) : (one ?? other));
  const [other, none] = [either(a.other, b.other), either(a.none, b.none)];
  return { property: a.property, trees: mergeRecords(a.trees, b.trees), ...(other && { other }), ...(none && { none }) };
}

function mergeTexts(a: Tree, b: Tree): Pick<Tree, 'values' | 'others'> {
  const values = [...new Set([...(a.values ?? []), ...(b.values ?? [])])];
  const others = a.others === 'any' || b.others === 'any' ? 'any' : (a.others ?? b.others);
  return { ...(values.length > 0 && { values }), ...(others && { others }) };
}
