import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseYaml } from '@redocly/openapi-core';

/**
 * The operations that the steps of all workflows beside the description call.
 * @param {string} folder
 * @returns {Set<string>}
 */
function calledIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.arazzo.yaml')) : [];
  const workflows = files.flatMap((name) => {
    try {
      return /** @type {import('../../lib/rule.js').Node} */ (parseYaml(readFileSync(join(folder, name), 'utf8')))?.workflows ?? [];
    } catch {
      // What is no YAML is for the linter of the workflows to say.
      return [];
    }
  });
  return new Set(workflows.flatMap(({ steps = [] }) => steps.map((/** @type {{ operationId?: string }} */ step) => step.operationId)));
}

/**
 * A workflow creates a job of each family and queries it: it is how the family is tried against a gateway.
 * @type {import('../../lib/rule.js').Rule}
 */
export const taskWorkflow = () => {
  /** @type {import('../../lib/rule.js').Node[]} */
  const members = [];
  return {
    Operation(operation) {
      if (operation['x-task']) members.push(operation);
    },
    Root: {
      leave(root, { location, report, resolve }) {
        const { node: families = {}, location: at } = resolve(root['x-tasks'] ?? {});
        const called = calledIn(join(dirname(location.source.absoluteRef), 'workflows'));
        for (const name of Object.keys(families)) {
          for (const role of ['create', 'query']) {
            const own = members
              .filter(({ 'x-task': task }) => task.name === name && task.role === role)
              .map(({ operationId }) => operationId);
            if (own.length > 0 && !own.some((operationId) => called.has(operationId))) {
              report({
                message: `No workflow in workflows/ calls a ${role} of ${name} (${own.join(', ')}).`,
                location: (at ?? location.child(['x-tasks'])).child([name]).key(),
              });
            }
          }
        }
      },
    },
  };
};
