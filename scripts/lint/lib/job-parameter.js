/** Roles of operations that are about one job, which their path names. */
export const rolesOfOneJob = ['query', 'result', 'remix', 'delete'];

/** Names of the parameters of a path template. @param {string} path */
export const pathParameters = (path) => Array.from(path.matchAll(/\{([^}]+)\}/g), ([, name = '']) => name);

/**
 * The path parameter that holds the id of the job: the one that `x-task` names, else the only one.
 * @param {string} path
 * @param {{ role: string, parameter?: string }} task
 * @returns {string | undefined}
 */
export function jobParameter(path, { role, parameter }) {
  if (!rolesOfOneJob.includes(role)) return undefined;
  const names = pathParameters(path);
  return parameter ?? (names.length === 1 ? names[0] : undefined);
}
