/** Members and values of a request that the contract does not know: they are worth a warning and no more. */
import { namesOf } from '../../http/json/names-of.js';
import { formatPointer } from '../pointer.js';
import type { FieldTree } from '../prepared.js';
import { mostErrors } from './validate.js';

/** A caller's names are looked up: some of them every object inherits. */
const own = <T>(record: Record<string, T> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** The tree of the alternative that an object means. */
function branchOf(members: Record<string, unknown>, branches: NonNullable<FieldTree['branches']>): FieldTree | undefined {
  const tag = own(members, branches.property);
  if (tag === undefined) return branches.none;
  return (typeof tag === 'object' && tag !== null ? undefined : own(branches.trees, String(tag))) ?? branches.other;
}

/** The trees that know members of an object: that of the alternative which it means, and, last, what all alternatives share. */
function layersOf(members: Record<string, unknown>, known: FieldTree): FieldTree[] {
  const branch = known.branches && branchOf(members, known.branches);
  const layers = branch ? layersOf(members, branch) : [];
  layers.push(known);
  return layers;
}

/** What the first layer that has a member says of it. */
function knownIn(layers: readonly FieldTree[], name: string): FieldTree | undefined {
  for (let index = 0; index < layers.length; index++) {
    const known = own((layers[index] as FieldTree).properties, name);
    if (known) return known;
  }
  return undefined;
}

export interface UnknownParts {
  /** JSON pointers of unknown members. */
  fields: string[];
  /** Values that an open list does not name. */
  values: { pointer: string; value: string }[];
  /** Whether these are all: who finds very many stops. */
  isAll: boolean;
}

export function unknownParts(value: unknown, tree: FieldTree): UnknownParts {
  const found: UnknownParts = { fields: [], values: [], isAll: true };
  const path: (string | number)[] = [];
  const add = <One>(list: One[], one: One): void => {
    list.push(one);
    if (list.length >= mostErrors) found.isAll = false;
  };
  const visit = (node: unknown, known: FieldTree): void => {
    if (!found.isAll) return;
    if (typeof node === 'string') {
      if (known.values && !known.values.includes(node)) add(found.values, { pointer: formatPointer(path), value: node });
    } else if (Array.isArray(node)) {
      const { items } = known;
      if (!items) return;
      for (let index = 0; index < node.length && found.isAll; index++) {
        path.push(index);
        visit(node[index], items);
        path.pop();
      }
    } else if (node !== null && typeof node === 'object') visitMembers(node as Record<string, unknown>, known);
  };
  const visitMembers = (members: Record<string, unknown>, known: FieldTree): void => {
    const layers = layersOf(members, known);
    const isTold = !layers.some(({ open }) => open) && (layers.length > 1 || known.properties !== undefined);
    // To list the members of a large object takes long: not where nothing is to be said of any.
    if (!isTold && layers.every(({ properties }) => properties === undefined)) return;
    for (const name of namesOf(members)) {
      if (!found.isAll) return;
      path.push(name);
      const member = knownIn(layers, name);
      if (member) visit(members[name], member);
      else if (isTold) add(found.fields, formatPointer(path));
      path.pop();
    }
  };
  visit(value, tree);
  return found;
}
