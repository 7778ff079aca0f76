const json = 'application/json';
const eventStream = 'text/event-stream';

/**
 * Bodies are of the media types that mock, client and kit know: JSON, and the events of a stream in answers. Each success has one.
 * @type {import('../../lib/rule.js').Rule}
 */
export const bodyTypes = () => {
  /**
   * @param {string} what
   * @param {string[]} known
   * @returns {import('../../lib/rule.js').Visit}
   */
  const check =
    (what, known) =>
    ({ content = {} }, { location, report }) => {
      for (const type of Object.keys(content)) {
        if (!known.includes(type)) {
          report({
            message: `The body of ${what} is ${known.join(' or ')}, not ${type}; other bodies are not supported.`,
            location: location.child(['content', type]).key(),
          });
        }
      }
    };
  return {
    RequestBody: check('a request', [json]),
    Response: check('a response', [json, eventStream]),
    // Callbacks are left out: what they are answered is not the gateway's.
    Paths: {
      PathItem: {
        Operation({ responses = {} }, { location, report, resolve }) {
          for (const [status, entry] of Object.entries(responses)) {
            const response = resolve(entry).node;
            if (status.startsWith('2') && response && Object.keys(response.content ?? {}).length === 0) {
              report({
                message: `The response ${status} has no body; answers without one are not supported.`,
                location: location.child(['responses', status]),
              });
            }
          }
        },
      },
    },
  };
};
