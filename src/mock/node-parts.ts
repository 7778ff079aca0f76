/** What only the mock on Node.js has: a description to serve, a page made of it, and Prism. */

import type { ReferencePage } from '../reference/page.js';
import type { CoreOptions } from './core.js';
import type { Prism } from './prism.js';

export type ReadDescription = (form: 'json' | 'yaml') => Promise<string>;

/** Each part is made when it is first asked for, since most runs of a mock ask for none. */
export function nodeParts(description: ReadDescription): Required<Pick<CoreOptions, 'description' | 'page' | 'prism'>> {
  let page: Promise<ReferencePage> | undefined;
  let prism: Promise<Prism> | undefined;
  return {
    description,
    async page(contract) {
      page ??= import('../reference/page.js').then(async ({ referencePage }) =>
        referencePage(JSON.parse(await description('json')), contract),
      );
      const { body, policy } = await page;
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }, body };
    },
    prism() {
      prism ??= import('./prism.js').then(async ({ createPrism }) => createPrism(await description('json')));
      return prism;
    },
  };
}
