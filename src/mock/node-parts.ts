/** What only the mock on Node.js has: a description to serve, a page made of it, and Prism. Its code is all there from the start. */

import { refuseNear } from '../contract/errors/near.js';
import type { PreparedContract } from '../contract/prepared.js';
import { addCors } from '../http/cors.js';
import type { Refuse } from '../http/server/refusal.js';
import { inTurn } from '../in-turn.js';
import { withOwnServer } from '../reference/own-server.js';
import { type ServedPage, serveOwnPage } from '../reference/serve.js';
import type { CoreOptions } from './core.js';
import { RefusedRequest } from './engine/exchange.js';
import { makeUp } from './engine/made-up.js';
import { answerByPrism } from './engine/prism-engine.js';
import { identify } from './identify.js';
import { Jobs } from './jobs/jobs.js';
import { isMissing, prismMissing } from './prism/installed.js';
import type { Prism } from './prism/instance.js';
import { pathInSession } from './serving/session-path.js';
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
): Required<Pick<CoreOptions, 'description' | 'page' | 'prism' | 'prismEngine' | 'makeUp' | 'createJobs' | 'identify' | 'loadPatterns'>> {
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
    createJobs: (state) => new Jobs(state, deliverFromNode),
  };
}

/** Answers what a server does not let in, in the words of the path. */
export const refuseAtDoor =
  (contract: PreparedContract): Refuse =>
  (refusal, request) => {
    const response = refuseNear(contract, request && pathInSession(request.path), refusal);
    response.headers['x-nexconn-contract'] = contract.build;
    if (request) addCors(response.headers, request);
    return response;
  };
