/** Events of kinds that the contract does not describe: a protocol grows, and says that whoever reads its streams leaves out what is new. */

import type { ValidationError } from '../../contract/judge/validate.js';
import { getAt } from '../../contract/pointer.js';
import { mostSimilar } from '../../contract/similarity.js';

/** From this likeness on, a word is a misspelt one. */
const misspelt = 0.91;

/** The kind of an event, where that it is not known is all that is wrong with it. @param pointer to the kind in an event */
export function furtherKind(errors: readonly ValidationError[], event: unknown, pointer: string): string | undefined {
  const [only, ...others] = errors;
  if (!only || others.length > 0 || only.keyword !== 'enum' || only.instancePath !== pointer) return undefined;
  const kind = getAt(event, pointer);
  const known = only.params.allowedValues as readonly string[];
  return typeof kind === 'string' && kind !== '' && mostSimilar(kind, known, misspelt) === undefined ? kind : undefined;
}
