/** The scenarios of a mock in a page: their code is loaded when there is first use for it. */
import type { Late } from '../answer/makers.js';
import type { MockState } from '../engine/state.js';
import type { Scenarios } from './scenarios.js';

/** The scenarios of a mock, wherever their code is by now. */
export type OwnScenarios = Pick<
  Scenarios,
  'ready' | 'answer' | 'refuse' | 'use' | 'takeForeign' | 'hold' | 'keep' | 'remove' | 'list' | 'reset' | 'resultOf' | 'serve' | 'check'
>;

/** @param code is loaded when it is first needed */
export function lateScenarios(state: MockState, code: Pick<Late<{ Scenarios: typeof Scenarios }>, 'load'>): OwnScenarios {
  const { scenarios: given } = state.options;
  let loaded: OwnScenarios | undefined;
  let creating: Promise<OwnScenarios> | undefined;
  const create = async (): Promise<OwnScenarios> => {
    const { Scenarios } = await code.load();
    const scenarios = new Scenarios(state);
    if (given !== undefined) await scenarios.start([given].flat());
    return scenarios;
  };
  const load = async (): Promise<OwnScenarios> => {
    // What failed, such as a chunk of a page, is tried again the next time.
    creating ??= create().finally(() => {
      creating = undefined;
    });
    loaded ??= await creating;
    return loaded;
  };
  /** Where there are some from the start, they are asked from the start. */
  const ifAny = async (): Promise<OwnScenarios | undefined> => loaded ?? (given === undefined ? undefined : load());
  return {
    ready: load,
    answer: async (call) => (call.exchange.preferences.scenario === undefined ? await ifAny() : await load())?.answer(call),
    hold(operation, options) {
      // What is to be held from now on cannot wait for its code.
      if (!loaded) throw new Error('the code of hold() is not loaded yet; await use() or ready() first');
      return loaded.hold(operation, options);
    },
    keep: async (...answer) => loaded?.keep(...answer),
    refuse: async (call) => (await load()).refuse(call),
    check: async (scenario) => (await load()).check(scenario),
    use: async (scenario, session) => (await load()).use(scenario, session),
    takeForeign: async (scenario, session) => (await load()).takeForeign(scenario, session),
    remove: async (name) => loaded?.remove(name) ?? false,
    list: async (session) => (await ifAny())?.list(session) ?? [],
    reset: async (session) => loaded?.reset(session),
    resultOf: async (source, origin) => loaded?.resultOf(source, origin),
    serve: async (request) => loaded?.serve(request),
  };
}
