/** The contract several times over: every operation again, under other names and other paths. */
import type { PreparedContract } from '../../../src/contract/prepared.js';
import type { Document } from '../../lib/document.js';

/** What stands before the paths of each copy. The operations themselves are in the middle, neither found first nor last. */
const prefixes = (times: number): string[] =>
  Array.from({ length: times }, (_, index) => (index === Math.floor(times / 2) ? '' : `/copy${index}`));

const rename = (id: string, prefix: string): string => id + prefix.replace('/copy', 'Copy');

export const repeatContract = (contract: PreparedContract, times: number): PreparedContract => ({
  ...contract,
  operations: prefixes(times).flatMap((prefix) =>
    structuredClone(contract.operations).map((operation) => ({
      ...operation,
      id: rename(operation.id, prefix),
      path: prefix + operation.path,
    })),
  ),
});

/** The validators of the copies are those of the originals. Their names are `<operationId>_<place>`. */
export const repeatValidators = <T>(validators: Readonly<Record<string, T>>, times: number): Record<string, T> =>
  Object.fromEntries(
    prefixes(times).flatMap((prefix) =>
      Object.entries(validators).map(([name, validate]) => {
        const end = name.lastIndexOf('_');
        return [rename(name.slice(0, end), prefix) + name.slice(end), validate];
      }),
    ),
  );

/** The same for the description. */
export function repeatDocument(document: Document, times: number): Document {
  const renamed = (value: unknown, prefix: string): unknown =>
    JSON.parse(JSON.stringify(value), (key, member) =>
      key === 'operationId' && typeof member === 'string' ? rename(member, prefix) : member,
    );
  const paths = prefixes(times).flatMap((prefix) =>
    Object.entries(document.paths).map(([path, item]) => [prefix + path, renamed(item, prefix)]),
  );
  return { ...document, paths: Object.fromEntries(paths) };
}
