/** Pages of somewhere else, which call the mock through the browser of whoever runs it. */
import { isLoopback } from './loopback.js';
import type { HttpRequest } from './message.js';

/** Empty where it is no address, such as the origin `null` of a page in a sandbox. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : '');

/**
 * The origin of a page that is neither of this machine nor of the host that it calls; `undefined` for all others, and for what is no page.
 * Such a page may call what the mock stands for, but is not to read what others sent or to say how they are answered.
 */
export function foreignPage(request: Pick<HttpRequest, 'header' | 'origin'>): string | undefined {
  const page = request.header('origin');
  if (page === undefined) return undefined;
  const host = hostOf(page);
  const isNear = isLoopback(host) || host.endsWith('.localhost') || (host !== '' && host === hostOf(request.origin));
  return isNear ? undefined : page;
}
