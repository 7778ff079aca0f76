/**
 * Makes unions that can be told apart by a tag, or by a member that one has not, explicit for Ajv: only that alternative is tried, which is faster and
 * leaves only its errors. The verdict stays the same, since such alternatives exclude each other.
 */
import { type Document, type Json, resolve, type Schema } from '../../lib/document.js';

/** The texts that a branch pins a property to. */
function tagValues(document: Document, branch: Schema, property: string): string[] | undefined {
  const declared = resolve<Schema>(document, branch).properties?.[property];
  const member = declared && resolve<Schema>(document, declared);
  const values: Json[] | undefined = member && ('const' in member ? [member.const] : member.enum);
  return values?.every((value) => typeof value === 'string') ? values : undefined;
}

const requires = (document: Document, branch: Schema, property: string): boolean =>
  resolve<Schema>(document, branch).required?.includes(property) ?? false;

interface Tag {
  property: string;
  values: string[];
  /** Branches that pin the property. */
  tagged: Schema[];
  /** Branches of a value that has no such property. */
  untagged: Schema[];
  /** The branch for all other values. */
  open?: Schema;
}

/** The property whose value tells all branches but at most one, the open one, apart. */
function findTag(document: Document, branches: Schema[]): Tag | undefined {
  const candidates = new Set(branches.flatMap((branch) => Object.keys(resolve<Schema>(document, branch).properties ?? {})));
  for (const property of candidates) {
    const pinned = branches.map((branch) => tagValues(document, branch, property));
    const values = pinned.flatMap((list) => list ?? []);
    const tagged = branches.filter((_, index) => pinned[index] !== undefined);
    const others = branches.filter((_, index) => pinned[index] === undefined);
    if (new Set(values).size !== values.length || others.length > 1 || tagged.length < 2) continue;
    const untagged = branches.filter((branch) => !requires(document, branch, property));
    const [open] = others;
    if (!open) return { property, values, tagged, untagged };
    const excluded: Json[] = resolve<Schema>(document, open).properties?.[property]?.not?.enum ?? [];
    if (values.every((value) => excluded.includes(value))) return { property, values, tagged, untagged, open };
  }
  return undefined;
}

/** The branch of a value that lacks a member, as it says, which all others require. */
function findLacking(document: Document, branches: Schema[]): { property: string; lacking: Schema; others: Schema[] } | undefined {
  for (const lacking of branches) {
    const { required = [], ...further } = resolve<Schema>(document, lacking).not ?? {};
    const [property, ...more] = required;
    const others = branches.filter((branch) => branch !== lacking);
    if (typeof property !== 'string' || more.length > 0 || Object.keys(further).length > 0) continue;
    if (others.length > 0 && others.every((branch) => requires(document, branch, property))) return { property, lacking, others };
  }
  return undefined;
}

/** Keywords that say no more of a tag than which it is. */
const ofTags = new Set(['const', 'enum', 'type', 'description', 'title', 'default', 'examples']);

/** A branch that is written in place, without what the choice has judged: that the value is an object, and which tag it has. */
function withoutTag(branch: Schema, { property, values }: Tag): Schema {
  const declared: Schema | undefined = branch.properties?.[property];
  if (!declared || declared.$ref) return branch;
  const { not, ...others } = declared;
  // The member stays a known one.
  const withTag = (tag: Schema): Schema => ({ ...branch, properties: { ...branch.properties, [property]: tag } });
  if (not?.enum) return not.enum.every((value: Json) => values.includes(value as string)) ? withTag(others) : branch;
  if (!Object.keys(others).every((keyword) => ofTags.has(keyword))) return branch;
  const { type, required = [], ...rest } = withTag({});
  return { ...rest, ...(type !== 'object' && { type }), required: required.filter((name: string) => name !== property) };
}

/** A copy of a schema of the document in which every such union says which member tells its branches apart. */
export function tagUnions(document: Document, schema: Schema): Schema {
  const walk = (node: any): any => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      if (!Array.isArray(node[keyword])) continue;
      const { [keyword]: _, discriminator: __, ...rest } = node;
      const withChoice = (choice: Schema): Schema => ({ ...walk(rest), allOf: [...(rest.allOf ?? []).map(walk), choice] });
      const found = findLacking(document, node[keyword]);
      if (found) {
        const [other, ...more] = found.others.map(walk);
        const then = more.length === 0 ? other : { [keyword]: [other, ...more] };
        return withChoice({ if: { required: [found.property] }, then, else: walk(found.lacking) });
      }
      const tag = findTag(document, node[keyword]);
      if (!tag) continue;
      const { property, tagged, untagged, values, open } = tag;
      const branches = [...tagged, ...(open ? [open] : [])].map((branch) => walk(withoutTag(branch, tag)));
      const chosen = { tag: { property, values: tagged.map((branch) => tagValues(document, branch, property)) }, branches };
      const known = { type: 'object', required: [property], properties: { [property]: { enum: values } } };
      const present = open ? chosen : { ...known, ...chosen };
      const missing = { type: 'object', not: { required: [property] } };
      const choice =
        untagged.length > 0
          ? { if: missing, then: untagged.length === 1 ? walk(untagged[0]) : { anyOf: untagged.map(walk) }, else: present }
          : present;
      return withChoice(choice);
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, ['enum', 'const', 'default', 'required'].includes(key) ? value : walk(value)]),
    );
  };
  return walk(schema);
}
