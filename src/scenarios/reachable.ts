/** Scenarios that no request can reach. */
import type { CompiledScenario } from './compile.js';

/** Whether every request that meets `later` meets `earlier` as well, as far as their conditions tell. */
function covers(earlier: CompiledScenario, later: CompiledScenario): boolean {
  if (earlier.ends !== Number.POSITIVE_INFINITY) return false;
  const keys = new Set(later.conditions.map(({ key }) => key));
  return (
    earlier.conditions.every(({ key }) => keys.has(key)) && [...later.operations].every((operation) => earlier.operations.has(operation))
  );
}

/** Each with the earlier one that never ends and asks for nothing that it does not ask for too. @param scenarios in the order in which they are tried */
export function unreachable(scenarios: readonly CompiledScenario[]): { scenario: CompiledScenario; behind: CompiledScenario }[] {
  const endless: CompiledScenario[] = [];
  return scenarios.flatMap((scenario) => {
    const behind = endless.find((earlier) => covers(earlier, scenario));
    if (!behind && scenario.ends === Number.POSITIVE_INFINITY) endless.push(scenario);
    return behind ? [{ scenario, behind }] : [];
  });
}
