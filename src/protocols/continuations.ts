/** How requests go on from an answer that the server keeps, by protocol. Apart from the protocols: only scenarios ask for it. */
import { continuation as messages } from './messages/continuation.js';
import type { Continuation } from './parts/continuation.js';
import { continuation as responses } from './responses/continuation.js';

const continuations = new Map<string | undefined, Continuation>(Object.entries({ messages, responses }));

/** `undefined` for a protocol whose server keeps nothing. */
export const continuationOf = (protocol: string | undefined): Continuation | undefined => continuations.get(protocol);
