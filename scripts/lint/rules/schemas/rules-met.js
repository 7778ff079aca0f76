import { follow } from '../../lib/follow.js';

/**
 * The schemas of a member that a pointer names, `*` being each item of a list, looked up in a schema and what it refers to.
 * @param {ReturnType<typeof follow>} schema
 * @param {string[]} path
 * @param {import('../../lib/rule.js').Resolve} resolve
 * @returns {import('../../lib/rule.js').Node[]}
 */
function membersAt({ node: schema, file }, path, resolve) {
  const at = follow(schema, file, resolve);
  const [name, ...rest] = path;
  if (name === undefined) return [at.node];
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = at.node ?? {};
  const member = name === '*' ? items : Object.hasOwn(properties, name) ? properties[name] : undefined;
  const own = member ? membersAt({ node: member, file: at.file }, rest, resolve) : [];
  /** @type {import('../../lib/rule.js').Node[]} */
  const branches = [allOf, anyOf, oneOf].flat();
  return [...own, ...branches.flatMap((node) => membersAt({ node, file: at.file }, path, resolve))];
}

/** Rules about members, which they name by pointers. */
const keywords = /** @type {const} */ (['x-less-than', 'x-total']);

/**
 * The rules of a schema: its own, and those of its conditions and parts.
 * @param {import('../../lib/rule.js').Node} schema
 * @returns {{ keyword: typeof keywords[number], keys: (string | number)[], pointer: string, rule: import('../../lib/rule.js').Node }[]}
 */
function rulesIn(schema) {
  const { then: met, else: unmet, allOf = [] } = schema;
  const own = keywords.flatMap((keyword) =>
    Object.entries(schema[keyword] ?? {}).map(([pointer, rule]) => ({ keyword, keys: [keyword, pointer], pointer, rule })),
  );
  /** @type {[keys: (string | number)[], part: import('../../lib/rule.js').Node][]} */
  const parts = [
    [['then'], met],
    [['else'], unmet],
    ...allOf.map((/** @type {unknown} */ part, /** @type {number} */ index) => [['allOf', index], part]),
  ];
  const inside = parts.flatMap(([keys, part]) => (part ? rulesIn(part).map((rule) => ({ ...rule, keys: [...keys, ...rule.keys] })) : []));
  return [...own, ...inside];
}

const numbers = ['integer', 'number'];

/**
 * A rule about members names such as the schema has, and what is said in place of a finding is said of something.
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
    for (const { keyword, keys, pointer, rule } of rulesIn(schema)) {
      const at = location.child(keys);
      /** @param {string} named @param {string[]} [types] any, if left out */
      const check = (named, types) => {
        const parts = named.split('/').slice(1);
        const find = (/** @type {string[]} */ path) => membersAt({ node: schema, file: location.source.absoluteRef }, path, resolve);
        const isThere = (/** @type {string[]} */ path) =>
          find(path).some(({ type } = {}) => path.length < parts.length || !types || [type].flat().some((one) => types.includes(one)));
        const missing = parts.findIndex((_, index) => !isThere(parts.slice(0, index + 1)));
        if (missing < 0) return;
        const before = parts.slice(0, missing);
        const others = find(before)
          .flatMap(({ properties = {} } = {}) => Object.keys(properties))
          .filter((name) => isThere([...before, name]))
          .map((name) => `/${[...before, name].join('/')}`);
        const kind = types ? 'number ' : '';
        const rest = others.length > 0 ? `; it has ${others.join(', ')}` : '';
        report({ message: `The schema has no ${kind}${named}${rest}.`, location: named === pointer ? at.key() : at });
      };
      if (keyword === 'x-total') {
        const { sum, most } = rule;
        if (!pointer.includes('/*') || (sum === undefined) === (most === undefined))
          report({ message: 'x-total has the pointer of a list, with a * in it, and either sum or most.', location: at.key() });
        // Numbers may be written as strings.
        const addends = [...numbers, 'string'];
        check(pointer, sum === undefined ? undefined : addends);
        if (sum !== undefined) check(sum, addends);
        continue;
      }
      const { than, unless } = typeof rule === 'object' && rule ? rule : { than: rule };
      if (unless && !(typeof unless.header === 'string' && unless.header === unless.header.toLowerCase() && unless.has))
        report({ message: 'unless names a header, in lower case, and what it has.', location: at });
      check(pointer, numbers);
      check(String(than), numbers);
    }
  },
});
