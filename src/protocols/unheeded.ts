/** What a request asks for that makes no difference to the mock, by protocol. */
import type { Json } from '../contract/prepared/json.js';
import { asObject, type JsonObject } from './parts/json.js';

/** Tiers that say nothing of their own. */
const usualTiers: readonly unknown[] = [undefined, null, 'auto', 'default'];

const ofResponse = ({ background, service_tier: tier }: JsonObject): string[] => [
  ...(background === true ? ['background: the answer is there at once, and no path is documented to ask for it later'] : []),
  ...(usualTiers.includes(tier) ? [] : ['service_tier: all requests are served alike']),
];

const known = new Map<string | undefined, (request: JsonObject) => string[]>([['responses', ofResponse]]);

/** What is asked for in vain. */
export const unheededIn = (protocol: string | undefined, request: Json): string[] => known.get(protocol)?.(asObject(request)) ?? [];
