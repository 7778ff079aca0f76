/** What the proxy tells about itself, under `/__proxy/`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Checker } from '../check/checker.js';
import type { Journal } from '../journal/journal.js';

const prefix = '/__proxy/';

/** Answers the proxy's own paths; false for all others. */
export function serveControl(
  { method = 'GET', url = '/' }: IncomingMessage,
  outgoing: ServerResponse,
  journal: Journal,
  checker: Checker,
): boolean {
  if (!url.startsWith(prefix)) return false;
  const { pathname, searchParams } = new URL(url, 'http://proxy');
  const send = (status: number, value?: unknown) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    outgoing.end(value === undefined ? undefined : JSON.stringify(value, null, 2));
    return true;
  };
  switch (`${method} ${pathname.slice(prefix.length)}`) {
    case 'GET health': {
      const { title, version, hash } = checker.parts.contract;
      return send(200, { status: 'ok', title, version, hash });
    }
    case 'GET requests': {
      const status = searchParams.get('status');
      const operation = searchParams.get('operation');
      return send(200, journal.list({ ...(operation !== null && { operation }), ...(status !== null && { status: Number(status) }) }));
    }
    case 'DELETE requests':
      journal.clear();
      return send(204);
    case 'GET coverage':
      return send(200, checker.coverage.report());
    default:
      return send(404, {
        message: `no such path: ${method} ${pathname}`,
        paths: ['health', 'requests', 'coverage'].map((name) => prefix + name),
      });
  }
}
