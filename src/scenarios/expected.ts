/** Compares values with what a condition asks for. */
import { checked, isPattern, matches, parsePattern, ReadPattern } from './pattern/pattern.js';
import type { Expected } from './scenario.js';

export type Holds = (value: unknown) => boolean;

/**
 * How a plain value is compared. `contained`: a text is a part of the other; `equal`: the same value; `wire`: the same where all values come as
 * texts, as in a query.
 */
export type Comparison = 'contained' | 'equal' | 'wire';

/** @throws Error for a pattern that is none */
export function compileExpected(expected: Expected | ReadPattern, comparison: Comparison): Holds {
  if (expected === null) return (value) => value === undefined || value === null;
  if (expected instanceof RegExp) return onText(checked(expected));
  if (expected instanceof ReadPattern) return onText(expected);
  if (typeof expected === 'string') {
    if (isPattern(expected)) return onText(parsePattern(expected));
    return comparison === 'contained' ? (value) => typeof value === 'string' && value.includes(expected) : (value) => value === expected;
  }
  if (isList(expected)) {
    const alternatives = expected.map((alternative) => compileExpected(alternative, comparison));
    return (value) => alternatives.some((holds) => holds(value));
  }
  if (typeof expected === 'object') {
    const members = Object.entries(expected).map(([name, member]) => [name, compileExpected(member, comparison)] as const);
    return (value) => typeof value === 'object' && value !== null && members.every(([name, holds]) => holds(memberOf(value, name)));
  }
  const text = String(expected);
  return comparison === 'wire' ? (value) => value === text : (value) => value === expected;
}

const onText =
  (pattern: RegExp | ReadPattern): Holds =>
  (value) =>
    typeof value === 'string' ? matches(pattern, value) : typeof value === 'number' && matches(pattern, String(value));

const memberOf = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

const isList = (expected: Expected): expected is readonly Expected[] => Array.isArray(expected);
