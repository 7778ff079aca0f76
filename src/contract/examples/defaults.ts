/** What a member of a request is where the request leaves it out. */
import { type Evaluate, parseExpression } from '../expression.js';
import { parsePointer } from '../pointer.js';
import type { Json } from '../prepared/json.js';
import type { FieldTree, PreparedOperation } from '../prepared.js';

/** The trees that know the members of a value: that of the alternative that it means, and what all alternatives share. */
function* treesOf(tree: FieldTree, value: unknown): Generator<FieldTree> {
  yield tree;
  const { branches } = tree;
  if (!branches || value === null || typeof value !== 'object') return;
  const tag = Object.hasOwn(value, branches.property) ? (value as Record<string, unknown>)[branches.property] : undefined;
  const branch = typeof tag === 'object' || !Object.hasOwn(branches.trees, String(tag)) ? undefined : branches.trees[String(tag)];
  if (branch) yield* treesOf(branch, value);
}

/** @param parts of a pointer; `*` stands for the items of a list, of whatever kind they are */
function defaultAt(trees: readonly FieldTree[], value: unknown, [name, ...rest]: readonly string[]): Json | undefined {
  if (name === undefined) return trees.find((tree) => tree.default !== undefined)?.default;
  const known = trees.flatMap((tree) => [...treesOf(tree, value)]);
  if (name === '*')
    return defaultAt(
      known.flatMap(({ items }) => items ?? []),
      undefined,
      rest,
    );
  const members = known.flatMap(({ properties }) => (properties && Object.hasOwn(properties, name) ? (properties[name] as FieldTree) : []));
  const member =
    value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return defaultAt(members, member, rest);
}

/** The default of what a pointer names, which depends on the alternatives that the body means. */
export const defaultOf = (tree: FieldTree, body: unknown, pointer: string): Json | undefined =>
  defaultAt([tree], body, parsePointer(pointer));

/** Prepares a look at the default of what a runtime expression names, which depends on the alternative that the body means. */
export function compileDefault({ body }: Pick<PreparedOperation, 'body'>, expression: string): Evaluate<Json | undefined> {
  const parsed = parseExpression(expression);
  if (!body || parsed.place !== 'body') return () => undefined;
  const { pointer } = parsed;
  return (request) => defaultOf(body.fields, request.body, pointer);
}
