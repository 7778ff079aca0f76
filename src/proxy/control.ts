/** What the proxy tells about itself, under `/__proxy/`. */
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { controlJson, controlRoutes } from '../journal/control.js';
import type { Coverage } from '../journal/coverage.js';
import type { Journal } from '../journal/journal.js';

const prefix = '/__proxy/';

/** Whether the target of a request is one of the proxy's own paths. */
export const isOwn = (url = ''): boolean => url.startsWith(prefix);

/** Answers the proxy's own paths. */
export function createControl(journal: Journal, coverage: Coverage): (request: HttpRequest) => Promise<HttpResponse> {
  const routes = controlRoutes(journal, coverage);
  return async (request) => {
    const { method, path } = request;
    const answer = routes.get(path.slice(prefix.length))?.get(method);
    if (answer) return answer({ query: ofAll(request.query), text: () => request.text() });
    return controlJson({ message: `no such path: ${method} ${path}`, paths: Array.from(routes.keys(), (name) => prefix + name) }, 404);
  };
}

/** What passes belongs to no session, so that none is asked for. */
function ofAll(query: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(query);
  all.delete('session');
  return all;
}
