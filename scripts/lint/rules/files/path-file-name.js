import { basename } from 'node:path';

/**
 * A path stands in a file of its own that is named after it: without the first slash, `/` and `:` as `_`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const pathFileName = () => ({
  Paths(paths, { location, report, resolve }) {
    for (const [path, item] of Object.entries(paths)) {
      const target = resolve(item);
      if (!target.location) continue;
      const wanted = `${path.slice(1).replace(/[/:]/g, '_')}.yaml`;
      const file = basename(target.location.source.absoluteRef);
      if (file !== wanted) report({ message: `${path} belongs in ${wanted}; it is in ${file}.`, location: location.child([path]) });
    }
  },
});
