/** What only the mock on Node.js has: a description to serve, a page made of it, and Prism. Its code is all there from the start. */

import { refuseNear } from '../contract/errors/near.js';
import { addCors } from '../http/cors.js';
import type { HttpRequest } from '../http/message.js';
import type { Refuse, ServerRefusal } from '../http/server/refusal.js';
import { ofSession } from '../http/session-path.js';
import { visibleError } from '../http/visible-text.js';
import { inTurn } from '../in-turn.js';
import { refusedRecord } from '../journal/refused.js';
import { withOwnServer } from '../reference/own-server.js';
import { type ServedPage, serveOwnPage } from '../reference/serve.js';
import { type Core, type CoreOptions, isOwnPath, tell } from './core.js';
import { RefusedRequest } from './engine/exchange.js';
import { makeUp } from './engine/made-up.js';
import { readPreferences } from './engine/preferences.js';
import { answerByPrism } from './engine/prism-engine.js';
import type { MockState } from './engine/state.js';
import { identify } from './identify.js';
import { Jobs } from './jobs/jobs.js';
import { isMissing, prismMissing } from './prism/installed.js';
import type { Prism } from './prism/instance.js';
import { deliverFromNode } from './tasks/deliver-node.js';

export type ReadDescription = (form: 'json' | 'yaml') => Promise<string>;

/** One for all mocks of a description: it takes a while to make, and keeps nothing of a request. */
const prisms = new WeakMap<ReadDescription, Promise<Prism>>();

/**
 * Each part is made when it is first asked for, since most runs of a mock ask for none.
 * @param servePage gives the page of the description; by default that of the package
 */
export function nodeParts(
  description: ReadDescription,
  servePage: () => Promise<ServedPage> = serveOwnPage,
): Required<
  Pick<
    CoreOptions,
    'description' | 'page' | 'prism' | 'prismEngine' | 'makeUp' | 'createJobs' | 'identify' | 'loadPatterns' | 'onInternalError'
  >
> {
  let page: Promise<ServedPage> | undefined;
  return {
    description: async (form, url) => withOwnServer(await description(form), form, url),
    async page(request) {
      page ??= servePage();
      return (await page).get(request.path)?.(request);
    },
    prism() {
      const prism =
        prisms.get(description) ??
        inTurn(() => import('./prism/instance.js'))
          .then(async ({ createPrism }) => createPrism(await description('json')))
          .catch((error) => {
            throw isMissing(error) ? new RefusedRequest({ status: 400, message: prismMissing('this') }) : error;
          });
      prisms.set(description, prism);
      return prism;
    },
    prismEngine: answerByPrism,
    makeUp,
    identify,
    loadPatterns: async () => (await inTurn(() => import('../scenarios/pattern/linear.js'))).readLinear,
    onInternalError: (error) => console.error(visibleError(error)),
    createJobs: (state) => new Jobs(state, deliverFromNode),
  };
}

/** Answers what a server does not let in, in the words of the path, and notes it. */
export const refuseAtDoor =
  ({ state }: Core): Refuse =>
  (refusal, received) => {
    const { contract } = state;
    const request = received && ofSession(received);
    const response = refuseNear(contract, request?.path, refusal);
    response.headers['x-nexconn-contract'] = contract.build;
    if (!request) return response;
    addCors(response.headers, request);
    if (!isOwnPath(request.path)) noteRefused(state, request, refusal);
    return response;
  };

/** What it prefers says of which session it is, as it does for all others. */
function noteRefused(state: MockState, request: HttpRequest, refusal: ServerRefusal): void {
  const session = readPreferences(request)?.values.session ?? request.session;
  const record = refusedRecord(request, refusal, state.now(), session);
  state.journal.add(record);
  tell(state, record);
}
