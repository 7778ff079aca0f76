/** Scenarios over HTTP, for whoever tests from outside of the process. */
import { readJson } from '../http/json/json-text.js';
import { type ControlAnswer, controlDone, controlJson, controlRefusal, sessionOf } from '../journal/control.js';
import type { Scenario } from '../scenarios/scenario.js';
import { RefusedRequest } from './engine/exchange.js';
import type { OwnScenarios } from './scenarios/late.js';

export function scenarioRoutes(scenarios: OwnScenarios): Map<string, ControlAnswer> {
  return new Map<string, ControlAnswer>([
    ['GET', async ({ query }) => controlJson(await scenarios.list(sessionOf(query)))],
    [
      'POST',
      async ({ query, text }) => {
        let scenario: unknown;
        try {
          scenario = readJson(await text());
        } catch (error) {
          return controlRefusal(`the scenario ${(error as Error).message}`);
        }
        const { findings, warnings } = await scenarios.check(scenario);
        if (findings.length > 0) return controlJson({ message: 'this is no scenario', findings }, 400);
        try {
          const { name } = await scenarios.takeForeign(scenario as Scenario, sessionOf(query));
          return controlJson({ name, ...(warnings.length > 0 && { warnings }) }, 201);
        } catch (error) {
          // It may be right, and cannot be taken now.
          if (error instanceof RefusedRequest) throw error;
          return controlRefusal((error as Error).message);
        }
      },
    ],
    [
      'DELETE',
      async ({ query }) => {
        const name = query.get('name');
        if (name === null) await scenarios.reset(sessionOf(query));
        else if (!(await scenarios.remove(name))) return controlRefusal(`there is no scenario ${name} that was added`, 404);
        return controlDone();
      },
    ],
  ]);
}
