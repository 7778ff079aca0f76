/**
 * Every operation and every component schema says where it comes from. What `x-docs` holds is checked by its type, and its words by `provenance-known`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const docsRequired = () => {
  /**
   * @param {string} what
   * @returns {import('../../lib/rule.js').Visit}
   */
  const check =
    (what) =>
    (node, { location, report }) => {
      if (!node['x-docs']) report({ message: `The ${what} has no x-docs.`, location: location.key() });
    };
  return { Operation: check('operation'), NamedSchemas: { Schema: check('schema') } };
};
