/** What the proxy tells about itself, under `/__proxy/`. */
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { type ControlRoutes, controlJson, refuseForeignPage } from '../journal/control.js';
import { ownPath, prefix } from './own-path.js';

/** Answers the proxy's own paths. */
export function createControl(routes: ControlRoutes): (request: HttpRequest) => Promise<HttpResponse> {
  const paths = Array.from(routes.keys(), (name) => prefix + name);
  return async (request) => {
    const { method } = request;
    const path = ownPath(request.path) ?? request.path;
    const answer = path.startsWith(prefix) ? routes.get(path.slice(prefix.length))?.get(method === 'HEAD' ? 'GET' : method) : undefined;
    if (!answer) return controlJson({ message: noSuch(method, path), paths }, 404);
    return refuseForeignPage(request) ?? answer({ query: ofAll(request.query), text: () => request.text() });
  };
}

const noSuch = (method: string, path: string): string =>
  path.startsWith(prefix)
    ? `no such path: ${method} ${path}`
    : `no such path: ${method} ${path}; this is a proxy, whose own paths are below ${prefix}`;

/** What passes belongs to no session, so that none is asked for. */
function ofAll(query: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(query);
  all.delete('session');
  return all;
}
