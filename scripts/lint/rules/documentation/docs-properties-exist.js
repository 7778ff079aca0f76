/**
 * The schema and the inline schemas that speak of the same value.
 * @param {import('../../lib/rule.js').Node} schema
 * @returns {import('../../lib/rule.js').Node[]}
 */
const parts = (schema) => [
  schema,
  ...[schema.items ?? [], schema.allOf ?? [], schema.anyOf ?? [], schema.oneOf ?? []].flat().flatMap(parts),
];

/**
 * @param {import('../../lib/rule.js').Node} schema
 * @param {string[]} path
 * @returns {boolean}
 */
const hasProperty = (schema, [name = '', ...rest]) =>
  parts(schema).some(
    ({ properties = {} }) => Object.hasOwn(properties, name) && (rest.length === 0 || hasProperty(properties[name], rest)),
  );

/**
 * The provenance of a property names a property of the schema; dots lead into inline objects.
 * @type {import('../../lib/rule.js').Rule}
 */
export const docsPropertiesExist = () => ({
  Schema(schema, { location, report }) {
    for (const path of Object.keys(schema['x-docs']?.fields ?? {})) {
      if (!hasProperty(schema, path.split('.'))) {
        report({ message: `The schema has no property ${path}.`, location: location.child(['x-docs', 'fields', path]).key() });
      }
    }
  },
});
