/** Operations by the words that people call them and their kind. */
import type { PreparedContract, PreparedOperation } from '../prepared.js';
import { mostSimilar } from '../similarity.js';

/** A name that nothing in the contract has. The message lists those that there are. */
export class UnknownNameError extends Error {}

/** The words by which an operation can be asked for: those of its path, its modality, family of jobs, protocol and id. */
const namesOf = ({ path, modality, task, protocol, id }: PreparedOperation): string[] => {
  const words = path.split(/[/:]/).filter((word) => word !== '' && !word.startsWith('{') && !/^v\d+$/.test(word));
  return [...words, modality, task?.name, protocol, id].filter((name) => name !== undefined).map((name) => name.toLowerCase());
};

/**
 * @param only words of paths, modalities, job families, protocols or operations; empty for all
 * @throws UnknownNameError
 */
export function namedOperations({ operations }: Pick<PreparedContract, 'operations'>, only: readonly string[]): PreparedOperation[] {
  const wanted = only.map((name) => name.toLowerCase());
  const known = new Set(operations.flatMap(namesOf));
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const words = [...known].filter((name) => !operations.some(({ id }) => id.toLowerCase() === name)).sort();
    const like = unknown.flatMap((name) => mostSimilar(name, [...known], 0.4) ?? []);
    throw new UnknownNameError(
      `Nothing is named ${unknown.join(', ')}${like.length > 0 ? `; did you mean ${like.join(', ')}?` : '.'} Name operations, or any of ${words.join(', ')}.`,
    );
  }
  return operations.filter((operation) => wanted.length === 0 || namesOf(operation).some((name) => wanted.includes(name)));
}
