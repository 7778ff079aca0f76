/** Requests to what stands below a path. */
import type { HttpRequest } from './message.js';

/** The path without its beginning; `undefined` for one that is not below. */
export function pathBelow(path: string, prefix: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : undefined;
}

/** The request as it is without the beginning of its path. Addresses that are handed out stay below that. */
export const below = (request: HttpRequest, prefix: string, path: string): HttpRequest => ({
  method: request.method,
  path,
  query: request.query,
  header: (name) => request.header(name),
  headers: () => request.headers(),
  text: () => request.text(),
  get origin() {
    return request.origin + prefix;
  },
  get signal() {
    return request.signal;
  },
  get listensOn() {
    return request.listensOn;
  },
});
