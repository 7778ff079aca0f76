/** Compares two versions of the contract: what has changed, for whom, and what that means for the version number. */
import type { Document } from '../contract/openapi.js';
import { attribute } from './attribute.js';
import { compareDocumentation } from './find/documentation.js';
import { compareExtensions } from './find/extensions.js';
import { compareOperations } from './find/operations.js';
import { findRemains } from './find/remains.js';
import { compareTypes } from './find/types.js';
import { type Change, levels } from './model/change.js';
import { operationPairs } from './model/operation-pairs.js';
import { reaches } from './model/reach.js';
import { type Bump, verdictOf } from './verdict.js';

export interface ContractDiff {
  /** Version of the older contract; absent when there is none and everything is new. */
  base?: string;
  verdict: Bump | 'initial';
  /** The gravest first. */
  changes: Change[];
}

export function compareContracts(base: Document | undefined, current: Document): ContractDiff {
  if (!base) return { verdict: 'initial', changes: [] };
  const pairs = operationPairs(base, current);
  const versions = [current, base].map((document) => ({ document, reached: reaches(document) }));
  const reached = versions.map((version) => version.reached);
  const judged = [...compareTypes(base, current), ...compareOperations(base, current, pairs), ...compareExtensions(base, current, pairs)];
  const rest = [...findRemains(base, current, pairs, judged, reached), ...compareDocumentation(base, current, pairs)];
  const changes = attribute([...judged, ...rest], versions).sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  return { base: base.info.version, verdict: verdictOf(changes), changes };
}
