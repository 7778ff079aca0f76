/** Which documented values are described by a schema. */
import type { Document, Json, Schema } from '../../lib/document.js';
import { itemsOf, memberOf, unionOf } from '../../lib/schema-union.js';

type Path = (string | number)[];

/**
 * The ways to the members of a name, in a value, that one of the owners declares.
 * @param schemas that the value is an instance of
 * @param isOwner whether a schema is one of those that declare the member in question
 */
export function membersShown(
  document: Document,
  value: Json | undefined,
  schemas: readonly Schema[],
  name: string,
  isOwner: (schema: Schema) => boolean,
): Path[] {
  const found: Path[] = [];
  const visit = (at: Json, described: readonly Schema[], path: Path): void => {
    if (at === null || typeof at !== 'object' || described.length === 0) return;
    const union = [...new Set(described.flatMap((schema) => unionOf(document, schema, at)))];
    if (Array.isArray(at)) {
      for (const [index, item] of at.entries()) visit(item, itemsOf(union), [...path, index]);
      return;
    }
    for (const [key, member] of Object.entries(at)) {
      const declares = union.some((schema) => isOwner(schema) && schema.properties && Object.hasOwn(schema.properties, name));
      if (key === name && declares) found.push([...path, key]);
      visit(member, memberOf(union, key)?.union ?? [], [...path, key]);
    }
  };
  if (value !== undefined) visit(value, schemas, []);
  return found;
}
