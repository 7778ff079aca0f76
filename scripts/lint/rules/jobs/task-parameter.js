import { jobParameter, pathParameters, rolesOfOneJob } from '../../lib/job-parameter.js';

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * An operation about one job says which parameter of its path holds the job's id, where it has several.
 * @type {import('../../lib/rule.js').Rule}
 */
export const taskParameter = () => ({
  Paths(paths, { location, report, resolve }) {
    for (const [path, entry] of Object.entries(paths)) {
      const target = resolve(entry);
      const names = pathParameters(path);
      for (const method of methods) {
        const task = target.node?.[method]?.['x-task'];
        const at = ((entry.$ref && target.location) || location.child([path])).child([method, 'x-task']);
        const problem = task && problemOf(path, names, task);
        if (problem) report({ message: problem, location: task.parameter === undefined ? at : at.child(['parameter']) });
      }
    }
  },
});

/**
 * @param {string} path
 * @param {string[]} names of its parameters
 * @param {{ role: string, parameter?: string }} task
 */
function problemOf(path, names, task) {
  const { role, parameter } = task;
  if (!rolesOfOneJob.includes(role)) {
    return parameter === undefined ? undefined : `A ${role} is about no one job, so no parameter holds its id.`;
  }
  if (parameter !== undefined) return names.includes(parameter) ? undefined : `${path} has no parameter ${parameter}.`;
  if (jobParameter(path, task) !== undefined) return undefined;
  // The source of a remix may stand in its body.
  if (names.length === 0) return role === 'remix' ? undefined : `${path} has no parameter for the id of the job.`;
  return `${path} has several parameters: \`parameter\` says which of ${names.join(', ')} holds the id of the job.`;
}
