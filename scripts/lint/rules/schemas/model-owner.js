/**
 * @typedef {import('../../lib/rule.js').Node} Node
 * @typedef {import('@redocly/openapi-core').Location} Location
 * @typedef {{ node: Node, location: Location }} Placed
 */

/**
 * The values that a schema lists, those of an open list included, and where each stands.
 * @param {Placed | undefined} schema
 * @returns {Placed[]}
 */
function listed(schema) {
  if (!schema) return [];
  const { node, location } = schema;
  const own = node.const === undefined ? [] : [{ node: node.const, location: location.child(['const']) }];
  const values = (node.enum ?? []).map((/** @type {Node} */ value, /** @type {number} */ index) => ({
    node: value,
    location: location.child(['enum', index]),
  }));
  const open = (node.anyOf ?? []).flatMap((/** @type {Node} */ branch, /** @type {number} */ index) =>
    listed({ node: branch, location: location.child(['anyOf', index]) }),
  );
  return [...own, ...values, ...open];
}

/**
 * Each model that an operation names belongs to somebody: its id begins with a prefix in the root's `x-model-owners`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const modelOwner = () => {
  /** @type {string[]} */
  let prefixes = [];
  /** Places that have been seen, since a schema may serve several operations. @type {Set<string>} */
  const seen = new Set();
  return {
    Root(root, { resolve }) {
      prefixes = Object.keys(resolve(root['x-model-owners'] ?? {}).node ?? {});
    },
    Operation(operation, { location, report, resolve }) {
      /**
       * What stands behind a path of keys, references followed.
       * @param {Placed | undefined} from
       * @param {(string | number)[]} keys
       * @returns {Placed | undefined}
       */
      const at = (from, ...keys) => {
        let here = from;
        for (const key of keys) {
          if (here?.node?.[key] === undefined) return undefined;
          const { node, location: place } = { node: here.node[key], location: here.location.child([key]) };
          const target = node?.$ref === undefined ? undefined : resolve(node, place.source.absoluteRef);
          if (target && target.node === undefined) return undefined;
          here = target ?? { node, location: place };
        }
        return here;
      };
      const here = { node: operation, location };
      const body = at(here, 'requestBody', 'content', 'application/json', 'schema');
      const branches = (body?.node.oneOf ?? []).map((/** @type {Node} */ _, /** @type {number} */ index) => at(body, 'oneOf', index));
      const parameters = (operation.parameters ?? []).map((/** @type {Node} */ _, /** @type {number} */ index) =>
        at(here, 'parameters', index),
      );
      const models = [
        at(here, 'x-model'),
        ...[body, ...branches].flatMap((schema) => listed(at(schema, 'properties', 'model'))),
        ...parameters
          .filter((/** @type {Placed | undefined} */ parameter) => parameter?.node.name === 'model')
          .flatMap((/** @type {Placed} */ parameter) => listed(at(parameter, 'schema'))),
      ];
      for (const model of models) {
        if (typeof model?.node !== 'string' || prefixes.some((prefix) => model.node.startsWith(prefix))) continue;
        if (seen.has(model.location.absolutePointer)) continue;
        seen.add(model.location.absolutePointer);
        report({ message: `x-model-owners has no owner of ${model.node}.`, location: model.location });
      }
    },
  };
};
