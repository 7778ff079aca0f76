/**
 * Each job family can be created and queried. What its operations and it say of each other is checked with the other references.
 * @type {import('../../lib/rule.js').Rule}
 */
export const taskOperations = () => {
  /** @type {{ name: string, role: string }[]} */
  const members = [];
  return {
    Operation(operation) {
      if (operation['x-task']) members.push(operation['x-task']);
    },
    Root: {
      leave(root, { report, resolve }) {
        const { node: families = {}, location: at } = resolve(root['x-tasks'] ?? {});
        for (const family of Object.keys(families)) {
          for (const wanted of ['create', 'query']) {
            if (!members.some(({ name, role }) => name === family && role === wanted)) {
              report({ message: `The family ${family} has no operation with the role ${wanted}.`, location: at?.child([family]).key() });
            }
          }
        }
      },
    },
  };
};
