/** The scenarios that a mock starts with, in Node.js: those of code, and those of files, which are loaded again when they change. */

import type { PreparedContract } from '../../contract/prepared.js';
import { inTurn } from '../../in-turn.js';
import type { CompiledScenario } from '../../scenarios/compile.js';
import type { LoadedScenarios, ScenarioSource } from '../../scenarios/files/load.js';
import { responseValidators } from './judge.js';

export interface StartScenarios {
  /** Loads them into a mock, now and whenever they change. */
  into(scenarios: { load(scenarios: readonly CompiledScenario[]): void }): void;
  /** Looks at the files no more. */
  close(): void;
}

/**
 * @param say told of what is odd, and of what is wrong once the mock runs, in one line
 * @throws ScenarioError where something is wrong
 */
export async function openScenarios(
  sources: readonly ScenarioSource[],
  contract: PreparedContract,
  say: (line: string) => void,
): Promise<StartScenarios> {
  const [{ loadScenarios }, { ScenarioError, findingLine }, { watchScenarios }, validators] = await Promise.all([
    inTurn(() => import('../../scenarios/files/load.js')),
    inTurn(() => import('../../scenarios/judge/finding.js')),
    inTurn(() => import('../../scenarios/files/watch.js')),
    responseValidators(),
  ]);
  const by = { contract, responseValidators: validators };
  const first = await loadScenarios(sources, by);
  if (first.findings.length > 0) throw new ScenarioError(first.findings);
  const said = new Set<string>();
  const warn = ({ warnings }: LoadedScenarios): void => {
    for (const line of warnings.map(findingLine)) {
      if (!said.has(line)) say(`scenarios: ${line}`);
      said.add(line);
    }
  };
  warn(first);
  let current = first.scenarios;
  let load: ((scenarios: readonly CompiledScenario[]) => void) | undefined;
  const close = watchScenarios(sources, by, first, (loaded) => {
    const [wrong, ...more] = loaded.findings;
    if (wrong) {
      const others = more.length > 0 ? `, and ${more.length} more` : '';
      say(`scenarios: ${findingLine(wrong)}${others}; those that were loaded before stay`);
      return;
    }
    warn(loaded);
    current = loaded.scenarios;
    load?.(current);
  });
  return {
    into(scenarios) {
      load = (all) => scenarios.load(all);
      load(current);
    },
    close,
  };
}
