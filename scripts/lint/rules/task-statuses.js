/**
 * The HTTP status that a job family gives to a state and a role is declared by each operation with that role.
 * @type {import('../lib/rule.js').Rule}
 */
export const taskStatuses = () => {
  /** @type {Record<string, import('../lib/rule.js').Node>} */
  let families = {};
  return {
    Root(root, { resolve }) {
      families = resolve(root['x-tasks'] ?? {}).node ?? {};
    },
    Operation(operation, { location, report }) {
      const { name, role } = operation['x-task'] ?? {};
      for (const [state, { status = {} }] of Object.entries(families[name]?.states ?? {})) {
        if (status[role] !== undefined && !operation.responses?.[status[role]]) {
          report({
            message: `In the state ${state} a ${role} of ${name} answers ${status[role]}, which is not declared.`,
            location: location.child(['x-task']),
          });
        }
      }
    },
  };
};
