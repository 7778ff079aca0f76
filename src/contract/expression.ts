/** Runtime expressions of OpenAPI and Arazzo, and conditions made of one, `==` and a literal. */
import { compilePointer } from './pointer.js';

/** The parts of a request that an expression can name. */
export interface ExpressionContext {
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  header(name: string): string | null | undefined;
  body: unknown;
}

export type Evaluate<T> = (request: ExpressionContext) => T;

/** What an expression names: a JSON pointer into the body, or a parameter. */
export type ParsedExpression = { place: 'body'; pointer: string } | { place: 'path' | 'query' | 'header'; name: string };

/**
 * Parses an expression such as `$request.body#/model`, `$request.query.alt` or `$request.path.id`.
 * @throws Error for anything that is not such an expression
 */
export function parseExpression(expression: string): ParsedExpression {
  const body = /^\$request\.body(?:#(\/.*))?$/.exec(expression);
  if (body) return { place: 'body', pointer: body[1] ?? '' };
  const [, place, name] = /^\$request\.(path|query|header)\.(.+)$/.exec(expression) ?? [];
  if (name === undefined) throw new Error(`Not a runtime expression: ${expression}`);
  return { place: place as 'path' | 'query' | 'header', name };
}

/**
 * Compiles an expression.
 * @throws Error for anything that {@link parseExpression} does not take
 */
export function compileExpression(expression: string): Evaluate<unknown> {
  const parsed = parseExpression(expression);
  switch (parsed.place) {
    case 'body': {
      const at = compilePointer(parsed.pointer);
      return (request) => at(request.body);
    }
    case 'path':
      return (request) => request.path[parsed.name];
    case 'query':
      return (request) => request.query.get(parsed.name) ?? undefined;
    case 'header':
      return (request) => request.header(parsed.name) ?? undefined;
  }
}

function parseLiteral(text: string): unknown {
  const quoted = /^'(.*)'$/.exec(text);
  return quoted ? quoted[1] : JSON.parse(text);
}

/**
 * Parses a condition such as `$request.body#/stream == true`.
 * @throws Error for anything that is not an expression, `==` and a literal
 */
export function parseCondition(condition: string): { expression: string; literal: unknown } {
  const [, expression, literal] = /^(\S+)\s*==\s*(.+)$/.exec(condition) ?? [];
  if (expression === undefined || literal === undefined) throw new Error(`Not a condition: ${condition}`);
  return { expression, literal: parseLiteral(literal.trim()) };
}

/** Compiles a condition. */
export function compileCondition(condition: string): Evaluate<boolean> {
  const { expression, literal } = parseCondition(condition);
  const evaluate = compileExpression(expression);
  return (request) => evaluate(request) === literal;
}
