const isDay = (/** @type {unknown} */ value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value);

/**
 * What is deprecated says since which day, so that nothing goes without notice (docs/versions.md).
 * @type {import('../../lib/rule.js').Rule}
 */
export const deprecatedSince = () => {
  /** @type {import('../../lib/rule.js').Visit} */
  const check = (node, { location, report }) => {
    const since = node['x-deprecated-since'];
    if (since !== undefined && !node.deprecated) {
      report({ message: 'x-deprecated-since needs deprecated: true.', location: location.child(['x-deprecated-since']).key() });
    } else if (node.deprecated && !isDay(since)) {
      const said = since === undefined ? 'it has none' : `got ${since}`;
      report({
        message: `What is deprecated has the day in x-deprecated-since, as '2026-01-31'; ${said}.`,
        location: location.child(['deprecated']).key(),
      });
    }
  };
  return { Operation: check, Parameter: check, Header: check, Schema: check };
};
