/** What scenarios may name, as types. */
import type { PreparedContract, PreparedOperation } from '../../../src/contract/prepared.js';
import { scenarioNames } from './names.js';

const union = (names: readonly string[]): string => (names.length > 0 ? names.map((name) => JSON.stringify(name)).join(' | ') : 'never');

/** The responses of an operation with the same body are one: the compiler has the fewer to look at. */
function responsesOf({ id, responses }: PreparedOperation): string {
  const bodies = new Map<string, string[]>();
  for (const [status, { validator }] of Object.entries(responses)) {
    if (status === 'default') continue;
    const component = /^schema_(.+)$/.exec(validator ?? '')?.[1];
    const schema = component === undefined ? undefined : `components['schemas'][${JSON.stringify(component)}]`;
    const body =
      validator === undefined
        ? 'never'
        : (schema ?? `operations[${JSON.stringify(id)}]['responses'][${status}]['content']['application/json']`);
    bodies.set(body, [...(bodies.get(body) ?? []), status]);
  }
  return [...bodies].map(([body, statuses]) => `    | DefinedResponse<${statuses.join(' | ')}, ${body}>`).join('\n');
}

export function namesModule(contract: PreparedContract): string {
  const { models, protocols, ends, statuses } = scenarioNames(contract);
  return `/* Generated from openapi/ by \`npm run generate\`. Do not edit. */
import type { DefinedResponse } from '../src/scenarios/defined-response.js';
import type { components, operations } from './types.js';

/** The models that the contract knows. */
export type KnownModel = ${union(models)};

/** The chat protocols. */
export type ProtocolName = ${union(protocols)};

/** States in which jobs end. */
export type JobEnd = ${union(ends)};

/** Statuses of documented errors. */
export type ErrorStatus = ${statuses.join(' | ') || 'never'};

/** The documented exchanges of each operation. */
export interface ExampleNames {
${contract.operations.map(({ id, examples }) => `  ${id}: ${union(examples.map(({ name }) => name))};`).join('\n')}
}

/** The responses of each operation, by status. */
export interface ResponsesByStatus {
${contract.operations.map((operation) => `  ${operation.id}:\n${responsesOf(operation)};`).join('\n')}
}
`;
}
