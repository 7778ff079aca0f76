/** What answers keep of what is asked for (`x-asked`), as the check of exchanges reads it. */
import type { AskedOf } from '../../../src/contract/prepared/asked.js';
import type { Document } from '../../lib/document.js';

/** By protocol. Where it is known from is for readers of the description. */
export const prepareAsked = (document: Document): Record<string, AskedOf> =>
  Object.fromEntries(
    Object.entries<AskedOf & { 'x-docs'?: unknown }>(document['x-asked'] ?? {}).map(([protocol, { 'x-docs': _, ...asked }]) => [
      protocol,
      asked,
    ]),
  );
