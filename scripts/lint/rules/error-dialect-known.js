/**
 * A dialect that an operation, a request branch or a response speaks is one of the root's, whose schemas are components.
 * @type {import('../lib/rule.js').Rule}
 */
export const errorDialectKnown = () => {
  /** @type {Record<string, { schemas?: string[] }>} */
  let dialects = {};
  /** @type {import('../lib/rule.js').Visit} */
  const check = (node, { location, report }) => {
    for (const dialect of [node['x-error-dialect'] ?? []].flat()) {
      if (!Object.hasOwn(dialects, dialect)) {
        report({ message: `x-error-dialects has no ${dialect}.`, location: location.child(['x-error-dialect']) });
      }
    }
  };
  return {
    Root(root, { report, resolve }) {
      const { node, location } = resolve(root['x-error-dialects'] ?? {});
      dialects = node ?? {};
      for (const [dialect, { schemas = [] }] of Object.entries(dialects)) {
        for (const schema of schemas) {
          if (!root.components?.schemas?.[schema]) {
            report({ message: `There is no schema ${schema}.`, location: location?.child([dialect, 'schemas']) });
          }
        }
      }
    },
    Operation: check,
    Schema: check,
    Response: check,
  };
};
