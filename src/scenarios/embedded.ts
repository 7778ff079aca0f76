/** Expressions in the texts of an answer: `{$conversation#/…}` and `{$request.…}` stand for what the request says. */
import { compileExpression } from '../contract/expression.js';
import { compilePointer } from '../contract/pointer.js';
import type { Json } from '../contract/prepared/json.js';
import type { ScenarioRequest } from './request.js';

/** Takes the place of an expression. */
type Value = (request: ScenarioRequest) => unknown;

/** A value of an answer, made this request's own. */
export type Fill<T> = (request: ScenarioRequest, warn: (text: string) => void) => T;

const marked = /\{\$(?:\$|((?:conversation|request)[^{}]*)\})/g;

const whole = /^\{\$(?:conversation|request)[^{}]*\}$/;

/** Whether a value is one expression, which takes the type of what it stands for. */
export const isExpression = (value: unknown): boolean => typeof value === 'string' && whole.test(value);

/** The expressions in a text, each without its braces. */
export const expressionsIn = (text: string): string[] =>
  Array.from(text.matchAll(marked), ([, expression]) => expression).filter((expression) => expression !== undefined);

/** What stands in braces as an expression does, and is none. */
export const bracesIn = (text: string): string[] =>
  Array.from(text.matchAll(/\{\$(?:\$|([a-z][\w.#/-]*)\})/gi), ([, name]) => name).filter(
    (name) => name !== undefined && !/^(?:conversation|request)/.test(name),
  ) as string[];

/** A value with something else in the place of what its expressions stand for. */
export function withStandIns(value: unknown, standIn: unknown): unknown {
  if (typeof value === 'string') {
    if (isExpression(value)) return standIn;
    return value.replace(marked, (_, expression?: string) => (expression === undefined ? '{$' : 'text'));
  }
  if (Array.isArray(value)) return value.map((item) => withStandIns(item, standIn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withStandIns(member, standIn)]));
}

/** @throws Error for an expression that is none */
function compileValue(expression: string): Value {
  const conversation = /^conversation(?:#(\/.*)?)?$/.exec(expression);
  if (!conversation) return compileOfRequest(expression);
  const at = compilePointer(conversation[1] ?? '');
  return (request) => at(request.conversation);
}

function compileOfRequest(expression: string): Value {
  try {
    const evaluate = compileExpression(`$${expression}`);
    return (request) => evaluate(request.context);
  } catch {
    throw new Error(
      `{$${expression}} is no expression; write {$conversation#/…} or {$request.body#/…}, {$request.query.…}, {$request.path.…}, {$request.header.…}`,
    );
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whether a text holds an expression, or writes one down. */
const isMarked = (text: string): boolean => text.includes('{$');

function compileText(text: string): Fill<Json> {
  const plain: string[] = [];
  const values: { expression: string; value: Value | undefined }[] = [];
  let from = 0;
  for (const { 0: found, 1: expression, index } of text.matchAll(marked)) {
    plain.push(text.slice(from, index));
    values.push(expression === undefined ? { expression: '{$', value: undefined } : { expression, value: compileValue(expression) });
    from = index + found.length;
  }
  plain.push(text.slice(from));
  const given = ({ expression, value }: (typeof values)[number], request: ScenarioRequest, warn: (text: string) => void): unknown => {
    if (!value) return expression;
    const found = value(request);
    if (found === undefined) warn(`{$${expression}} stands for nothing here, and was left empty`);
    return found ?? (found === undefined ? '' : null);
  };
  const [only] = values;
  if (only?.value && values.length === 1 && plain.every((part) => part === ''))
    return (request, warn) => given(only, request, warn) as Json;
  return (request, warn) => {
    let filled = plain[0] ?? '';
    for (const [index, value] of values.entries()) filled += textOf(given(value, request, warn)) + plain[index + 1];
    return filled;
  };
}

/**
 * Prepares a value. What has no expression in it is given as it is, for all requests the same.
 * @throws Error for an expression that is none
 */
export function compileEmbedded<T>(value: T): Fill<T> {
  const fill = compile(value);
  return fill ? (fill as Fill<T>) : () => value;
}

function compile(value: unknown): Fill<unknown> | undefined {
  if (typeof value === 'string') return isMarked(value) ? compileText(value) : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  const members = Object.entries(value).map(([name, member]) => [name, member, compile(member)] as const);
  if (members.every(([, , fill]) => fill === undefined)) return undefined;
  return (request, warn) => {
    const filled: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
    for (const [name, member, fill] of members) (filled as Record<string, unknown>)[name] = fill ? fill(request, warn) : member;
    return filled;
  };
}
