import type { Document } from '../../contract/openapi.js';

/** A description, given as JSON text, as Prism is to have it: if it knew of callbacks, it would call the addresses in requests at once. */
export const withoutCallbacks = (text: string): Document => JSON.parse(text, (key, value) => (key === 'callbacks' ? undefined : value));
