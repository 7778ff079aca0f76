/**
 * Makes unions that can be told apart by a tag explicit for Ajv: only the tagged alternative is tried, which is faster and leaves
 * only its errors. The verdict stays the same, since alternatives with different tags exclude each other.
 */
import { type Document, type Json, resolve, type Schema } from './document.js';

function tagValues(document: Document, branch: Schema, property: string): Json[] | undefined {
  const target = resolve<Schema>(document, branch);
  if (!target.required?.includes(property)) return undefined;
  const declared = target.properties?.[property];
  const member = declared && resolve<Schema>(document, declared);
  return member && ('const' in member ? [member.const] : member.enum);
}

/** The property whose value tells all branches but at most one, the open one, apart. */
function findTag(
  document: Document,
  branches: Schema[],
): { property: string; tagged: Schema[]; values: Json[]; open?: Schema } | undefined {
  const candidates = new Set(branches.flatMap((branch) => resolve<Schema>(document, branch).required ?? []) as string[]);
  for (const property of candidates) {
    const values = branches.map((branch) => tagValues(document, branch, property));
    const open = branches.filter((_, index) => values[index] === undefined);
    const all = values.flatMap((list) => list ?? []);
    if (new Set(all).size !== all.length || open.length > 1 || branches.length - open.length < 2) continue;
    if (open.length === 0) return { property, tagged: branches, values: all };
    const [branch] = open as [Schema];
    const target = resolve<Schema>(document, branch);
    const excluded: Json[] | undefined = target.properties?.[property]?.not?.enum;
    if (excluded && all.every((value) => excluded.includes(value))) {
      return { property, tagged: branches.filter((other) => other !== branch), values: all, open: branch };
    }
  }
  return undefined;
}

/** A copy of a schema of the document in which every such union is discriminated. */
export function tagUnions(document: Document, schema: Schema): Schema {
  const walk = (node: any): any => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const tag = Array.isArray(node[keyword]) ? findTag(document, node[keyword]) : undefined;
      if (!tag) continue;
      const { [keyword]: _, discriminator: __, ...rest } = node;
      const { property, tagged, values, open } = tag;
      const union = {
        type: 'object',
        required: [property],
        properties: { [property]: { enum: values } },
        oneOf: tagged.map(walk),
        discriminator: { propertyName: property },
      };
      const choice = open
        ? { if: { type: 'object', required: [property], properties: { [property]: { enum: values } } }, then: union, else: walk(open) }
        : union;
      return { ...walk(rest), allOf: [...(rest.allOf ?? []).map(walk), choice] };
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, ['enum', 'const', 'default', 'required'].includes(key) ? value : walk(value)]),
    );
  };
  return walk(schema);
}
