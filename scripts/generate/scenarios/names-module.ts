/** What scenarios may name, as types. */
import type { PreparedContract } from '../../../src/contract/prepared.js';
import { scenarioNames } from './names.js';

const union = (names: readonly string[]): string => (names.length > 0 ? names.map((name) => JSON.stringify(name)).join(' | ') : 'never');

export function namesModule(contract: PreparedContract): string {
  const { models, protocols, ends } = scenarioNames(contract);
  return `/* Generated from openapi/ by \`npm run generate\`. Do not edit. */

/** The models that the contract knows. */
export type KnownModel = ${union(models)};

/** The chat protocols. */
export type ProtocolName = ${union(protocols)};

/** States in which jobs end. */
export type JobEnd = ${union(ends)};

/** The documented exchanges of each operation. */
export interface ExampleNames {
${contract.operations.map(({ id, examples }) => `  ${id}: ${union(examples.map(({ name }) => name))};`).join('\n')}
}
`;
}
