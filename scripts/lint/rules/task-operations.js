/**
 * Operations and job families know each other: an operation names a family of the root, and each family can be created and queried.
 * @type {import('../lib/rule.js').Rule}
 */
export const taskOperations = () => {
  /** @type {{ operation: import('../lib/rule.js').Node, location: import('@redocly/openapi-core').Location }[]} */
  const members = [];
  return {
    Operation(operation, { location }) {
      if (operation['x-task']) members.push({ operation, location });
    },
    Root: {
      leave(root, { report, resolve }) {
        const { node: families = {}, location: at } = resolve(root['x-tasks'] ?? {});
        for (const { operation, location } of members) {
          const { name } = operation['x-task'];
          if (!Object.hasOwn(families, name)) {
            report({ message: `x-tasks has no family ${name}.`, location: location.child(['x-task', 'name']) });
          }
        }
        for (const [name, { addresses = {} }] of Object.entries(families)) {
          const own = members.map(({ operation }) => operation).filter((operation) => operation['x-task'].name === name);
          for (const role of ['create', 'query']) {
            if (!own.some((operation) => operation['x-task'].role === role)) {
              report({ message: `The family ${name} has no operation with the role ${role}.`, location: at?.child([name]).key() });
            }
          }
          for (const [pointer, operationId] of Object.entries(addresses)) {
            if (!own.some((operation) => operation.operationId === operationId)) {
              report({ message: `The family ${name} has no operation ${operationId}.`, location: at?.child([name, 'addresses', pointer]) });
            }
          }
        }
      },
    },
  };
};
