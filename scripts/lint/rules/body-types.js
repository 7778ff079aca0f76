const json = 'application/json';
const eventStream = 'text/event-stream';

/**
 * Bodies are of the media types that mock, client and kit know: JSON, and the events of a stream in answers.
 * @type {import('../lib/rule.js').Rule}
 */
export const bodyTypes = () => {
  /**
   * @param {string} what
   * @param {string[]} known
   * @returns {import('../lib/rule.js').Visit}
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
  };
};
