/** What a contract has for scenarios to name. */
import type { PreparedContract } from '../../../src/contract/prepared.js';
import type { ScenarioNames } from './schema.js';

const sorted = <T extends string | number>(values: Iterable<T>): T[] => [...new Set(values)].sort((one, other) => (one < other ? -1 : 1));

export function scenarioNames({ operations, models, tasks }: PreparedContract): ScenarioNames {
  const statuses = operations.flatMap(({ responses }) => Object.keys(responses).map(Number));
  const states = Object.values(tasks).flatMap(({ states }) => Object.entries(states));
  return {
    operations: operations.map(({ id }) => id),
    models: models.map(({ id }) => id),
    examples: sorted(operations.flatMap(({ examples }) => examples.map(({ name }) => name))),
    statuses: sorted(statuses.filter((status) => status >= 400)),
    protocols: sorted(operations.flatMap(({ protocol }) => protocol ?? [])),
    ends: sorted(states.flatMap(([name, { outcome }]) => (outcome ? [name] : []))),
  };
}
