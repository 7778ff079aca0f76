/** What the mock tells about itself, under `/__mock/`, and the description that it serves. */
import { addCors } from '../http/cors.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import {
  type ControlRequest,
  controlDone,
  controlFailure,
  controlJson,
  controlRoutes,
  readiness,
  refuseStranger,
} from '../journal/control.js';
import { partsFolder } from '../reference/files.js';
import { mediaFolder } from './answer/media.js';
import { serveMedia } from './answer/media-file.js';
import { clockRoutes } from './clock/routes.js';
import { RefusedRequest } from './engine/exchange.js';
import type { MockState } from './engine/state.js';
import { holdRoutes } from './hold-routes.js';
import { preflight } from './preflight.js';
import { scenarioRoutes } from './scenario-routes.js';
import type { OwnScenarios } from './scenarios/late.js';

export interface ControlActions {
  reset(session: string | undefined): Promise<void>;
  /** Text of the description, for a caller that used this address; absent where none is at hand, as in a browser. */
  description?: (form: 'json' | 'yaml', url: string) => Promise<string>;
  /** The page at `/`, and its parts; `undefined` for a part that there is not. Absent likewise. */
  page?: (request: HttpRequest) => Promise<HttpResponse | undefined>;
  /** By `performance.now()`. */
  started: number;
}

const prefix = '/__mock/';

export type Control = (request: HttpRequest) => Promise<HttpResponse | undefined>;

/** Answers the mock's own paths; `undefined` for all others. */
export function createControl(state: MockState, actions: ControlActions, scenarios: OwnScenarios): Control {
  const { contract, journal, coverage, store } = state;
  const { build, operations } = contract;
  const routes = controlRoutes(journal, coverage, async () => ({
    build,
    operations: operations.length,
    uptime: (performance.now() - actions.started) / 1000,
    store: await health(store),
  }));
  const reset = async ({ query }: ControlRequest) => {
    await actions.reset(query.get('session') ?? undefined);
    return controlDone();
  };
  routes.set('ready', new Map([['GET', async () => readiness(await whyNotReady(store, scenarios))]]));
  routes.set('reset', new Map([['POST', reset]]));
  routes.set('scenarios', scenarioRoutes(scenarios));
  routes.set('holds', holdRoutes(scenarios));
  routes.set('clock', clockRoutes(state));

  async function answerTo(request: HttpRequest): Promise<HttpResponse | undefined> {
    const { method, path } = request;
    const answered = method === 'HEAD' ? 'GET' : method;
    const file = (await scenarios.serve(request)) ?? serveMedia(request);
    if (file) return file;
    const part = answered === 'GET' && path.startsWith(partsFolder) ? await actions.page?.(request) : undefined;
    if (part) return part;
    if (!path.startsWith(prefix)) return answered === 'GET' ? serveDescription(request, actions) : undefined;
    const methods = routes.get(path.slice(prefix.length));
    if (!methods) return controlJson({ message: `no such path: ${path}`, paths: Array.from(routes.keys(), (name) => prefix + name) }, 404);
    const answer = methods.get(answered);
    if (answer) return answer({ query: queryOf(request), text: () => request.text() });
    const allow = [...methods.keys()].join(', ');
    return { ...controlJson({ message: `allowed: ${allow}` }, 405), headers: { 'content-type': 'application/json', allow } };
  }

  return async (request) => {
    // That there is such a refusal is nothing that a page should read either.
    const refused = isTold(request.path) ? refuseStranger(request, state.options.allowHosts) : undefined;
    const allowed = refused ?? preflight(request);
    if (allowed) return allowed;
    const response = await answerTo(request).catch((error) => inWords(state, error));
    if (response) addCors(response.headers, request);
    return response;
  };
}

/** What tells of others, unlike the files that answers lead to, which stand for those of the gateway. */
const isTold = (path: string): boolean => path.startsWith(prefix) && !path.startsWith(mediaFolder);

/** Why requests would not be answered as they should be; `undefined` where they would. */
async function whyNotReady(store: MockState['store'], scenarios: OwnScenarios): Promise<string | undefined> {
  try {
    await scenarios.ready();
  } catch (error) {
    return (error as Error).message;
  }
  const state = await health(store);
  return state === 'ok' ? undefined : `the store does not answer: ${state}`;
}

/** @returns `ok`, or why it does not answer */
async function health(store: MockState['store']): Promise<string> {
  try {
    await store.getItem('health');
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  }
}

/** What cannot be done now, as where the store is away, is said; so is that the mock is at fault. */
function inWords({ onInternalError }: MockState, error: unknown): HttpResponse {
  if (!(error instanceof RefusedRequest)) {
    onInternalError(error);
    return controlFailure('the mock', error);
  }
  const { status, headers } = error.refusal;
  const response = controlJson({ message: error.message }, status);
  return { ...response, headers: { ...response.headers, ...headers } };
}

/** Below the base URL of a session all is about that session. */
function queryOf({ query, session }: HttpRequest): URLSearchParams {
  if (session === undefined || query.has('session')) return query;
  return new URLSearchParams([...query, ['session', session]]);
}

async function serveDescription(request: HttpRequest, { page, description }: ControlActions) {
  const { path, origin } = request;
  if (path === '/') return page?.(request);
  const form = /^\/openapi\.(json|yaml)$/.exec(path)?.[1] as 'json' | 'yaml' | undefined;
  if (!form || !description) return undefined;
  return { status: 200, headers: { 'content-type': `application/${form}` }, body: await description(form, origin) };
}
