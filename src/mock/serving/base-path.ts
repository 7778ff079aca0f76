/** The whole mock below a path. */
import { below, pathBelow } from '../../http/below.js';
import type { HttpRequest, HttpResponse } from '../../http/message.js';
import type { Refuse } from '../../http/server/refusal.js';

interface Responding {
  respond(request: HttpRequest): Promise<HttpResponse>;
  refuse: Refuse;
}

/** @param basePath such as `/api` */
export function belowBasePath({ respond, refuse }: Responding, basePath: string): Responding {
  return {
    async respond(request) {
      const path = pathBelow(request.path, basePath);
      if (path !== undefined) return respond(below(request, basePath, path));
      // Of a page from elsewhere, the browser asks first whether it may, and reads no word of what is refused then.
      if (request.method === 'OPTIONS') return respond(request);
      const message = `there is nothing at ${request.path}: this mock is below ${basePath}, so that it would be ${basePath}${request.path}`;
      return refuse({ status: 404, message }, request);
    },
    refuse(refusal, request) {
      const path = request && pathBelow(request.path, basePath);
      return refuse(refusal, path === undefined ? request : below(request as HttpRequest, basePath, path));
    },
  };
}
