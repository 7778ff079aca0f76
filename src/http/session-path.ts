/** Base URLs that say to which session their requests belong, for clients that cannot set headers. */
import { below } from './below.js';
import type { HttpRequest } from './message.js';

const form = /^\/__session\/([^/]+)(?=\/|$)/;

/** The path without such a base URL. */
export const pathInSession = (path: string): string => (path.startsWith('/__') ? path.replace(form, '') || '/' : path);

/** As it may stand in an address. */
const encoded = (session: string): string => {
  try {
    return encodeURIComponent(session);
  } catch {
    // Half of a character, which stands for none.
    return encodeURIComponent(session.replace(/[\ud800-\udfff]/g, '\ufffd'));
  }
};

/** The request below such a base URL, as it is without it; any other as it came. Addresses that are handed out stay below the base URL. */
export function ofSession(request: HttpRequest): HttpRequest {
  const [prefix, name] = form.exec(request.path) ?? [];
  if (prefix === undefined || name === undefined) return request;
  const session = decoded(name);
  return Object.assign(below(request, `/__session/${encoded(session)}`, pathInSession(request.path)), { session });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
