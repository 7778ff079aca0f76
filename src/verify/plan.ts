/** Which documented exchanges are to be tried against a gateway, in which order, and what they cost. */
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

/** A name that nothing in the contract has. The message lists those that there are. */
export class UnknownNameError extends Error {}

/** Whatever makes something is taken to cost something. */
export const isPaid = ({ method }: Pick<PreparedOperation, 'method'>): boolean => method === 'POST';

/** The words by which an operation can be asked for: those of its path, its modality, family of jobs, protocol and id. */
const namesOf = ({ path, modality, task, protocol, id }: PreparedOperation): string[] => {
  const words = path.split(/[/:]/).filter((word) => word !== '' && !word.startsWith('{') && !/^v\d+$/.test(word));
  return [...words, modality, task?.name, protocol, id].filter((name) => name !== undefined).map((name) => name.toLowerCase());
};

/**
 * @param only words of paths, modalities, job families, protocols or operations; empty for all
 * @throws UnknownNameError
 */
export function createPlan({ modalities, operations }: PreparedContract, only: readonly string[]): Plan {
  const wanted = only.map((name) => name.toLowerCase());
  const known = new Set(operations.flatMap(namesOf));
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const words = [...known].filter((name) => !operations.some(({ id }) => id.toLowerCase() === name)).sort();
    throw new UnknownNameError(`Nothing is named ${unknown.join(', ')}. Name operations, or any of ${words.join(', ')}.`);
  }
  const costRank = ({ modality }: PreparedOperation): number => modalities.indexOf(modality);
  const pages = operations
    .filter((operation) => wanted.length === 0 || namesOf(operation).some((name) => wanted.includes(name)))
    .flatMap((operation) => operation.examples.map((example) => ({ operation, example })))
    .sort((a, b) => Number(isPaid(a.operation)) - Number(isPaid(b.operation)) || costRank(a.operation) - costRank(b.operation));
  const paid: Record<string, number> = {};
  for (const { operation } of pages) if (isPaid(operation)) paid[operation.modality] = (paid[operation.modality] ?? 0) + 1;
  return { pages, free: pages.filter(({ operation }) => !isPaid(operation)).length, paid };
}
