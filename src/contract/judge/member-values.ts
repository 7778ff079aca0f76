/** The values at a place of a body, such as the names of all tools. */
import { lookAt, parsePointer } from '../pointer.js';
import type { AnswerPlace } from '../prepared.js';

/** Those of the contract are few, and asked for with each exchange. */
const parsed = new Map<string, string[]>();

function partsOf(pointer: string): readonly string[] {
  let known = parsed.get(pointer);
  if (!known) {
    known = parsePointer(pointer);
    parsed.set(pointer, known);
  }
  return known;
}

/** Calls `visit` for each value that a pointer with `*` names, but for those that are absent. @param path where the value is, while it is looked at */
function visitAll(value: unknown, parts: readonly string[], path: string[], visit: (value: unknown) => void, depth = 0): void {
  const part = parts[depth];
  if (part === undefined) visit(value);
  else if (typeof value !== 'object' || value === null) return;
  else if (part !== '*') {
    if (!Object.hasOwn(value, part)) return;
    path.push(part);
    visitAll(Reflect.get(value, part), parts, path, visit, depth + 1);
    path.pop();
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(String(index));
      visitAll(value[index], parts, path, visit, depth + 1);
      path.pop();
    }
  }
}

const isMeant = (item: unknown, { when = always, lacks }: AnswerPlace): boolean => {
  for (const pointer in when) if (!when[pointer]?.includes(String(lookAt(item, pointer)))) return false;
  return lacks === undefined || !lookAt(item, lacks);
};

const always = {};

/** @param visit takes a value and where it stands, which holds only while it is called */
export function visitMembers(body: unknown, place: AnswerPlace, visit: (value: unknown, path: readonly string[]) => void): void {
  const { list = '', at } = place;
  const path: string[] = [];
  const inItem = partsOf(at);
  visitAll(body, partsOf(list), path, (item) => {
    if (isMeant(item, place)) visitAll(item, inItem, path, (value) => visit(value, path));
  });
}
