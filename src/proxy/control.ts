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
  // What passes belongs to no session, so that none is asked for.
  const all: Pick<Journal, 'list' | 'clear'> = {
    list: ({ session: _, ...filter } = {}) => journal.list(filter),
    clear: () => journal.clear(),
  };
  const routes = controlRoutes(all, coverage);
  return async (request) => {
    const { method, path } = request;
    const answer = routes.get(path.slice(prefix.length))?.get(method);
    if (answer) return answer(request);
    return controlJson({ message: `no such path: ${method} ${path}`, paths: Array.from(routes.keys(), (name) => prefix + name) }, 404);
  };
}
