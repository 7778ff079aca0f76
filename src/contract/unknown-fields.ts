/** Members of a request that the contract does not know: the gateway ignores them, so they are worth a warning and no more. */
import type { FieldTree } from './prepared.js';

/** JSON pointers of the unknown members. */
export function unknownFields(value: unknown, tree: FieldTree, at = ''): string[] {
  if (Array.isArray(value)) {
    const { items } = tree;
    return items ? value.flatMap((item, index) => unknownFields(item, items, `${at}/${index}`)) : [];
  }
  if (value === null || typeof value !== 'object' || tree.open) return [];
  const members = value as Record<string, unknown>;
  const branch = tree.branches?.trees[String(members[tree.branches.property])];
  const found: string[] = [];
  for (const name of Object.keys(members)) {
    const known = branch?.properties?.[name] ?? tree.properties?.[name];
    if (known) found.push(...unknownFields(members[name], known, `${at}/${name}`));
    else if (branch ? !branch.open : tree.properties) found.push(`${at}/${name}`);
  }
  return found;
}
