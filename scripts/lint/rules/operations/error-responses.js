import { follow } from '../../lib/follow.js';

/**
 * The dialects that a request of the operation may be answered in: its own, and those of the request branches that override it.
 * @param {import('../../lib/rule.js').Node} operation
 * @param {string} file that the operation stands in
 * @param {import('../../lib/rule.js').Resolve} resolve
 * @returns {Set<string>}
 */
function dialectsOf(operation, file, resolve) {
  const dialects = new Set([operation['x-error-dialect']]);
  const body = follow(operation.requestBody, file, resolve);
  for (const mediaType of Object.values(body.node?.content ?? {})) {
    const schema = follow(mediaType.schema, body.file, resolve);
    for (const entry of schema.node?.oneOf ?? schema.node?.anyOf ?? []) {
      const branch = follow(entry, schema.file, resolve).node;
      if (branch?.['x-error-dialect']) dialects.add(branch['x-error-dialect']);
    }
  }
  return dialects;
}

/**
 * Every operation has an error dialect, declares `default`, and each of its error responses speaks every dialect that it may answer in.
 * @type {import('../../lib/rule.js').Rule}
 */
export const errorResponses = () => ({
  // Callbacks are left out: what they are answered is the caller's, not the gateway's.
  Paths: {
    PathItem: {
      Operation(operation, { location, report, resolve }) {
        if (!operation['x-error-dialect']) {
          report({ message: 'The operation has no x-error-dialect.', location: location.key() });
          return;
        }
        const responses = operation.responses ?? {};
        if (!responses.default) {
          report({ message: 'The operation declares no default response.', location: location.child(['responses']).key() });
        }
        const wanted = dialectsOf(operation, location.source.absoluteRef, resolve);
        for (const [status, entry] of Object.entries(responses)) {
          const response = resolve(entry).node;
          if (!response || !/^(?:[45]|default$)/.test(status)) continue;
          const spoken = [response['x-error-dialect'] ?? []].flat();
          for (const dialect of wanted) {
            if (!spoken.includes(dialect)) {
              report({ message: `The response ${status} does not speak ${dialect}.`, location: location.child(['responses', status]) });
            }
          }
        }
      },
    },
  },
});
