/**
 * The states that a job family names exist, and the way through them ends.
 * @type {import('../lib/rule.js').Rule}
 */
export const taskStates = () => ({
  XTaskFamily(family, { location, report }) {
    const { states = {}, order = [] } = family;
    const named = [
      ['initial', family.initial],
      ...order.map((/** @type {string} */ state, /** @type {number} */ index) => ['order', index, state]),
      ['remix', 'requires', family.remix?.requires],
      ['lifetime', 'then', family.lifetime?.then],
    ];
    for (const path of named) {
      const state = path.pop();
      if (state !== undefined && !Object.hasOwn(states, state)) {
        report({ message: `The family has no state ${state}.`, location: location.child(path) });
      }
    }
    const last = order.at(-1);
    if (states[last] && !states[last].outcome) {
      report({ message: `The last state, ${last}, has no outcome.`, location: location.child(['states', last]).key() });
    }
  },
});
