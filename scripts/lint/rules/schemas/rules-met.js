import { follow } from '../../lib/follow.js';

/**
 * The schemas of a member that a pointer names, looked up in a schema and what it refers to.
 * @param {ReturnType<typeof follow>} schema
 * @param {string[]} path
 * @param {import('../../lib/rule.js').Resolve} resolve
 * @returns {import('../../lib/rule.js').Node[]}
 */
function membersAt({ node: schema, file }, path, resolve) {
  const at = follow(schema, file, resolve);
  const [name, ...rest] = path;
  if (name === undefined) return [at.node];
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = at.node ?? {};
  const own = Object.hasOwn(properties, name) ? membersAt({ node: properties[name], file: at.file }, rest, resolve) : [];
  /** @type {import('../../lib/rule.js').Node[]} */
  const branches = [allOf, anyOf, oneOf].flat();
  return [...own, ...branches.flatMap((node) => membersAt({ node, file: at.file }, path, resolve))];
}

/**
 * The rules of a schema: its own, and those of its conditions and parts.
 * @param {import('../../lib/rule.js').Node} schema
 * @returns {[keys: (string | number)[], rules: Record<string, unknown>][]}
 */
function rulesIn(schema) {
  const { 'x-less-than': own, then: met, else: unmet, allOf = [] } = schema ?? {};
  /** @type {[keys: (string | number)[], part: import('../../lib/rule.js').Node][]} */
  const parts = [
    [['then'], met],
    [['else'], unmet],
    ...allOf.map((/** @type {unknown} */ part, /** @type {number} */ index) => [['allOf', index], part]),
  ];
  const inside = parts.flatMap(([keys, part]) => (part ? rulesIn(part).map(([below, rules]) => [[...keys, ...below], rules]) : []));
  return /** @type {ReturnType<typeof rulesIn>} */ ([...(own ? [[[], own]] : []), ...inside]);
}

const numbers = ['integer', 'number'];

/**
 * A bound that depends on another member names two numbers that the schema has, and what is said in place of a finding is said of something.
 * @type {import('../../lib/rule.js').Rule}
 */
export const rulesMet = () => ({
  Schema(schema, { location, report, resolve, key }) {
    if (schema['x-message'] !== undefined && Object.keys(schema).length === 1)
      report({
        message: 'x-message says nothing of a value: there is no keyword beside it.',
        location: location.child(['x-message']).key(),
      });
    // A condition speaks of the members of the schema that it stands in.
    if (!schema.properties || ['then', 'else'].includes(String(key))) return;
    for (const [keys, rules] of rulesIn(schema)) {
      for (const [smaller, bound] of Object.entries(rules)) {
        const at = location.child([...keys, 'x-less-than', smaller]);
        const { than, unless } = typeof bound === 'object' && bound ? bound : { than: bound };
        if (unless && !(typeof unless.header === 'string' && unless.header === unless.header.toLowerCase() && unless.has))
          report({ message: 'unless names a header, in lower case, and what it has.', location: at });
        for (const pointer of [smaller, String(than)]) {
          const found = membersAt({ node: schema, file: location.source.absoluteRef }, pointer.split('/').slice(1), resolve);
          const isNumber = found.some(({ type } = {}) => [type].flat().some((one) => numbers.includes(one)));
          if (!isNumber) report({ message: `The schema has no number ${pointer}.`, location: pointer === smaller ? at.key() : at });
        }
      }
    }
  },
});
