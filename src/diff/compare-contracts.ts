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
  const steps = comparison(base, current);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, so that others have their turn meanwhile: it takes seconds.
 * @param onStep is told what is compared next
 * @throws Error for contracts that cannot be compared
 */
export async function compareContractsInTurn(
  base: Document | undefined,
  current: Document,
  onStep: (step: string) => void,
): Promise<ContractDiff> {
  const steps = comparison(base, current);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onStep(value);
    await new Promise(setImmediate);
  }
}

/** Gives the name of each step before it is taken. */
function* comparison(base: Document | undefined, current: Document): Generator<string, ContractDiff> {
  if (!base) return { verdict: 'initial', changes: [] };
  const pairs = operationPairs(base, current);
  yield 'schemas';
  const types = compareTypes(base, current);
  yield 'operations';
  const operations = compareOperations(base, current, pairs);
  yield 'extensions';
  const judged = [...types, ...operations, ...compareExtensions(base, current, pairs)];
  yield 'the rest';
  const versions = [current, base].map((document) => ({ document, reached: reaches(document) }));
  const reached = versions.map((version) => version.reached);
  const remains = findRemains(base, current, pairs, judged, reached);
  yield 'documentation';
  const rest = [...remains, ...compareDocumentation(base, current, pairs)];
  yield 'pages';
  const changes = attribute([...judged, ...rest], versions).sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  return { base: base.info.version, verdict: verdictOf(changes), changes };
}
