/** What a change of the contract does to one call. */
import type { SchemaEffect } from './effect.js';

/**
 * `breaks`: made again as it was, the call is refused, or what it was answered with is not to be relied on any more; `warned`: something
 * may come, or be meant, that did not before; `possible`: what was not in the contract is now.
 */
export type Outcome = 'breaks' | 'warned' | 'possible';

export type Part = 'request' | 'response';

/** What is read as one type has to be read as several. */
const retyped = new Set(['type-added', 'type-opened']);

const ofRequest: Record<SchemaEffect['effect'], Outcome> = {
  narrowed: 'breaks',
  limited: 'breaks',
  demanded: 'breaks',
  widened: 'possible',
  added: 'possible',
  optional: 'possible',
  defaulted: 'warned',
  assumed: 'warned',
  forgotten: 'warned',
  deprecated: 'warned',
  noted: 'possible',
};

const ofResponse: Record<SchemaEffect['effect'], Outcome> = {
  ...ofRequest,
  optional: 'breaks',
  widened: 'warned',
};

export function outcomeOf({ effect, rule, keywords }: SchemaEffect, part: Part): Outcome {
  // What an extension says of values, only those who enforce it can tell.
  if (rule === 'unjudged' && keywords?.some((keyword) => keyword.startsWith('x-'))) return 'warned';
  if (part === 'request') return ofRequest[effect];
  return retyped.has(rule) ? 'breaks' : ofResponse[effect];
}
