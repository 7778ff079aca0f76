/** What has become of the facts of a page. */
import { parsePointer } from '../../../src/contract/pointer.js';
import { canonicalJson } from '../../lib/canonical-json.js';
import type { Json } from '../../lib/document.js';
import { groupBy } from '../../lib/group-by.js';
import { jsonType } from '../../lib/schema-union.js';
import { type Change, type Fact, type FactKind, factKinds, factLine, sortedFacts } from './fact.js';

/** Something with a name, of which other facts tell more: a member, a parameter, a header, an answer. */
interface Named {
  kind: FactKind;
  address: string;
  /** What it is one of. */
  around: string;
  name: string;
}

const isWithin = (pointer: string, address: string): boolean =>
  pointer === address || (pointer.startsWith(address) && /^[/# ]/.test(pointer.slice(address.length)));

const last = (pointer: string): string => parsePointer(pointer.slice(pointer.lastIndexOf('/')))[0] ?? '';

/** The named things that a fact tells of, from the outermost to the innermost. */
function namedIn({ kind, pointer, value }: Fact): Named[] {
  if (kind === 'field') return [{ kind, address: pointer, around: pointer.slice(0, pointer.lastIndexOf('/')), name: value }];
  if (kind === 'param') return [{ kind, address: pointer, around: 'parameter', name: value }];
  if (kind === 'header') return [{ kind, address: pointer, around: pointer.slice(0, pointer.lastIndexOf(' ')), name: value }];
  if (kind === 'status') return [{ kind, address: pointer, around: `response ${value.slice(0, 1)}`, name: value }];
  if (kind !== 'example') return [];
  const [holder = '', path = ''] = [pointer.replace(/#.*$/s, ''), pointer.replace(/^[^#]*#?/, '')];
  const found: Named[] = [{ kind, address: holder, around: holder.replace(/ ?[a-z]+ \d+$/, ''), name: holder }];
  for (let end = path.indexOf('/', 1); path !== ''; end = path.indexOf('/', end + 1)) {
    const address = `${holder}#${end < 0 ? path : path.slice(0, end)}`;
    found.push({ kind, address, around: address.slice(0, address.lastIndexOf('/')), name: last(address) });
    if (end < 0) break;
  }
  return found;
}

function namedOf(facts: readonly Fact[]): Map<string, Named> {
  const all = new Map<string, Named>();
  for (const fact of facts) {
    for (const named of namedIn(fact)) {
      const key = `${named.kind} ${named.address}`;
      if (!all.has(key)) all.set(key, named);
    }
  }
  return all;
}

/** The JSON of an example, or of a part of it, from its facts; `undefined` when there are none. */
export function exampleAt(facts: readonly Fact[], address: string): Json | undefined {
  let root: Json | undefined;
  for (const { kind, pointer, value } of facts) {
    if (kind !== 'example' || !isWithin(pointer, address)) continue;
    const path = parsePointer(pointer.slice(address.length).replace(/^#/, ''));
    const scalar = JSON.parse(value) as Json;
    if (path.length === 0) return scalar;
    root = placed(root, path, scalar);
  }
  return root;
}

function placed(container: Json | undefined, [name, ...rest]: string[], value: Json): Json {
  if (name === undefined) return value;
  if (/^\d+$/.test(name) && !(container && !Array.isArray(container))) {
    const list = Array.isArray(container) ? container : [];
    list[Number(name)] = placed(list[Number(name)], rest, value);
    return list;
  }
  const object = (container ?? {}) as { [name: string]: Json };
  object[name] = placed(object[name], rest, value);
  return object;
}

/** What kind of value stands there: two that differ in it are no one thing by another name. */
function typeAt(facts: readonly Fact[], { kind, address }: Named): string {
  if (kind === 'example') return jsonType(exampleAt(facts, address));
  const types = facts.filter((fact) => fact.kind === 'type' && (fact.pointer === address || fact.pointer === `${address}#`));
  return types.map(({ value }) => value).join();
}

const isIndex = ({ kind, address, name }: Named): boolean => kind === 'example' && (!address.includes('#') || /^\d+$/.test(name));

/** The first thing that has another name now: one gone and one come of what is around it, of the same type. */
function renamed(before: readonly Fact[], after: readonly Fact[]): { from: Named; to: Named } | undefined {
  const [had, has] = [namedOf(before), namedOf(after)];
  const byPlace = new Map<string, { gone: Named[]; come: Named[] }>();
  const at = ({ kind, around }: Named) => {
    const key = `${kind} ${around}`;
    const place = byPlace.get(key) ?? { gone: [], come: [] };
    byPlace.set(key, place);
    return place;
  };
  for (const [key, named] of had) if (!has.has(key) && !isIndex(named)) at(named).gone.push(named);
  for (const [key, named] of has) if (!had.has(key) && !isIndex(named)) at(named).come.push(named);
  for (const { gone, come } of byPlace.values()) {
    const [[from, second], [to, other]] = [gone, come];
    if (from && to && !second && !other && typeAt(before, from) === typeAt(after, to)) return { from, to };
  }
  return undefined;
}

/** What an object demands of its members, which names them. */
function naming(fact: Fact, { kind, around, name }: Named, next: string): Fact {
  if (kind !== 'field' || fact.kind !== 'bound' || fact.pointer !== around || !fact.value.includes(JSON.stringify(name))) return fact;
  const [keyword = ''] = fact.value.split(' ', 1);
  const value = fact.value.slice(keyword.length + 1).replaceAll(JSON.stringify(name), JSON.stringify(next));
  return { ...fact, value: `${keyword} ${canonicalJson(JSON.parse(value))}` };
}

const without = (facts: readonly Fact[], others: readonly Fact[]): Fact[] => {
  const lines = new Set(others.map(factLine));
  return facts.filter((fact) => !lines.has(factLine(fact)));
};

/** Facts of one kind at one address that exclude each other, so that one in the place of another is a change. */
const slotOf = ({ kind, pointer, value }: Fact): string => [kind, pointer, kind === 'bound' ? value.split(' ', 1)[0] : ''].join('\t');

/** Takes what has come or gone as a whole out of the facts, the outermost first. */
function wholes(facts: Fact[], others: readonly Fact[], side: 'before' | 'after'): { changes: Change[]; rest: Fact[] } {
  const known = namedOf(others);
  const changes: Change[] = [];
  let rest = facts;
  const candidates = [...namedOf(facts)].filter(([key]) => !known.has(key)).map(([, named]) => named);
  for (const { kind, address, name } of candidates.sort((a, b) => a.address.length - b.address.length)) {
    const inside = rest.filter(({ pointer }) => isWithin(pointer, address));
    if (!inside.some((fact) => fact.kind === kind)) continue;
    rest = rest.filter((fact) => !inside.includes(fact));
    const value = kind === 'example' ? JSON.stringify(exampleAt(inside, address) ?? name) : name;
    const more = kind === 'example' ? [] : inside.filter((fact) => fact.kind !== kind || fact.pointer !== address);
    changes.push({ kind, pointer: address, [side]: value, ...(more.length > 0 && { facts: more }) });
  }
  return { changes, rest };
}

/** Of the places of examples that have something in them, whether that is elements or members. */
function containersOf(facts: readonly Fact[]): Map<string, 'array' | 'object'> {
  const found = new Map<string, 'array' | 'object'>();
  for (const { kind, address, around, name } of namedOf(facts).values()) {
    if (kind !== 'example' || !address.includes('#')) continue;
    if (!/^\d+$/.test(name)) found.set(around, 'object');
    else if (!found.has(around)) found.set(around, 'array');
  }
  return found;
}

/**
 * Takes out of the facts the places of examples that are built otherwise now, one change each: they had members and have a plain value, or
 * elements, or the other way round.
 */
function rebuilt(before: readonly Fact[], after: readonly Fact[]): { changes: Change[]; had: Fact[]; has: Fact[] } {
  const changes: Change[] = [];
  let [had, has] = [[...before], [...after]];
  const plain = (facts: readonly Fact[]) => new Set(facts.flatMap(({ kind, pointer }) => (kind === 'example' ? [pointer] : [])));
  const [plainBefore, plainAfter] = [plain(before), plain(after)];
  const [namedBefore, namedAfter] = [namedOf(before), namedOf(after)];
  const containers = containersOf(after);
  const turned = [...containersOf(before)].flatMap(([address, kind]) => ((containers.get(address) ?? kind) === kind ? [] : [address]));
  for (const pointer of new Set([...plainBefore, ...plainAfter, ...turned.sort((a, b) => a.length - b.length)])) {
    const isPlain = plainBefore.has(pointer);
    const address = pointer.replace(/#$/, '');
    const isTurned = turned.includes(pointer) && had.some((fact) => isWithin(fact.pointer, address));
    if (!isTurned && (isPlain === plainAfter.has(pointer) || !(isPlain ? namedAfter : namedBefore).has(`example ${address}`))) continue;
    const valueIn = (facts: readonly Fact[]) => JSON.stringify(exampleAt(facts, address) ?? null);
    changes.push({ kind: 'example', pointer, before: valueIn(had), after: valueIn(has) });
    const isElsewhere = (fact: Fact) => fact.kind !== 'example' || !isWithin(fact.pointer, address);
    [had, has] = [had.filter(isElsewhere), has.filter(isElsewhere)];
  }
  return { changes, had, has };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What has become of facts.
 * @param kinds those that are compared: of two forms of a page, the kinds that both show
 * @returns the changes, by address. What comes or goes as a whole is one change, and so is what was renamed: one that is gone and one
 * that has come in the same object, of the same type.
 */
export function compareFacts(before: readonly Fact[], after: readonly Fact[], kinds: readonly FactKind[] = factKinds): Change[] {
  const compared = (facts: readonly Fact[]) => sortedFacts(facts.filter(({ kind }) => kinds.includes(kind)));
  let had = compared(before);
  let has = compared(after);
  const changes: Change[] = [];
  for (let found = renamed(had, has); found; found = renamed(had, has)) {
    const { from, to } = found;
    changes.push({ kind: from.kind, pointer: from.address, to: to.address, before: from.name, after: to.name });
    const now = ({ kind, pointer, value }: Fact): Fact => ({
      kind,
      pointer: to.address + pointer.slice(from.address.length),
      value: kind === from.kind && pointer === from.address && kind !== 'example' ? to.name : value,
    });
    had = sortedFacts(had.map((fact) => (isWithin(fact.pointer, from.address) ? now(fact) : naming(fact, from, to.name))));
  }
  const other = rebuilt(had, has);
  changes.push(...other.changes);
  ({ had, has } = other);
  const gone = wholes(without(had, has), has, 'before');
  const come = wholes(without(has, had), had, 'after');
  changes.push(...gone.changes, ...come.changes);
  const left = [...gone.rest.map((fact) => ({ fact, isGone: true })), ...come.rest.map((fact) => ({ fact, isGone: false }))];
  const slots = groupBy(left, ({ fact }) => slotOf(fact));
  for (const entries of slots.values()) {
    const [first, second, third] = entries;
    if (first?.isGone && second && !second.isGone && !third)
      changes.push({ kind: first.fact.kind, pointer: first.fact.pointer, before: first.fact.value, after: second.fact.value });
    else
      for (const { fact, isGone } of entries)
        changes.push({ kind: fact.kind, pointer: fact.pointer, [isGone ? 'before' : 'after']: fact.value });
  }
  return changes.sort((a, b) => compareText(a.pointer, b.pointer) || factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind));
}
