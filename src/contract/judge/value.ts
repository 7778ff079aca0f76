/**
 * The judgement of a JSON value. Clients that are made from types with optional members write `null` where they mean that a member is
 * absent; such a member counts as absent, if it may be.
 */
import { cloneJson } from '../clone.js';
import { formatPointer, getAt, parsePointer } from '../pointer.js';
import type { Validate, ValidationError } from './validate.js';

export interface JudgedValue {
  /** The value as it counts: without the members that are null in place of absent. */
  value: unknown;
  errors: readonly ValidationError[];
  /** JSON pointers of the members that were left out. */
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
  let judged = { value, errors: validate.errors ?? [] };
  for (let round = 0; round < rounds; round++) {
    const back = missing(judged.errors).filter((pointer) => nulls.delete(pointer));
    for (const pointer of back) needed.add(pointer);
    const found = judged.errors.filter(({ instancePath }) => !needed.has(instancePath) && isNullMember(judged.value, instancePath));
    for (const { instancePath } of found) nulls.add(instancePath);
    if (back.length + found.length === 0) break;
    const copy = without(value, nulls);
    judged = { value: copy, errors: validate(copy) ? [] : (validate.errors ?? []) };
  }
  return { ...judged, nulls: [...nulls] };
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

function without(value: unknown, pointers: ReadonlySet<string>): unknown {
  const copy = cloneJson(value);
  for (const pointer of pointers) {
    const parts = parsePointer(pointer);
    const name = parts.pop() as string;
    delete (getAt(copy, formatPointer(parts)) as Record<string, unknown>)[name];
  }
  return copy;
}
