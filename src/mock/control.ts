/** What the mock tells about itself, under `/__mock/`, and the description that it serves. */
import type { PreparedContract } from '../contract/prepared.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import type { MockState } from './state.js';

export interface ControlActions {
  reset(session: string | undefined): Promise<void>;
  /** Text of the description; absent where none is at hand, as in a browser. */
  description?: (form: 'json' | 'yaml') => Promise<string>;
  /** The page at `/`; absent likewise. */
  page?: (contract: PreparedContract) => Promise<HttpResponse>;
  started: number;
}

const json = (value: unknown, status = 200): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value, null, 2),
});

const notAllowed = (allow: string): HttpResponse => ({
  ...json({ message: `allowed: ${allow}` }, 405),
  headers: { 'content-type': 'application/json', allow },
});

/** Answers the mock's own paths; `undefined` for all others. */
export async function serveControl(state: MockState, actions: ControlActions, request: HttpRequest): Promise<HttpResponse | undefined> {
  const { method, path, query } = request;
  const reads = method === 'GET' || method === 'HEAD';
  switch (path) {
    case '/':
      return reads ? actions.page?.(state.contract) : undefined;
    case '/openapi.json':
    case '/openapi.yaml': {
      if (!reads || !actions.description) return undefined;
      const form = path.endsWith('json') ? 'json' : 'yaml';
      return {
        status: 200,
        headers: { 'content-type': form === 'json' ? 'application/json' : 'application/yaml' },
        body: await actions.description(form),
      };
    }
    case '/__mock/health': {
      const { title, version, hash, build, operations } = state.contract;
      return reads
        ? json({ status: 'ok', title, version, hash, build, operations: operations.length, uptime: (state.now() - actions.started) / 1000 })
        : notAllowed('GET');
    }
    case '/__mock/requests': {
      const session = query.get('session') ?? undefined;
      if (method === 'DELETE') {
        state.journal.clear(session);
        return { status: 204, headers: {}, body: null };
      }
      if (!reads) return notAllowed('GET, DELETE');
      const status = query.get('status');
      const operation = query.get('operation');
      return json(
        state.journal.list({
          ...(operation !== null && { operation }),
          ...(status !== null && { status: Number(status) }),
          ...(session !== undefined && { session }),
        }),
      );
    }
    case '/__mock/coverage':
      return reads ? json(state.coverage.report()) : notAllowed('GET');
    case '/__mock/reset':
      if (method !== 'POST') return notAllowed('POST');
      await actions.reset(query.get('session') ?? undefined);
      return { status: 204, headers: {}, body: null };
    default:
      return path.startsWith('/__mock/')
        ? json(
            { message: `no such path: ${path}`, paths: ['health', 'requests', 'coverage', 'reset'].map((name) => `/__mock/${name}`) },
            404,
          )
        : undefined;
  }
}
