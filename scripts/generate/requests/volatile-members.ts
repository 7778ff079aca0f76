/** Members of a request that differ from run to run and change nothing, worked out of its schema. */
import { formatPointer } from '../../../src/contract/pointer.js';
import type { VolatileMembers } from '../../../src/contract/prepared.js';
import { type Document, resolve, type Schema } from '../../lib/document.js';

/** @returns by JSON pointer, with `*` for every index; nothing below a member that is left out as a whole */
export function volatileMembers(document: Document, schema: Schema | undefined): VolatileMembers {
  const found: VolatileMembers = {};
  const walk = (part: Schema, path: readonly string[], seen: readonly Schema[]): void => {
    const target = resolve<Schema>(document, part);
    if (seen.includes(target)) return;
    const mark = part['x-volatile'] ?? target['x-volatile'];
    if (mark) {
      found[formatPointer(path)] = mark;
      return;
    }
    const below = [...seen, target];
    for (const [name, member] of Object.entries<Schema>(target.properties ?? {})) walk(member, [...path, name], below);
    if (target.items) walk(target.items, [...path, '*'], below);
    for (const branch of [target.allOf, target.anyOf, target.oneOf].flatMap((branches: Schema[] = []) => branches))
      walk(branch, path, below);
  };
  if (schema) walk(schema, [], []);
  return found;
}
