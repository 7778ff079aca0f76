import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * A component stands in a file of its own that is named after it, in the folder of its kind.
 * @type {import('../../lib/rule.js').Rule}
 */
export const componentFileName = () => ({
  Components(components, { location, report, resolve }) {
    const root = dirname(location.source.absoluteRef);
    for (const [kind, named] of Object.entries(components)) {
      for (const [name, component] of Object.entries(named ?? {})) {
        const target = resolve(component);
        if (!target.location) continue;
        const file = relative(root, target.location.source.absoluteRef);
        const folder = join('components', kind);
        if (!file.startsWith(folder + sep) || basename(file) !== `${name}.yaml`) {
          report({
            message: `${name} belongs in a file of its own, ${name}.yaml in ${folder}; it is in ${file}.`,
            location: location.child([kind, name]),
          });
        }
      }
    }
  },
});
