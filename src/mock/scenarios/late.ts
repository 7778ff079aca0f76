/** The scenarios of a mock in a page: their code is loaded when there is first use for it. */
import type { OwnScenarios } from '../scenario-routes.js';
import type { MockState } from '../engine/state.js';

export function lateScenarios(state: MockState): OwnScenarios {
  let loaded: OwnScenarios | undefined;
  let loading: Promise<OwnScenarios> | undefined;
  const load = async (): Promise<OwnScenarios> => {
    if (loaded) return loaded;
    loading ??= import('./scenarios.js')
      .then(({ Scenarios }) => {
        loaded = new Scenarios(state);
        return loaded;
      })
      // What failed, such as a chunk of a page, is tried again the next time.
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };
  return {
    answer: async (call) => (loaded ?? (call.exchange.preferences.scenario === undefined ? undefined : await load()))?.answer(call),
    refuse: async (call) => (await load()).refuse(call),
    check: async (scenario) => (await load()).check(scenario),
    use: async (scenario, session) => (await load()).use(scenario, session),
    remove: async (name) => loaded?.remove(name) ?? false,
    list: async (session) => loaded?.list(session) ?? [],
    reset: async (session) => loaded?.reset(session),
    resultOf: async (source, origin) => loaded?.resultOf(source, origin),
    serve: async (request) => loaded?.serve(request),
  };
}
