/** The shape of a JSON value, as a tree of paths: requests are compared by it. */
import { namesOf } from '../../http/json/names-of.js';

/** Members whose value tells one kind of object from another, and so is a path of its own, below that of the member. */
export const telling = new Set(['type', 'role']);

/** The member of a JSON Schema whose own members have names that the caller made up. */
const schemaMembers = 'properties';

/** Words that leave a choice to the server, or do without, as leaving the member out does. */
const nothing = /^(?:auto|none|off)?$/;

/** Whether a member is as good as absent: it, or all that it has, turns nothing on. */
export function saysNothing(value: unknown): boolean {
  if (typeof value === 'string') return nothing.test(value);
  if (value === null || typeof value !== 'object') return !value;
  if (Array.isArray(value)) return value.length === 0;
  for (const name in value) if (!saysNothing((value as Record<string, unknown>)[name])) return false;
  return true;
}

/** Whether a member may as well be left out. @param usual values that it would have then, as far as they are known */
const isAbsent = (member: unknown, usual: readonly unknown[]): boolean =>
  usual.length > 0 ? member === null || usual.includes(member) : saysNothing(member);

/** Whether a path is the value of a telling member. */
export const isKind = (path: string, parent: string): boolean => path[parent.length] === '=';

/**
 * The paths of all members and items, each with the one that it lies in: the index of an item written as `*`, such as `/messages/*`,
 * and the value of a telling member after `=`, such as `role=user`. Every path stands once; the whole value is `''`. What says nothing has
 * no path.
 *
 * @param usual what the member of a path is when it is left out, if that is known
 */
export function shapeOf(value: unknown, usual: (path: string) => unknown = () => undefined): Map<string, string> {
  const paths = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      const item = `${path}/*`;
      if (node.length > 0) paths.set(item, path);
      for (const member of node) walk(member, item);
    } else if (node !== null && typeof node === 'object') {
      for (const [key, member] of Object.entries(node)) {
        const here = `${path}/${key}`;
        const otherwise = usual(here);
        if (isAbsent(member, otherwise === undefined ? [] : [otherwise])) continue;
        paths.set(here, path);
        if (key === schemaMembers) continue;
        if (telling.has(key) && typeof member === 'string') paths.set(`${here}=${member}`, here);
        walk(member, here);
      }
    }
  };
  walk(value, '');
  return paths;
}

interface Place<Item> {
  items: Item[];
  /** Values that are as good as none. */
  defaults: unknown[];
  members: Map<string, Place<Item>>;
  kinds: Map<string, Place<Item>>;
  /** The items of a list. */
  elements: Place<Item> | undefined;
  /** The last search that came here: every path stands once. */
  search: number;
}

const createPlace = <Item>(): Place<Item> => ({
  items: [],
  defaults: [],
  members: new Map(),
  kinds: new Map(),
  elements: undefined,
  search: 0,
});

/** Things attached to paths of shapes. A value is searched along the known paths, so that what nobody asks for costs nothing. */
export class ShapeIndex<Item> {
  readonly #places = new Map([['', createPlace<Item>()]]);
  #searches = 0;

  /** @param parent the path in which it lies, as `shapeOf` gives it; @param usual what a member of the path would be anyway */
  add(path: string, parent: string, item: Item, usual?: unknown): void {
    const place = this.#place(path, parent);
    place.items.push(item);
    if (usual !== undefined) place.defaults.push(usual);
  }

  /** Calls `found` with all that is attached to the paths of a value. */
  search(value: unknown, found: (item: Item) => void): void {
    this.#searches++;
    this.#walk(value, this.#places.get('') as Place<Item>, found);
  }

  #walk(node: unknown, place: Place<Item>, found: (item: Item) => void): void {
    if (Array.isArray(node)) {
      const { elements } = place;
      if (node.length === 0 || !elements) return;
      this.#arrive(elements, found);
      for (let index = 0; index < node.length; index++) this.#walk(node[index], elements, found);
    } else if (node !== null && typeof node === 'object') {
      for (const key of namesOf(node)) {
        const here = place.members.get(key);
        const member = (node as Record<string, unknown>)[key];
        if (!here || isAbsent(member, here.defaults)) continue;
        this.#arrive(here, found);
        if (key === schemaMembers) continue;
        if (typeof member === 'string') {
          const kind = here.kinds.size > 0 && here.kinds.get(member);
          if (kind) this.#arrive(kind, found);
        } else this.#walk(member, here, found);
      }
    }
  }

  /** Every path stands once in a search. */
  #arrive(place: Place<Item>, found: (item: Item) => void): void {
    if (place.search === this.#searches) return;
    place.search = this.#searches;
    for (let index = 0; index < place.items.length; index++) found(place.items[index] as Item);
  }

  #place(path: string, parent: string): Place<Item> {
    const known = this.#places.get(path);
    if (known) return known;
    const place = createPlace<Item>();
    this.#places.set(path, place);
    const within = this.#places.get(parent) ?? createPlace<Item>();
    const name = path.slice(parent.length + 1);
    if (isKind(path, parent)) within.kinds.set(name, place);
    else if (name === '*') within.elements = place;
    else within.members.set(name, place);
    return place;
  }
}
