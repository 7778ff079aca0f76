/** What a schema says of a value: types, lists, bounds, defaults. */
import type { Json, Schema } from '../../../lib/document.js';
import { jsonType } from '../../../lib/schema-union.js';
import type { Draft } from '../../edit/draft.js';
import { addItem, addMember, hasPath, remove, setValue } from '../../edit/splice.js';
import type { Place } from '../../locate/address.js';
import type { ContractSources, Origin } from '../../locate/contract-sources.js';
import { fragmentsOf } from '../../locate/fragments.js';
import { schemasOfPlace, siteOf, siteText } from '../../locate/sites.js';
import { ownersOf, requireMember } from './members.js';
import { claimSeen } from './provenance.js';
import type { Outcome, Task } from './reading.js';
import { patternFault } from './transcription.js';

/** Keywords that are about values of one type only. */
const ofType: Record<string, readonly string[]> = {
  string: ['pattern', 'minLength', 'maxLength', 'format', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties'],
};

const numeric = (type: string) => (type === 'integer' ? 'number' : type);

/** What a schema says that values of a type have nothing to do with. */
function contradicted(schema: Schema, type: string): string | undefined {
  const foreign = Object.entries(ofType).flatMap(([other, keywords]) => (other === numeric(type) ? [] : keywords));
  const keyword = foreign.find((name) => name in schema);
  if (keyword) return keyword;
  const listed: Json[] = 'const' in schema ? [schema.const] : [...(schema.enum ?? []), ...('default' in schema ? [schema.default] : [])];
  const isOf = (value: Json) => jsonType(value) === type || (type === 'number' && jsonType(value) === 'integer') || value === null;
  return listed.some((value) => !isOf(value)) ? ('const' in schema ? 'const' : 'enum' in schema ? 'enum' : 'default') : undefined;
}

export interface Said {
  schema: Schema;
  origin: Origin;
}

const saidAt = (sources: ContractSources, schemas: readonly Schema[]): Said[] =>
  [...new Set(schemas)].flatMap((schema) => {
    const origin = sources.originOf(schema);
    return origin ? [{ schema, origin }] : [];
  });

const at = ({ origin }: Said, ...more: Origin['path']): Origin => ({ file: origin.file, path: [...origin.path, ...more] });

const named = (sources: ContractSources, origin: Origin): string => siteText(siteOf(sources, origin, true));

const listed = (said: readonly Said[], sources: ContractSources): string => said.map(({ origin }) => named(sources, origin)).join(', ');

/** The schemas that say a thing of the value at an address, and all that describe it. */
export function schemasSaying(
  sources: ContractSources,
  { reading, change }: Task,
  place: Place,
  parts: readonly string[],
): { saying: Said[]; all: Said[] } {
  const all = saidAt(sources, schemasOfPlace(sources, reading.entry, place, parts));
  const { kind, before, after } = change;
  const says = ({ schema }: Said): boolean => {
    if (kind === 'enum') return schema.enum !== undefined || 'const' in schema;
    if (kind === 'type') return schema.type !== undefined && (before === undefined || [schema.type].flat().includes(before));
    if (kind === 'nullable') return schema.type !== undefined;
    if (kind === 'bound') return ((before ?? after)?.split(' ', 1)[0] ?? '') in schema;
    return kind in schema;
  };
  return { saying: all.filter(says), all };
}

/** The one schema of a value to which a keyword can be added. */
export function typedSchemas(all: readonly Said[]): Said[] {
  const own = all.filter(({ schema }) => schema.type !== undefined);
  return own.length > 0 ? own : all.filter(({ schema }) => !('$ref' in schema) && !schema.anyOf && !schema.oneOf).slice(0, 1);
}

/** Whether a keyword is all that a part of a schema says, but for the words in which it is told: they go with it. */
const isAlone = ({ schema, origin }: Said, name: string): boolean =>
  origin.path.at(-2) === 'allOf' && Object.keys(schema).every((key) => key === name || key === 'x-message');

/** Sets a keyword in all schemas that say it, adds it to the one that may, or takes it away. */
function keyword(draft: Draft, task: Task, place: Place, parts: readonly string[], name: string, value: Json | undefined): Outcome {
  const { sources } = draft;
  const { saying, all } = schemasSaying(sources, task, place, parts);
  if (value === undefined) {
    for (const said of saying) {
      const { file, path } = isAlone(said, name) ? said.origin : at(said, name);
      const [list, index] = path.slice(-2);
      draft.edit(file, (text) => remove(text, path, path.length - (list === 'allOf' && typeof index === 'number' ? 2 : 1)));
      claimSeen(draft, said.origin);
    }
    return { done: saying.length > 0 ? `removed \`${name}\`` : `the contract says no \`${name}\`` };
  }
  const targets = saying.length > 0 ? saying : typedSchemas(all);
  if (targets.length === 0) return { left: `the contract describes no such value, so \`${name}\` has no place` };
  if (saying.length === 0 && targets.length > 1)
    return { left: `\`${name}\` may belong to several alternatives (${listed(targets, sources)}): say to which` };
  for (const said of targets) {
    const { file, path } = at(said, name);
    draft.edit(file, (text) => addMember(text, path, value), saying.length === 0);
    claimSeen(draft, said.origin);
  }
  return { done: `set \`${name}\` to ${JSON.stringify(value)}` };
}

function changeType(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const { before, after } = task.change;
  const { sources } = draft;
  const { saying } = schemasSaying(sources, task, place, parts);
  if (saying.length === 0) {
    return {
      left: `the page says ${after ? `type ${after}` : `no more type ${before}`}, and the contract states no type there: say what the value is`,
    };
  }
  // A type beside the one that was leaves what was said of that.
  if (before !== undefined && after !== undefined) {
    for (const said of saying) {
      const foreign = contradicted(said.schema, after);
      if (foreign)
        return {
          left: `the type is ${after} now, but \`${foreign}\` is about another one (${named(sources, at(said, foreign))}): decide what it is to be`,
        };
    }
  }
  for (const said of saying) {
    const path = at(said, 'type').path;
    const types: string[] = [said.schema.type].flat();
    const next =
      after === undefined
        ? types.filter((type) => type !== before)
        : before === undefined
          ? [...types, after]
          : types.map((type) => (type === before ? after : type));
    if (next.length === 0)
      return { left: `the page states no type any more (${named(sources, at(said, 'type'))}): decide what the value is` };
    draft.edit(said.origin.file, (text) => {
      if (Array.isArray(said.schema.type) && before !== undefined && after !== undefined)
        return setValue(text, [...path, types.indexOf(before)], after);
      return setValue(text, path, next.length === 1 ? (next[0] as string) : next);
    });
    claimSeen(draft, said.origin);
  }
  return { done: after === undefined ? `the type is no more ${before}` : `the type is ${after}${before === undefined ? ' too' : ''} now` };
}

function changeNullable(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const isNullable = task.change.after !== undefined;
  const { saying } = schemasSaying(draft.sources, task, place, parts);
  if (saying.length === 0)
    return { left: 'the page says that the value may be null, and the contract states no type there: say what the value is' };
  for (const said of saying) {
    const types: string[] = [said.schema.type].flat().filter((type) => type !== 'null');
    const next = isNullable ? [...types, 'null'] : types;
    draft.edit(said.origin.file, (text) => setValue(text, at(said, 'type').path, next.length === 1 ? (next[0] as string) : next));
    claimSeen(draft, said.origin);
  }
  return { done: isNullable ? 'the value may be null' : 'the value is never null' };
}

/** The objects whose `required` list a member. */
function requiring(sources: ContractSources, task: Task, place: Place, parts: readonly string[]): Said[] {
  const around = schemasOfPlace(sources, task.reading.entry, place, parts.slice(0, -1));
  return saidAt(sources, around.flatMap(fragmentsOf)).filter(({ schema }) =>
    (schema.required as string[] | undefined)?.includes(parts.at(-1) ?? ''),
  );
}

function changeRequired(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const { sources } = draft;
  const name = parts.at(-1) ?? '';
  const isRequired = task.change.after !== undefined;
  const lists = requiring(sources, task, place, parts);
  if (!isRequired) {
    const conditional = lists.find(({ origin }) =>
      origin.path.some((part) => ['if', 'then', 'else', 'not', 'anyOf', 'oneOf'].includes(String(part))),
    );
    if (conditional)
      return {
        left: `\`${name}\` is required under a condition (${named(sources, at(conditional, 'required'))}): decide whether that holds still`,
      };
    for (const said of lists) {
      const path = at(said, 'required', (said.schema.required as string[]).indexOf(name)).path;
      draft.edit(said.origin.file, (text) => remove(text, path, path.length - 2));
      claimSeen(draft, at(said, 'properties', name));
    }
    return { done: `\`${name}\` may be left out` };
  }
  const owners = saidAt(sources, ownersOf(sources, task, place, parts)).filter(
    ({ schema }) => !(schema.required as string[] | undefined)?.includes(name),
  );
  if (owners.length === 0)
    return lists.length > 0
      ? { done: `\`${name}\` is required` }
      : { left: `the contract has no \`${name}\` there that could be required` };
  for (const { origin } of owners) {
    requireMember(draft, origin, name);
    claimSeen(draft, { file: origin.file, path: [...origin.path, 'properties', name] });
  }
  return { done: `\`${name}\` is required` };
}

function changeEnum(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const { sources } = draft;
  const parse = (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as Json));
  const [before, after] = [parse(task.change.before), parse(task.change.after)];
  const { saying } = schemasSaying(sources, task, place, parts);
  const valuesOf = ({ schema }: Said): Json[] => ('const' in schema ? [schema.const] : schema.enum);
  const wanted = (after ?? before) as Json;
  if (saying.length === 0 && after === undefined) return { done: `${JSON.stringify(before)} is not listed` };
  if (saying.length === 0)
    return {
      left: `the page lists ${JSON.stringify(wanted)}, and the contract lists no values there: decide whether the list is closed, or open (openapi/README.md)`,
    };
  const having = saying.filter((said) => before !== undefined && valuesOf(said).includes(before));
  if (before !== undefined && having.length === 0 && after === undefined) return { done: `${JSON.stringify(before)} is not listed` };
  if (after !== undefined && saying.some((said) => valuesOf(said).includes(after)) && having.length === 0)
    return { done: `${JSON.stringify(after)} is listed` };
  const targets = having.length > 0 ? having : saying;
  const [target, other] = targets;
  if (having.length === 0 && other)
    return { left: `${JSON.stringify(after)} may belong to several lists (${listed(targets, sources)}): say to which` };
  // A page that lists none any more takes any value.
  const isGone = !task.reading.after.some(({ kind, pointer }) => kind === 'enum' && pointer === task.change.pointer);
  for (const said of having.length > 0 ? having : [target as Said]) {
    const { file } = said.origin;
    const isConstant = 'const' in said.schema;
    const list = at(said, isConstant ? 'const' : 'enum').path;
    if (isConstant) {
      if (after === undefined)
        return {
          left: `${JSON.stringify(before)} is the only value there (${named(sources, at(said, 'const'))}): decide what it is instead`,
        };
      if (before !== undefined) draft.edit(file, (text) => setValue(text, list, after));
      else
        return {
          left: `the page lists ${JSON.stringify(after)} beside ${JSON.stringify(said.schema.const)}, which tells one alternative apart (${named(sources, at(said, 'const'))}): say what the new one is`,
        };
    } else if (after === undefined) {
      if (isGone && said.schema.enum.length > 1) draft.edit(file, (text) => remove(text, list));
      else if (said.schema.enum.length === 1)
        return {
          left: `${JSON.stringify(before)} is the only value there (${named(sources, at(said, 'enum'))}): decide what it is instead`,
        };
      else draft.edit(file, (text) => remove(text, [...list, (said.schema.enum as Json[]).indexOf(before as Json)]));
    } else if (before !== undefined)
      draft.edit(file, (text) => setValue(text, [...list, (said.schema.enum as Json[]).indexOf(before)], after));
    else draft.edit(file, (text) => addItem(text, list, after));
    claimSeen(draft, said.origin);
  }
  const words =
    before === undefined
      ? `added ${JSON.stringify(after)}`
      : after === undefined
        ? isGone
          ? 'removed the list of values'
          : `removed ${JSON.stringify(before)}`
        : `replaced ${JSON.stringify(before)} by ${JSON.stringify(after)}`;
  return { done: words };
}

/** Marks a part as deprecated, since today, or takes the mark away. */
export function changeDeprecated(draft: Draft, { change, day }: Task, origins: readonly Origin[]): Outcome {
  if (origins.length === 0) return { left: 'the contract has no such part that could be deprecated: decide what is' };
  for (const { file, path } of origins) {
    if (change.after === undefined) {
      for (const name of ['x-deprecated-since', 'deprecated'])
        draft.edit(file, (text) => (hasPath(text, [...path, name]) ? remove(text, [...path, name]) : text));
    } else {
      draft.edit(file, (text) => addMember(text, [...path, 'deprecated'], true), true);
      draft.edit(file, (text) => addMember(text, [...path, 'x-deprecated-since'], day), true);
    }
  }
  return { done: change.after === undefined ? 'it is deprecated no more' : `it is deprecated since ${day}` };
}

/** Bounds whose value is written as the page says it. */
const plainBounds: readonly string[] = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties', 'additionalProperties'],
  ...['readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', 'examples'],
];

/** What is made of parts, or is no keyword at all. */
function unusualBound({ sources }: Draft, task: Task, place: Place, parts: readonly string[], name: string): Outcome {
  const { before, after } = task.change;
  const { saying, all } = schemasSaying(sources, task, place, parts);
  const where = listed((saying.length > 0 ? saying : typedSchemas(all)).slice(0, 1), sources);
  return {
    left: `the page says \`${name}\` ${(after ?? before ?? '').slice(name.length + 1)}${after === undefined ? ' no more' : ''}, which is not written as it is shown${where && ` (${where})`}: decide what it means there`,
  };
}

/** A fact about the value at an address. */
export function changeKeyword(draft: Draft, task: Task, place: Place, parts: readonly string[]): Outcome {
  const { kind, before, after } = task.change;
  switch (kind) {
    case 'type':
      return changeType(draft, task, place, parts);
    case 'nullable':
      return changeNullable(draft, task, place, parts);
    case 'required':
      return changeRequired(draft, task, place, parts);
    case 'enum':
      return changeEnum(draft, task, place, parts);
    case 'default':
      return keyword(draft, task, place, parts, 'default', after === undefined ? undefined : JSON.parse(after));
    case 'format':
      return keyword(draft, task, place, parts, 'format', after);
    case 'bound': {
      const [name = ''] = (after ?? before ?? '').split(' ', 1);
      if (!plainBounds.includes(name)) return unusualBound(draft, task, place, parts, name);
      const value: Json | undefined = after === undefined ? undefined : JSON.parse(after.slice(name.length + 1));
      const fault = name === 'pattern' && typeof value === 'string' ? patternFault(value) : undefined;
      if (fault) return { left: `the page has a pattern that JavaScript does not read (${fault}): decide how it is written` };
      return keyword(draft, task, place, parts, name, value);
    }
    case 'deprecated': {
      const { saying, all } = schemasSaying(draft.sources, task, place, parts);
      return changeDeprecated(
        draft,
        task,
        (saying.length > 0 ? saying : typedSchemas(all).slice(0, 1)).map(({ origin }) => origin),
      );
    }
    default:
      return { left: `nothing is known of a ${kind} there` };
  }
}
