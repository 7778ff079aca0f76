/** What only the mock on Node.js has: a description to serve, a page made of it, and Prism. */
import type { CoreOptions } from './mock.js';

export type ReadDescription = (form: 'json' | 'yaml') => Promise<string>;

/** Calls `create` when first asked, and keeps what it gave. */
function once<T>(create: () => Promise<T>): () => Promise<T> {
  let created: Promise<T> | undefined;
  return () => {
    created ??= create();
    return created;
  };
}

export function nodeParts(description: ReadDescription): Required<Pick<CoreOptions, 'description' | 'page' | 'prism'>> {
  const html = once(async () => (await import('./reference/page.js')).referencePage(JSON.parse(await description('json'))));
  return {
    description,
    async page() {
      const { body, policy } = await html();
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }, body };
    },
    prism: once(async () => (await import('./prism.js')).createPrism(await description('json'))),
  };
}
