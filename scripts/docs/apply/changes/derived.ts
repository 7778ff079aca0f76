/** What an example says of schemas: a page that shows no more than examples tells of its members by them. */
import type { Json } from '../../../lib/document.js';
import { jsonType, memberOf, valuesOf } from '../../../lib/schema-union.js';
import type { Change, Fact } from '../../facts/fact.js';
import { type Address, parseAddress } from '../../locate/address.js';
import type { ContractSources } from '../../locate/contract-sources.js';
import { subjectsOf } from '../../locate/page-parts.js';
import { schemasOfPlace } from '../../locate/sites.js';
import { ownersOf } from './members.js';
import type { PageReading, Task } from './reading.js';

const collapsed = (parts: readonly string[]): string =>
  parts.map((part) => `/${/^\d+$/.test(part) ? '*' : part.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

export const holderOf = (pointer: string): string => pointer.replace(/#.*$/s, '');

/** The value of a fact of an example; what is no JSON is the text that it is. */
export function jsonOf(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Facts of a schema that a value shows: its types, and those of its members. */
function typeFacts(value: Json, pointer: string): Fact[] {
  const type = jsonType(value);
  const own: Fact[] = type === 'null' ? [] : [{ kind: 'type', pointer, value: type }];
  if (Array.isArray(value)) return [...own, ...(value[0] === undefined ? [] : typeFacts(value[0], `${pointer}/*`))];
  if (type !== 'object') return own;
  const members = Object.entries(value as Record<string, Json>);
  return [
    ...own,
    ...members.flatMap(([name, member]) => {
      const at = `${pointer}${collapsed([name])}`;
      return [{ kind: 'field', pointer: at, value: name } as const, ...typeFacts(member, at)];
    }),
  ];
}

/** Whether the schemas say nothing about such a member. */
function isUnknown(sources: ContractSources, task: Task, { place, parts = [] }: Address): boolean {
  if (parts.length === 0 || /^\d+$/.test(parts.at(-1) ?? '')) return false;
  if (subjectsOf(sources, task.reading.entry, place).length === 0) return false;
  const around = schemasOfPlace(sources, task.reading.entry, place, parts.slice(0, -1));
  return ownersOf(sources, task, place, parts).length === 0 && memberOf(around, parts.at(-1) ?? '') === undefined;
}

function ofSchemaPage(sources: ContractSources, { entry }: PageReading, change: Change, address: Address): Change[] {
  const at = (parts: readonly string[]) => `schema#${collapsed(parts)}`;
  const { parts = [] } = address;
  const pointer = at(parts);
  const isElement = /^\d+$/.test(parts.at(-1) ?? '');
  const [before, after] = [jsonOf(change.before), jsonOf(change.after)];
  if (change.to !== undefined) {
    return [
      { kind: 'field', pointer, before: change.before ?? '', after: change.after ?? '', to: at(parseAddress(change.to)?.parts ?? []) },
    ];
  }
  if (before !== undefined && after !== undefined) {
    const [from, to] = [jsonType(before), jsonType(after)];
    if ([from, to].includes('null')) return [change];
    if (from !== to) return [{ kind: 'type', pointer, before: from, after: to }];
    // Where no values are listed, one is as good as another.
    const isListed = schemasOfPlace(sources, entry, { in: 'schema' }, parts).some(
      (schema) => schema.enum !== undefined || 'const' in schema,
    );
    if (!isListed) return [change];
    return [{ kind: 'enum', pointer, before: change.before ?? '', after: change.after ?? '' }];
  }
  if (isElement) return [];
  const name = parts.at(-1) ?? '';
  if (after !== undefined) return [{ kind: 'field', pointer, after: name, facts: typeFacts(after, pointer) }];
  return [{ kind: 'field', pointer, before: name }];
}

/**
 * What the change of an example is besides: a member that the schema does not know, or a value that its list does not have. Of a page
 * that shows schemas, these say so themselves.
 */
export function derivedChanges(sources: ContractSources, reading: PageReading, change: Change): Change[] {
  if (change.kind !== 'example') return [change];
  const address = parseAddress(change.pointer);
  if (address?.place.in !== 'example') return [change];
  if (reading.entry.schema !== undefined) return ofSchemaPage(sources, reading, change, address);
  const showsSchemas = reading.after.some(({ kind }) => kind === 'type');
  if (showsSchemas || ['text', 'query'].includes(address.place.of)) return [change];
  const task: Task = { reading, change, day: '' };
  const { parts = [] } = address;
  const at = (of: readonly string[]) => `${holderOf(change.pointer)}#${collapsed(of)}`;
  const after = jsonOf(change.after);
  if (change.to !== undefined) {
    const to = parseAddress(change.to);
    const isField = to && isUnknown(sources, task, to) && !isUnknown(sources, task, address);
    return isField
      ? [{ kind: 'field', pointer: at(parts), before: parts.at(-1) ?? '', after: to.parts?.at(-1) ?? '', to: at(to.parts ?? []) }, change]
      : [change];
  }
  if (after === undefined) return [change];
  if (isUnknown(sources, task, address)) {
    const pointer = at(parts);
    return [{ kind: 'field', pointer, after: parts.at(-1) ?? '', facts: typeFacts(after, pointer) }, change];
  }
  const schemas = schemasOfPlace(sources, reading.entry, address.place, parts);
  const { known, free } = valuesOf(schemas, [jsonType(after)]);
  // Of an open list, any other value is legal.
  const isOpen = free || schemas.some((schema) => schema['x-open-enum']);
  const isUnlisted = known.length > 0 && !isOpen && !known.includes(after) && known.some((value) => jsonType(value) === jsonType(after));
  return isUnlisted ? [{ kind: 'enum', pointer: at(parts), after: JSON.stringify(after) }, change] : [change];
}
