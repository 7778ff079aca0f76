import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @param {string} folder */
const yamlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(folder, name))
    : [];

/**
 * The root lists every file in the folders of the paths and components: what it does not list is missing from the bundle.
 * @type {import('../../lib/rule.js').Rule}
 */
export const noOrphanFiles = () => ({
  Root(root, { location, report, resolve }) {
    const entries = [root.paths, ...Object.values(root.components ?? {})].flatMap((named) => Object.values(named ?? {}));
    const listed = new Set(entries.map((entry) => resolve(entry).location?.source.absoluteRef));
    const base = dirname(location.source.absoluteRef);
    for (const folder of ['paths', 'components']) {
      for (const file of yamlFiles(join(base, folder))) {
        if (!listed.has(file)) {
          report({ message: `The root does not list ${relative(base, file)}.`, location: location.child([folder]).key() });
        }
      }
    }
  },
});
