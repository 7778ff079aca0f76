import { follow } from '../../lib/follow.js';

/**
 * A schema and the members of its `allOf`, resolved.
 * @param {import('../../lib/rule.js').Node} schema
 * @param {string} file
 * @param {import('../../lib/rule.js').Resolve} resolve
 * @returns {ReturnType<typeof follow>[]}
 */
function parts(schema, file, resolve) {
  const part = follow(schema, file, resolve);
  /** @type {import('../../lib/rule.js').Node[]} */
  const members = part.node?.allOf ?? [];
  return [part, ...members.flatMap((member) => parts(member, part.file, resolve))];
}

/**
 * The values that tell a branch of a union: `const` or `enum` of a property.
 * @param {ReturnType<typeof parts>} branch
 * @param {string} property
 * @param {import('../../lib/rule.js').Resolve} resolve
 * @returns {unknown[]}
 */
const valuesOf = (branch, property, resolve) =>
  branch
    .filter(({ node }) => node?.properties?.[property])
    .map(({ node, file }) => follow(node.properties[property], file, resolve).node ?? {})
    .flatMap((schema) => ('const' in schema ? [schema.const] : (schema.enum ?? [])));

/**
 * A union with a discriminator maps exactly the values of its branches, each to its branch, and each branch requires the property:
 * validators go by `const` and `enum`, generated types by the mapping, and both must agree.
 * @type {import('../../lib/rule.js').Visit}
 */
function checkMapping(schema, { location, report, resolve }) {
  const union = schema.oneOf ? 'oneOf' : 'anyOf';
  const { discriminator, [union]: branches } = schema;
  if (!discriminator || !branches) return;
  const property = discriminator.propertyName;
  const mapping = discriminator.mapping ?? {};
  const mapped = new Map(Object.keys(mapping).map((value) => [value, resolve({ $ref: mapping[value] }).location?.absolutePointer]));
  const known = new Set();
  for (const [index, entry] of branches.entries()) {
    const branch = parts(entry, location.source.absoluteRef, resolve).filter(({ node }) => node);
    if (branch.length === 0) continue;
    const at = location.child([union, index]);
    if (!branch.some(({ node }) => node.required?.includes(property))) {
      report({ message: `The branch does not require ${property}.`, location: at });
    }
    const values = valuesOf(branch, property, resolve).map(String);
    if (values.length === 0) report({ message: `The branch has no const or enum for ${property}.`, location: at });
    for (const value of values) {
      known.add(value);
      if (!mapped.has(value)) {
        report({ message: `The mapping has no ${value}, which a branch has.`, location: location.child(['discriminator']) });
      } else if (mapped.get(value) !== branch[0]?.pointer) {
        report({ message: `${value} is mapped to another schema than the branch that has it.`, location: at });
      }
    }
  }
  for (const value of mapped.keys()) {
    if (!known.has(value)) {
      report({ message: `No branch has ${value}.`, location: location.child(['discriminator', 'mapping', value]).key() });
    }
  }
}

/**
 * The branch for all other values of a union says `not` of exactly the values of the others: a value that it lacks fits two branches, and
 * one of no branch fits none.
 * @type {import('../../lib/rule.js').Visit}
 */
function checkOpenBranch(schema, { location, report, resolve }) {
  const union = schema.oneOf ? 'oneOf' : 'anyOf';
  /** @type {import('../../lib/rule.js').Node[]} */
  const branches = schema[union] ?? [];
  for (const [index, open] of branches.entries()) {
    for (const [property, { type, not }] of Object.entries(open.properties ?? {})) {
      if (!not?.enum) continue;
      const values = branches
        .filter((branch) => branch !== open)
        .flatMap((branch) => valuesOf(parts(branch, location.source.absoluteRef, resolve), property, resolve))
        // A null is left out by the type.
        .filter((value) => value !== null || [type].flat().includes('null'));
      const at = location.child([union, index, 'properties', property, 'not', 'enum']);
      for (const value of values) {
        if (!not.enum.includes(value)) report({ message: `It does not leave out ${value}, which another branch has.`, location: at.key() });
      }
      for (const [place, value] of not.enum.entries()) {
        if (!values.includes(value)) report({ message: `No other branch has ${value}.`, location: at.child([place]) });
      }
    }
  }
}

/**
 * The branches of a union are told apart by the values of a property, and what says so a second time agrees.
 * @type {import('../../lib/rule.js').Rule}
 */
export const unionTags = () => ({
  Schema(schema, context) {
    checkMapping(schema, context);
    checkOpenBranch(schema, context);
  },
});
