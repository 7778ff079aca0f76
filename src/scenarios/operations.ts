/** The operations of a contract as scenarios see them. */
import type { PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { ScenarioOperation } from './compile.js';

/** What operations do that answer with a new job. */
const creating: readonly string[] = ['create', 'remix'];

/** Whether a success has pictures in it, where no model speaks: what it says is content. */
function givesPictures({ protocol, responses }: PreparedOperation, { ownedFields }: Pick<PreparedContract, 'ownedFields'>): boolean {
  if (protocol !== undefined) return false;
  const components = Object.entries(responses).flatMap(([status, response]) => (status.startsWith('2') ? response.components : []));
  return components.some((name) => Object.values(ownedFields[name] ?? {}).some((field) => 'media' in field));
}

export const scenarioOperations = (contract: Pick<PreparedContract, 'operations' | 'ownedFields'>): ScenarioOperation[] =>
  contract.operations.map((operation) => ({
    id: operation.id,
    ...(operation.protocol !== undefined && { protocol: operation.protocol }),
    createsJob: operation.task !== undefined && creating.includes(operation.task.role),
    givesPictures: givesPictures(operation, contract),
    examples: operation.examples.map(({ name }) => name),
  }));
