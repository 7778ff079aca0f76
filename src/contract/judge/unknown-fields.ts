/** Members of a request that the contract does not know: the gateway ignores them, so they are worth a warning and no more. */
import { formatPointer } from '../pointer.js';
import type { FieldTree } from '../prepared.js';

/** A caller's names are looked up: some of them every object inherits. */
const own = <T>(record: Record<string, T> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** JSON pointers of the unknown members. */
export function unknownFields(value: unknown, tree: FieldTree): string[] {
  const found: string[] = [];
  const path: (string | number)[] = [];
  const visit = (node: unknown, known: FieldTree): void => {
    if (Array.isArray(node)) {
      const { items } = known;
      if (!items) return;
      for (let index = 0; index < node.length; index++) {
        path.push(index);
        visit(node[index], items);
        path.pop();
      }
    } else if (node !== null && typeof node === 'object' && !known.open) visitMembers(node as Record<string, unknown>, known);
  };
  const visitMembers = (members: Record<string, unknown>, { branches, properties }: FieldTree): void => {
    const tag = branches && own(members, branches.property);
    const branch = typeof tag === 'object' ? undefined : own(branches?.trees, String(tag));
    for (const name of Object.keys(members)) {
      path.push(name);
      const member = own(branch?.properties, name) ?? own(properties, name);
      if (member) visit(members[name], member);
      else if (branch ? !branch.open : properties) found.push(formatPointer(path));
      path.pop();
    }
  };
  visit(value, tree);
  return found;
}
