/** Which documented exchanges are to be tried against a gateway, in which order, and what they cost. */
import { namedOperations } from '../contract/paths/named-operations.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../contract/prepared.js';

/** A documented exchange: the page of the documentation, or a scenario of it. */
export interface Page {
  operation: PreparedOperation;
  example: PreparedExample;
}

export interface Plan {
  /** Cheapest first. */
  pages: Page[];
  /** Calls that cost nothing. */
  free: number;
  /** Calls that create jobs or completions, by modality, cheapest first. */
  paid: Record<string, number>;
}

/** Whatever makes something is taken to cost something. */
export const isPaid = ({ method }: Pick<PreparedOperation, 'method'>): boolean => method === 'POST';

/**
 * @param only words of paths, modalities, job families, protocols or operations; empty for all
 * @throws UnknownNameError
 */
export function createPlan(contract: PreparedContract, only: readonly string[]): Plan {
  const costRank = ({ modality }: PreparedOperation): number => contract.modalities.indexOf(modality);
  const pages = namedOperations(contract, only)
    .flatMap((operation) => operation.examples.map((example) => ({ operation, example })))
    .sort((a, b) => Number(isPaid(a.operation)) - Number(isPaid(b.operation)) || costRank(a.operation) - costRank(b.operation));
  const paid: Record<string, number> = {};
  for (const { operation } of pages) if (isPaid(operation)) paid[operation.modality] = (paid[operation.modality] ?? 0) + 1;
  return { pages, free: pages.filter(({ operation }) => !isPaid(operation)).length, paid };
}
