/**
 * Why a pattern is none, in the words of the engine.
 * @param {string} pattern
 */
function faultOf(pattern) {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return /** @type {Error} */ (error).message.replace(/^Invalid regular expression: /, '');
  }
}

/**
 * Validators and types can be made of each schema: patterns are those of JavaScript, lists have values, and limits are numbers.
 * @type {import('../../lib/rule.js').Rule}
 */
export const schemaCompiles = () => ({
  Schema(schema, { location, report }) {
    const patterns = [
      ...(typeof schema.pattern === 'string' ? [{ pattern: schema.pattern, place: location.child(['pattern']) }] : []),
      ...Object.keys(schema.patternProperties ?? {}).map((pattern) => ({
        pattern,
        place: location.child(['patternProperties', pattern]).key(),
      })),
    ];
    for (const { pattern, place } of patterns) {
      const fault = faultOf(pattern);
      if (fault) report({ message: `The pattern is none that JavaScript reads: ${fault}.`, location: place });
    }
    if (Array.isArray(schema.enum) && schema.enum.length === 0)
      report({ message: 'A list of values has one at least.', location: location.child(['enum']).key() });
    for (const [name, value] of Object.entries(schema))
      if (typeof value === 'number' && !Number.isFinite(value))
        report({ message: `${name} is no number that JSON has.`, location: location.child([name]).key() });
  },
});
