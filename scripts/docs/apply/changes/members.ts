/** Members of objects that have come, are gone, or have another name. */
import type { Json, Schema } from '../../../lib/document.js';
import type { Draft } from '../../edit/draft.js';
import { addItem, addMember, hasPath, remove, renameKey, setValue } from '../../edit/splice.js';
import type { Place } from '../../locate/address.js';
import type { ContractSources, Origin } from '../../locate/contract-sources.js';
import { declaring } from '../../locate/described.js';
import { subjectsOf } from '../../locate/page-parts.js';
import { type Reference, referencesTo, renamedText } from '../../locate/references.js';
import { schemasOfPlace, siteOf, siteText } from '../../locate/sites.js';
import { claimSeen, keptBy } from './provenance.js';
import type { Outcome, Task } from './reading.js';

const nameOf = (parts: readonly string[]): string => parts.at(-1) ?? '';

/** The objects that declare the member of an address. */
export const ownersOf = (sources: ContractSources, { reading }: Task, place: Place, parts: readonly string[]): Schema[] => [
  ...new Set(
    subjectsOf(sources, reading.entry, place).flatMap(({ schemas, values }) => declaring(sources.document, schemas, parts, values)),
  ),
];

/** The object that a member would belong to: the one with members, or the first that may have some. */
export function objectsAround(sources: ContractSources, { reading }: Task, place: Place, parts: readonly string[]): Schema[] {
  const around = schemasOfPlace(sources, reading.entry, place, parts.slice(0, -1));
  const isCondition = (schema: Schema) => ['then', 'else'].includes(String(sources.originOf(schema)?.path.at(-1)));
  const own = around.filter((schema) => schema.properties && !isCondition(schema));
  return own.length > 0 ? own : around.filter((schema) => [schema.type].flat().includes('object')).slice(0, 1);
}

const placeOf = (sources: ContractSources, origin: Origin, onKey = true): string => siteText(siteOf(sources, origin, onKey));

/** What stands at a reference, as it is written. */
function textAt(sources: ContractSources, { file, path, onKey }: Reference): string {
  if (onKey) return String(path.at(-1));
  return String(path.reduce((value, part) => value?.[part], sources.value(file)));
}

/** @returns what a person has to do at references that cannot be told by their text */
function renameReferences(draft: Draft, references: readonly Reference[], from: string, to: string): string | undefined {
  const { sources } = draft;
  for (const reference of references) {
    const { file, path, onKey } = reference;
    const isPayload = reference.kind === 'example' || path.at(-1) === from;
    const text = textAt(sources, reference);
    const renamed = isPayload && onKey ? to : renamedText(text, from, to);
    if (renamed === undefined) return `${placeOf(sources, reference, onKey)} names it in a way that is not plain: ${text}`;
    draft.edit(file, (source) => (onKey ? renameKey(source, path, renamed) : setValue(source, path, renamed)));
  }
  return undefined;
}

export function renameMember(draft: Draft, task: Task, place: Place, parts: readonly string[], to: string): Outcome {
  const { sources } = draft;
  const from = nameOf(parts);
  const owners = ownersOf(sources, task, place, parts);
  if (owners.length === 0 && ownersOf(sources, task, place, [...parts.slice(0, -1), to]).length > 0)
    return { done: `\`${to}\` is in the contract` };
  if (owners.length === 0) return { left: `the contract has no \`${from}\` there, so there is nothing to rename to \`${to}\`` };
  const taken = owners.find(({ properties }) => Object.hasOwn(properties, to));
  if (taken) {
    const at = sources.originOf(taken);
    return {
      left: `\`${to}\` is in the contract already${at ? ` (${placeOf(sources, { file: at.file, path: [...at.path, 'properties', to] })})` : ''}: decide which of the two stays`,
    };
  }
  const references = referencesTo(sources, { owners: new Set(owners), name: from });
  const members = owners
    .flatMap((owner) => sources.originOf(owner) ?? [])
    .map(({ file, path }) => ({ file, path: [...path, 'properties', from] }));
  // Deeper places first: a key on the way to one of them may be renamed too.
  const deepest = [...references].sort((a, b) => b.path.length - a.path.length);
  const unclear = renameReferences(draft, deepest, from, to);
  if (unclear) return { left: unclear };
  for (const { file, path } of members) draft.edit(file, (text) => renameKey(text, path, to));
  for (const { file, path } of members) claimSeen(draft, { file, path: [...path.slice(0, -1), to] });
  return { done: `renamed \`${from}\` to \`${to}\` in ${members.length + references.length} places` };
}

export function removeMember(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const { sources } = draft;
  const name = nameOf(parts);
  const owners = ownersOf(sources, task, place, parts);
  if (owners.length === 0) return { done: `\`${name}\` is not in the contract` };
  const members = owners
    .flatMap((owner) => sources.originOf(owner) ?? [])
    .map(({ file, path }) => ({ file, path: [...path, 'properties', name] }));
  for (const member of members) {
    const provenance = keptBy(sources, member);
    if (provenance)
      return {
        left: `\`${name}\` is gone from the page, and stays: it is known from elsewhere (${provenance}, ${placeOf(sources, member)}); decide whether it goes`,
      };
  }
  const references = referencesTo(sources, { owners: new Set(owners), name });
  const used = references.find(
    ({ kind, path, onKey }) => kind === 'table' || (kind === 'schema' && !isListed(path) && !(onKey && path.includes('fields'))),
  );
  if (used)
    return {
      left: `\`${name}\` is gone from the page, but ${placeOf(sources, used, used.onKey)} needs it: decide what is said there instead`,
    };
  const places = [...references.map(({ file, path }) => ({ file, path })), ...members].sort((a, b) => comparePaths(b.path, a.path));
  for (const { file, path } of places) {
    const isList = isListed(path);
    draft.edit(file, (text) =>
      hasPath(text, path) ? remove(text, path, isList ? path.length - 2 : path.includes('x-docs') ? 1 : path.length - 1) : text,
    );
  }
  return { done: `removed \`${name}\` in ${places.length} places` };
}

const isListed = (path: Origin['path']): boolean => path.at(-2) === 'required';

/** Later entries of lists first, so that those before keep their number. */
function comparePaths(a: Origin['path'], b: Origin['path']): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (part === other) continue;
    return typeof part === 'number' && typeof other === 'number' ? part - other : a.length - b.length;
  }
  return 0;
}

/** Adds a member to the object that an address names. */
export function addMemberAt(draft: Draft, task: Task, place: Place, parts: readonly string[], schema: Schema, isRequired = false): Outcome {
  const { sources } = draft;
  const name = nameOf(parts);
  if (ownersOf(sources, task, place, parts).length > 0) return { done: `\`${name}\` is in the contract` };
  const around = objectsAround(sources, task, place, parts);
  const [object, other] = around;
  const origin = object && sources.originOf(object);
  if (!origin) return { left: `the contract has no object there that \`${name}\` could be added to: say what it belongs to` };
  if (other) {
    const places = around.flatMap((schema) => sources.originOf(schema) ?? []).map((at) => placeOf(sources, at, false));
    return { left: `\`${name}\` may belong to several alternatives (${places.join(', ')}): say to which` };
  }
  const { file, path } = origin;
  draft.edit(file, (text) => addMember(text, [...path, 'properties', name], schema as Json), true);
  if (isRequired) requireMember(draft, origin, name);
  claimSeen(draft, { file, path: [...path, 'properties', name] });
  return { done: `added \`${name}\` (openapi/${file})` };
}

/** Puts a name into the list of an object's members that are always there. */
export function requireMember(draft: Draft, { file, path }: Origin, name: string): void {
  const list = [...path, 'required'];
  draft.edit(
    file,
    (text) => (hasPath(text, list) ? addItem(text, list, name) : addMember(text, list, [name])),
    !hasPath(draft.text(file), list),
  );
}
