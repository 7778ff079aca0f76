/** Events of kinds that the contract does not describe: a protocol grows, and says that whoever reads its streams leaves out what is new. */

import type { ValidationError } from '../../contract/judge/validate.js';
import { getAt } from '../../contract/pointer.js';
import { mostSimilar } from '../../contract/similarity.js';

/** From this likeness on, a word is a misspelt one. */
const misspelt = 0.91;

/** Where the kind stands in an event, and which may come. */
export interface FurtherKinds {
  at: string;
  fits: RegExp;
}

/** The kind of an event, where that it is not known is all that is wrong with it. */
export function furtherKind(errors: readonly ValidationError[], event: unknown, { at, fits }: FurtherKinds): string | undefined {
  const [only, ...others] = errors;
  if (!only || others.length > 0 || only.keyword !== 'enum' || only.instancePath !== at) return undefined;
  const kind = getAt(event, at);
  const known = only.params.allowedValues as readonly string[];
  const isKind = typeof kind === 'string' && kind !== '' && fits.test(kind);
  return isKind && mostSimilar(kind, known, misspelt) === undefined ? kind : undefined;
}
