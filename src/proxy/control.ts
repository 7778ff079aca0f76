/** What the proxy tells about itself, under `/__proxy/`. */
import { addCors } from '../http/cors.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { type ControlRoutes, controlFailure, controlJson, refuseStranger } from '../journal/control.js';
import { preflight } from '../mock/preflight.js';
import { ownPath, prefix } from './own-path.js';

/**
 * Answers the proxy's own paths.
 * @param allowHosts names of hosts by which they may be asked, besides those of this machine
 * @param failed told what went wrong, where the proxy is at fault
 */
export function createControl(
  routes: ControlRoutes,
  allowHosts: readonly string[],
  failed: (error: unknown) => void,
): (request: HttpRequest) => Promise<HttpResponse> {
  const paths = Array.from(routes.keys(), (name) => prefix + name);
  const answerTo = async (request: HttpRequest): Promise<HttpResponse> => {
    const { method } = request;
    const path = ownPath(request.path) ?? request.path;
    const answer = path.startsWith(prefix) ? routes.get(path.slice(prefix.length))?.get(method === 'HEAD' ? 'GET' : method) : undefined;
    if (!answer) return controlJson({ message: noSuch(method, path), paths }, 404);
    return answer({ query: ofAll(request.query), text: () => request.text() });
  };
  return async (request) => {
    const refused = refuseStranger(request, allowHosts) ?? preflight(request);
    if (refused) return refused;
    const response = await answerTo(request).catch((error) => {
      failed(error);
      return controlFailure('the proxy', error);
    });
    addCors(response.headers, request);
    return response;
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
