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

/**
 * Compiles an expression such as `$request.body#/model`, `$request.query.alt` or `$request.path.id`.
 * @throws Error for anything that is not such an expression
 */
export function compileExpression(expression: string): Evaluate<unknown> {
  const body = /^\$request\.body(?:#(\/.*))?$/.exec(expression);
  if (body) {
    const at = compilePointer(body[1] ?? '');
    return (request) => at(request.body);
  }
  const [, place, name] = /^\$request\.(path|query|header)\.(.+)$/.exec(expression) ?? [];
  switch (name === undefined ? undefined : place) {
    case 'path':
      return (request) => request.path[name as string];
    case 'query':
      return (request) => request.query.get(name as string) ?? undefined;
    case 'header':
      return (request) => request.header(name as string) ?? undefined;
    default:
      throw new Error(`Not a runtime expression: ${expression}`);
  }
}

function parseLiteral(text: string): unknown {
  const quoted = /^'(.*)'$/.exec(text);
  return quoted ? quoted[1] : JSON.parse(text);
}

/** Compiles a condition such as `$request.body#/stream == true`. */
export function compileCondition(condition: string): Evaluate<boolean> {
  const [, expression, literal] = /^(\S+)\s*==\s*(.+)$/.exec(condition) ?? [];
  if (expression === undefined || literal === undefined) throw new Error(`Not a condition: ${condition}`);
  const evaluate = compileExpression(expression);
  const expected = parseLiteral(literal.trim());
  return (request) => evaluate(request) === expected;
}
