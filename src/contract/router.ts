/** Finds the operation of a request. */
import { escapePattern } from './escape-pattern.js';
import type { PreparedOperation } from './prepared.js';

export type RouteMatch<T> =
  | { kind: 'operation'; operation: T; params: Record<string, string> }
  /** The path exists, the method does not; `allowed` are those that do. */
  | { kind: 'method'; allowed: string[]; operations: T[] }
  | { kind: 'none' };

interface Route<T> {
  pattern: RegExp;
  names: string[];
  operations: Map<string, T>;
}

type Routable = Pick<PreparedOperation, 'method' | 'path'>;

/**
 * A template as an anchored pattern. A parameter ends at the next slash, unless a literal follows it in the same segment
 * (`{model}:generateContent`): such a parameter may hold slashes, since model ids do and SDKs send them unescaped.
 */
function toPattern(template: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = template.replace(/\{([^}]+)\}([^/{]?)|[^{]+/g, (part, name: string | undefined, next: string) => {
    if (name === undefined) return escapePattern(part);
    names.push(name);
    return `${next ? '(.+)' : '([^/]+)'}${escapePattern(next)}`;
  });
  return { pattern: new RegExp(`^${source}$`), names };
}

/** What templates are ordered by: more literal segments, and earlier ones, come first. */
const rankOf = (template: string): string =>
  template
    .split('/')
    .map((segment) => (segment.startsWith('{') ? (segment.endsWith('}') ? '2' : '1') : '0'))
    .join('');

/** The templates in the order in which they are tried. */
const inOrder = (templates: Iterable<string>): string[] =>
  [...templates]
    .map((template) => ({ template, rank: rankOf(template) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : b.template.length - a.template.length))
    .map(({ template }) => template);

const none: Record<string, string> = Object.freeze({});

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads the parameters out of the paths that a template describes. */
export function pathPattern(template: string): { match(path: string): Record<string, string> | undefined } {
  const { pattern, names } = toPattern(template);
  return {
    match(path) {
      const found = pattern.exec(path);
      return found ? paramsOf(names, found.slice(1)) : undefined;
    },
  };
}

const paramsOf = (names: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, index) => [name, decode(values[index] ?? '')]));

/** A router over operations; matching a literal path costs one look-up, whatever the number of operations. */
export class Router<T extends Routable> {
  readonly #literal = new Map<string, Route<T>>();
  readonly #templated: Route<T>[] = [];

  constructor(operations: readonly T[]) {
    const byTemplate = new Map<string, T[]>();
    for (const operation of operations) byTemplate.set(operation.path, [...(byTemplate.get(operation.path) ?? []), operation]);
    for (const template of inOrder(byTemplate.keys())) {
      const methods = new Map((byTemplate.get(template) ?? []).map((operation) => [operation.method, operation]));
      const route = { ...toPattern(template), operations: methods };
      if (route.names.length === 0) this.#literal.set(template, route);
      else this.#templated.push(route);
    }
  }

  /** @param path path of the request, as it is on the wire; @param method in upper case */
  match(method: string, path: string): RouteMatch<T> {
    const operation = this.#literal.get(path)?.operations.get(method);
    if (operation) return { kind: 'operation', operation, params: none };
    const found = this.#routes(path);
    for (const { route, values } of found) {
      const operation = route.operations.get(method) ?? (method === 'HEAD' ? route.operations.get('GET') : undefined);
      if (operation) {
        return { kind: 'operation', operation, params: paramsOf(route.names, values) };
      }
    }
    const known = methodsOf(found.flatMap(({ route }) => [...route.operations.values()]));
    return known.operations.length === 0 ? { kind: 'none' } : { kind: 'method', ...known };
  }

  /** The operations of a path, whatever their method. */
  methods(path: string): { allowed: string[]; operations: T[] } {
    return methodsOf(this.#routes(path).flatMap(({ route }) => [...route.operations.values()]));
  }

  #routes(path: string): { route: Route<T>; values: string[] }[] {
    const literal = this.#literal.get(path);
    const found: { route: Route<T>; values: string[] }[] = literal ? [{ route: literal, values: [] }] : [];
    for (const route of this.#templated) {
      const match = route.pattern.exec(path);
      if (match) found.push({ route, values: match.slice(1) });
    }
    return found.length === 0 && /%3a/i.test(path) ? this.#routes(path.replace(/%3a/gi, ':')) : found;
  }
}

function methodsOf<T extends Routable>(operations: T[]): { allowed: string[]; operations: T[] } {
  const methods = operations.map((operation) => operation.method);
  return { allowed: [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)], operations };
}

/** The operations that share the longest beginning of the path, segment by segment; empty when not even the first segment fits. */
export function withLongestPrefix<T extends Routable>(operations: readonly T[], path: string): T[] {
  const segments = path.split('/').slice(1);
  const shared = (template: string) => {
    const parts = template.split('/').slice(1);
    let count = 0;
    while (count < parts.length && count < segments.length && parts[count] === segments[count]) count++;
    return count;
  };
  const best = Math.max(0, ...operations.map((operation) => shared(operation.path)));
  return best === 0 ? [] : operations.filter((operation) => shared(operation.path) === best);
}
