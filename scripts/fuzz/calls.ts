/** The calls of the contract that messages are made of. */
import { contract } from '../../compiled/contract.js';
import type { PreparedOperation } from '../../src/contract/prepared.js';

const first = (is: (operation: PreparedOperation) => unknown): PreparedOperation => {
  const found = contract.operations.find(is);
  if (!found) throw new Error('the contract has no such operation');
  return found;
};

/** Path of a call that needs nothing but a key. */
export const reading = first(({ method, path }) => method === 'GET' && !path.includes('{')).path;

/** Path and body of a call that speaks. */
export const speaking = (() => {
  const { path, examples } = first(({ stream, body }) => stream && body);
  const bodies = examples.flatMap(({ request, status }) => (status < 300 && request.body ? [JSON.stringify(request.body)] : []));
  return { path, body: bodies.sort((a, b) => a.length - b.length)[0] ?? '{}' };
})();

/** Names of headers that operations take. */
export const headerNames = [
  ...new Set(
    contract.operations.flatMap(({ parameters }) => parameters.flatMap(({ in: place, name }) => (place === 'header' ? [name] : []))),
  ),
];
