/**
 * The judgement of a JSON value. Clients that are made from types with optional members write `null` where they mean that a member is
 * absent; such a member counts as absent, if it may be.
 */
import { collapsed, formatPointer, getAt, parsePointer } from '../pointer.js';
import { mostErrors, type Validate, type ValidationError } from './validate.js';

export interface JudgedValue {
  /** The value as it counts: without the members that are null in place of absent. It shares with the given one what is the same. */
  value: unknown;
  errors: readonly ValidationError[];
  /** JSON pointers of the members that were left out; the first of them, where there are more than anybody reads. */
  nulls: readonly string[];
}

/** Most values have none. */
const none: readonly never[] = [];

/** What counts as absent may uncover further members of that kind, such as where an alternative is told by one; deeper it does not go. */
const rounds = 4;

/** @param validate sees the value, and copies of it */
export function judgeValue(validate: Validate, value: unknown): JudgedValue {
  if (validate(value)) return { value, errors: none, nulls: none };
  const nulls = new Set<string>();
  const needed = new Set<string>();
  let judged: JudgedValue = { value, errors: validate.errors ?? [], nulls: none };
  for (let round = 0; round < rounds; round++) {
    // Where a validator has stopped, what it found of some items goes for all.
    const named = judged.errors.length < mostErrors ? (pointer: string) => pointer : collapsed;
    const back = missing(judged.errors).filter((pointer) => nulls.delete(pointer) || nulls.delete(collapsed(pointer)));
    for (const pointer of back) needed.add(pointer).add(named(pointer));
    const found = judged.errors
      .filter(({ instancePath }) => isNullMember(judged.value, instancePath))
      .map(({ instancePath }) => named(instancePath))
      .filter((pointer) => !needed.has(pointer));
    for (const pointer of found) nulls.add(pointer);
    if (back.length + found.length === 0) break;
    const left = without(value, nulls);
    judged = { ...left, errors: validate(left.value) ? none : (validate.errors ?? none) };
  }
  return judged;
}

/** Members that are asked for and not there. */
const missing = (errors: readonly ValidationError[]): string[] =>
  errors.flatMap(({ instancePath, params: { missingProperty } }) =>
    missingProperty === undefined ? [] : [instancePath + formatPointer([String(missingProperty)])],
  );

function isNullMember(value: unknown, pointer: string): boolean {
  if (pointer === '' || getAt(value, pointer) !== null) return false;
  return !Array.isArray(getAt(value, pointer.slice(0, pointer.lastIndexOf('/'))));
}

/** Pointers by their parts. */
interface Parts {
  parts: Map<string, Parts>;
  isEnd: boolean;
}

function partsOf(pointers: Iterable<string>): Parts {
  const all: Parts = { parts: new Map(), isEnd: false };
  for (const pointer of pointers) {
    let at = all;
    for (const part of parsePointer(pointer)) {
      const next = at.parts.get(part) ?? { parts: new Map(), isEnd: false };
      at.parts.set(part, next);
      at = next;
    }
    at.isEnd = true;
  }
  return all;
}

/** @param pointers to members that are left out where they are null; `*` stands for every item of a list */
function without(value: unknown, pointers: ReadonlySet<string>): Pick<JudgedValue, 'value' | 'nulls'> {
  const nulls: string[] = [];
  const path: (string | number)[] = [];
  const inside = (node: unknown, { parts }: Parts): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) {
      const copy = [...node];
      const visit = (index: number, at: Parts) => {
        path.push(index);
        copy[index] = inside(copy[index], at);
        path.pop();
      };
      for (const [part, at] of parts)
        if (part === '*') for (let index = 0; index < copy.length; index++) visit(index, at);
        else if (Number(part) < copy.length) visit(Number(part), at);
      return copy;
    }
    const members = node as Record<string, unknown>;
    const gone = [...parts].filter(([name, { isEnd }]) => isEnd && Object.hasOwn(members, name) && members[name] === null);
    const names = new Set(gone.map(([name]) => name));
    for (const name of names) if (nulls.length < mostErrors) nulls.push(formatPointer([...path, name]));
    // To take members out of a copy would make it slow to read.
    const copy = names.size === 0 ? { ...members } : Object.fromEntries(Object.entries(members).filter(([name]) => !names.has(name)));
    for (const [name, at] of parts) {
      if (at.parts.size === 0 || !Object.hasOwn(copy, name)) continue;
      path.push(name);
      copy[name] = inside(copy[name], at);
      path.pop();
    }
    return copy;
  };
  return { value: inside(value, partsOf(pointers)), nulls };
}
