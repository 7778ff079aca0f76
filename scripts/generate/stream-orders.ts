/** In which order the events of streams come, as the check of exchanges reads it. */
import type { StreamOrder } from '../../src/contract/prepared/stream-order.js';
import type { Document } from '../lib/document.js';

/** By protocol. Where they are known from is for readers of the description. */
export const prepareStreamOrders = (document: Document): Record<string, StreamOrder> =>
  Object.fromEntries(
    Object.entries<StreamOrder & { 'x-docs'?: unknown }>(document['x-stream-orders'] ?? {}).map(([protocol, { 'x-docs': _, ...order }]) => [
      protocol,
      order,
    ]),
  );
