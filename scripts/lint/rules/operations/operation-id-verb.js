/**
 * An operationId is a verb and a noun in camel case.
 * @param {{ verbs: string[], callbackVerbs: string[] }} options `verbs`: of any operation; `callbackVerbs`: further ones of callbacks
 * @returns {import('../../lib/rule.js').Visitor}
 */
export const operationIdVerb = ({ verbs, callbackVerbs }) => {
  /** @param {string[]} allowed */
  const check = (allowed) => {
    const pattern = new RegExp(`^(?:${allowed.join('|')})[A-Z][A-Za-z0-9]*$`);
    /** @type {import('../../lib/rule.js').Visit} */
    return ({ operationId }, { location, report }) => {
      if (operationId && !pattern.test(operationId)) {
        report({
          message: `${operationId} is no verb (${allowed.join(', ')}) and noun in camel case.`,
          location: location.child(['operationId']),
        });
      }
    };
  };
  return {
    Paths: { PathItem: { Operation: check(verbs) } },
    Callback: { PathItem: { Operation: check([...verbs, ...callbackVerbs]) } },
  };
};
