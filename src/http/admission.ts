/**
 * Who may ask a server what it tells of itself: not a page of somewhere else, which calls through the browser of whoever runs the server. What the
 * server stands for is open to all.
 */
import { isLoopback } from './loopback.js';
import type { HttpRequest } from './message.js';

export type Caller = Pick<HttpRequest, 'header' | 'origin' | 'listensOn'>;

const urlOf = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

/** The host that a `Host` header names, without the port; empty for what names none. */
const hostNamed = (header: string): string => (/^[\w.:[\]-]+$/.test(header) ? (urlOf(`http://${header}`)?.hostname ?? '') : '');

const bare = (host: string): string => host.toLowerCase().replace(/\.$/, '');

const isAddress = (host: string): boolean => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(host);

/**
 * Names that nobody can register, so that they lead nowhere but where the local network says: one word, as services have in a network of containers,
 * and what is reserved for such networks.
 */
const isLocalName = (host: string): boolean => /^(?:[^.]+|.+\.(?:local|internal))$/.test(bare(host));

/**
 * Whether a server is called by a name that is its own. A page whose name was made to lead here (DNS rebinding) is of the same origin for its
 * browser; only the name gives it away.
 */
function isOwnHost(host: string, listensOn: string, allowed: readonly string[]): boolean {
  if (isLoopback(host) || allowed.includes(bare(host))) return true;
  return !isLoopback(listensOn) && host !== '' && (isAddress(host) || isLocalName(host));
}

/** The origin of a page, where it is not of this machine, of the server itself, or of a host that is allowed. */
function foreignPage(caller: Caller, allowed: readonly string[]): string | undefined {
  const said = caller.header('origin');
  // Where a browser says no origin, it may say that the page is of another site; who follows a link reads it alone.
  if (said === undefined) {
    const isForeign = caller.header('sec-fetch-site') === 'cross-site' && caller.header('sec-fetch-mode') !== 'navigate';
    return isForeign ? 'another site' : undefined;
  }
  const page = urlOf(said);
  if (page === undefined || page.host === '') return said;
  const isNear = isLoopback(page.hostname) || allowed.includes(bare(page.hostname)) || page.host === urlOf(caller.origin)?.host;
  return isNear ? undefined : said;
}

/**
 * Why a request may not ask what the server tells of itself; `undefined` where it may.
 * @param allowHosts names of hosts that the server and pages may have besides
 */
export function whyRefused(caller: Caller, allowHosts: readonly string[] = []): string | undefined {
  const allowed = allowHosts.map((name) => bare(hostNamed(name))).filter((name) => name !== '');
  const { listensOn } = caller;
  const named = caller.header('host');
  if (named !== undefined && listensOn !== undefined) {
    const host = hostNamed(named);
    if (!isOwnHost(host, listensOn, allowed))
      return `this is not asked by way of ${named}; --allow-host ${host === '' ? '<name>' : host} allows it`;
  }
  const page = foreignPage(caller, allowed);
  return page === undefined
    ? undefined
    : `a page of ${page} may not ask this; one of this machine, or of the server itself, may, and --allow-host <name> allows others`;
}
