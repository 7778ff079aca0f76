/**
 * A job of each family can fail, so that whoever waits for one can be shown that it has.
 * @type {import('../../lib/rule.js').Rule}
 */
export const taskFailure = () => ({
  XTaskFamily({ states = {} }, { location, report }) {
    const outcomes = Object.values(states).map(({ outcome }) => outcome);
    if (!outcomes.includes('failure')) {
      report({ message: 'No state of the family has the outcome failure.', location: location.child(['states']).key() });
    }
  },
});
