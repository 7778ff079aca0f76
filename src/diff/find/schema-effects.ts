/** Compares two versions of a schema as a type: each difference with its effect on the set of values. */

import type { Document, Schema } from '../../contract/openapi.js';
import { formatPointer } from '../../contract/pointer.js';
import { similarity } from '../../contract/similarity.js';
import type { Held } from '../model/call.js';
import { canonical } from '../model/canonical.js';
import { componentName, resolve } from '../model/document.js';
import { effectOf, isAny, type SchemaEffect } from '../model/effect.js';
import { show } from '../model/member-changes.js';
import { asChoiceBeside, normal, withParts } from '../model/normal.js';
import { alternativeCome, alternativeGone, compareChoice, compareMapping, pairAlternatives } from './alternatives.js';
import { concerns, isMembers, type Values } from './concerns.js';
import { areLists, besideList, branchesOf, compareValue, type Effects, openBranchOf, without } from './value-effects.js';

/** How alike two names must be when several fields could be the renamed one. */
const alike = 0.4;

/** The new field that an old one has become: of the same shape, and the only one, or one with a like name. */
function heirOf(name: string, schema: Schema, added: Map<string, Schema>): string | undefined {
  const sameShape = [...added.keys()].filter((other) => canonical(added.get(other)) === canonical(schema));
  const [best] = sameShape.sort((x, y) => similarity(name, y) - similarity(name, x));
  return best !== undefined && (sameShape.length === 1 || similarity(name, best) >= alike) ? best : undefined;
}

/** What a value that is left out means: another thing, or one that was not told. */
export function* compareDefaults(was: unknown, is: unknown, name: string, path: string): Effects {
  if (canonical(was ?? null) === canonical(is ?? null) && (was === undefined) === (is === undefined)) return;
  const words = is === undefined ? `is no longer ${show(was)} where it is left out` : `is ${show(is)} where it is left out`;
  const before = is === undefined || was === undefined ? '' : `, was ${show(was)}`;
  const effect = was === undefined ? 'assumed' : 'defaulted';
  yield effectOf(effect, 'default-changed', `\`${path}\` ${words}${before}`, [name], { member: name });
}

type Members = Record<string, Schema>;

const requires = ({ required }: Schema, name: string): boolean => ((required ?? []) as string[]).includes(name);

/** What of the values stands one step further inside. */
const inside = (held: Held[] | undefined, step: (value: unknown) => [key: string | number, value: unknown][]): Held[] | undefined =>
  held?.flatMap(({ pointer, value }) => step(value).map(([key, inner]) => ({ pointer: pointer + formatPointer([key]), value: inner })));

const member =
  (name: string) =>
  (value: unknown): [string, unknown][] =>
    isMembers(value) && Object.hasOwn(value, name) ? [[name, value[name]]] : [];

const items = (value: unknown): [number, unknown][] => (Array.isArray(value) ? [...value.entries()] : []);
const names = (value: unknown): [string, unknown][] => (isMembers(value) ? Object.keys(value).map((name) => [name, name]) : []);

/** Where both versions are looked at. */
interface Way {
  /** As one would write it in code. Empty for the whole. */
  at: string;
  /** The component that it stands in. */
  type: string;
  /** The values at hand; absent where none are known, and all that are possible are meant. */
  held: Held[] | undefined;
}

interface Place extends Way {
  a: Schema;
  b: Schema;
  /** Parts of both versions that are the same by name. */
  shared: Schema[];
}

/** A schema with what further parts of it are looked at by themselves. */
interface Whole {
  own: Schema;
  parts: Schema[];
}

/** Of a whole, the members that a part of it speaks of. */
const membersOf = ({ properties = {} }: Schema, part: Schema): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties as Members).filter(([name]) => Object.hasOwn(part.properties, name))),
});

/** A part of a whole, whose members are what the whole asks of them as well. */
const partOf = ({ properties = {} }: Schema, part: Schema): Schema => ({
  ...part,
  properties: Object.fromEntries(
    Object.entries(part.properties as Members).map(([name, own]) => [
      name,
      Object.hasOwn(properties, name) ? { allOf: [properties[name], own] } : own,
    ]),
  ),
});

export class SchemaComparison {
  private readonly pairs = new Set<string>();

  /**
   * @param root what the whole schema is called
   * @param values with them, all that is told is what concerns values at hand; components are followed then
   */
  constructor(
    private readonly base: Document,
    private readonly current: Document,
    private readonly root: string,
    private readonly values?: Values,
  ) {}

  /** @param held the values at hand; absent where none are known, and all that are possible are meant */
  compare(before: Schema | boolean, after: Schema | boolean, held?: Held[]): Effects {
    return this.compareAt(before, after, { at: '', type: this.root, held });
  }

  private *compareAt(first: Schema | boolean | undefined, second: Schema | boolean | undefined, { at, type: outer, held }: Way): Effects {
    if (held?.length === 0) return;
    const [old, now] = [normal(first), normal(second)];
    if (old.$ref || now.$ref) {
      const pair = `${old.$ref} ${now.$ref} ${held?.map(({ pointer }) => pointer).join()}`;
      const isOwnMatter = old.$ref === now.$ref && (!this.values || this.values.same?.has(componentName(old.$ref)));
      if (isOwnMatter || this.pairs.has(pair)) return;
      this.pairs.add(pair);
    }
    const [was, is] = [normal(resolve<Schema>(this.base, old)), normal(resolve<Schema>(this.current, now))];
    const [before, after] = [asChoiceBeside(old, was, is), asChoiceBeside(now, is, was)];
    const type = before.$ref ? componentName(before.$ref) : outer;
    const [a, b] = [before === old ? was : before, after === now ? is : after];
    yield* this.compareWhole({ own: a, parts: a.allOf ?? [] }, { own: b, parts: b.allOf ?? [] }, { at, type, held });
  }

  private *compareWhole(before: Whole, after: Whole, way: Way): Effects {
    // A component may have changed, whatever it is called.
    const isIn = (part: Schema, others: Schema[]) => others.some((other) => canonical(other) === canonical(part));
    const shared = before.parts.filter((part) => isIn(part, after.parts));
    if (this.values) for (const part of shared) yield* this.compareAt(part, part, way);
    const apart = (document: Document, { own, parts }: Whole) =>
      withParts(
        own,
        parts.filter((part) => !isIn(part, shared)).flatMap((part) => this.partsOf(document, part)),
      );
    const [one, other] = [apart(this.base, before), apart(this.current, after)];
    // A part that both share says what the whole is, though nothing else does.
    const typed = (schema: Schema, { type }: Schema): Schema => (shared.length > 0 && type !== undefined ? { type, ...schema } : schema);
    const place: Place = { ...way, a: typed(one, other), b: typed(other, one), shared };
    const { a, b, at, type, held } = place;
    yield* this.tell(place, compareValue(a, b, at || this.root));
    // What was anything, or is, has no parts to be compared.
    if (isAny(a) !== isAny(b) && shared.length === 0 && (a.type !== undefined || b.type !== undefined)) return;
    yield* this.compareFields(place);
    if (areLists(a, b)) {
      const [open, stillOpen] = [openBranchOf(a), openBranchOf(b)];
      if (open && stillOpen) yield* this.compareAt(open, stillOpen, { at, type, held });
      yield* this.compareAlternatives({ ...place, a: besideList(a), b: besideList(b) });
    } else yield* this.compareAlternatives(place);
    yield* this.compareParts(place);
    yield* this.compareOtherMembers(place);
    yield* this.compareItems(place);
    for (const [keyword, what, step] of [
      ['propertyNames', 'the names of', names],
      ['contentSchema', 'the content of', () => []],
    ] as const) {
      if (a[keyword] === undefined && b[keyword] === undefined) continue;
      yield* this.compareAt(a[keyword], b[keyword], { at: `${what} ${at || this.root}`, type, held: inside(held, step) });
    }
    yield* this.compareDependentSchemas(place);
  }

  /** A part and its own parts, without references. */
  private partsOf(document: Document, part: Schema): Schema[] {
    const { allOf = [], ...own } = normal(resolve<Schema>(document, part));
    return [own, ...(allOf as Schema[]).flatMap((inner) => this.partsOf(document, inner))];
  }

  /** Effects with the values that they concern, and only those that concern one. */
  private *tell({ a, b, type, held }: Place, effects: Iterable<SchemaEffect>): Effects {
    for (const effect of effects) {
      const known = { type, ...(effect.member === undefined && { was: a, is: b }), ...effect };
      if (!held || !this.values) yield known;
      else if (effect.effect !== 'noted') {
        const { values } = this;
        const found = held.filter(({ value }) => concerns(effect, value, [a, b], values));
        const step = effect.member === undefined ? '' : formatPointer([effect.member]);
        if (found.length > 0) yield { ...known, pointers: found.map(({ pointer }) => pointer + step) };
      }
    }
  }

  /** What the parts declare that both versions share. */
  private inherited(document: Document, shared: Schema[]): { properties: Members; required: string[] } {
    const parts = shared.flatMap((part) => this.partsOf(document, part));
    return {
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required }) => required ?? []),
    };
  }

  private *compareFields(place: Place): Effects {
    const { at, type, held, shared } = place;
    const [inheritedBefore, inheritedAfter] = [this.inherited(this.base, shared), this.inherited(this.current, shared)];
    const [a, b] = [withRequired(place.a, inheritedBefore.required), withRequired(place.b, inheritedAfter.required)];
    const before: Members = place.a.properties ?? {};
    const after: Members = place.b.properties ?? {};
    const added = new Map(Object.entries(after).filter(([name]) => !before[name] && !inheritedBefore.properties[name]));
    const path = (name: string) => (at ? `${at}.${name}` : name);
    for (const [name, old] of Object.entries(before)) {
      const now = after[name] ?? inheritedAfter.properties[name];
      const heir = now ? undefined : heirOf(name, old, added);
      const about = { member: name, was: old, ...(now && { is: now }) };
      if (now) {
        yield* this.tell(place, compareNeed(a, b, name, path(name)));
        const [was, is] = [resolve<Schema>(this.base, old), resolve<Schema>(this.current, now)];
        // What is never left out has no use for a default.
        if (!requires(a, name) || !requires(b, name))
          yield* this.tell(place, compareDefaults(defaultOf(old, was), defaultOf(now, is), name, path(name)));
        yield* this.compareAt(old, now, { at: path(name), type, held: inside(held, member(name)) });
      } else if (heir !== undefined) {
        added.delete(heir);
        const text = `\`${path(name)}\` is now called \`${path(heir)}\``;
        yield* this.tell(place, [{ ...effectOf('narrowed', 'field-renamed', text, [name, heir]), ...about }]);
        if (requires(b, heir) && !requires(a, name)) {
          const demand = effectOf('demanded', 'field-required', `\`${path(heir)}\` is required`, [heir]);
          yield* this.tell(place, [{ ...demand, member: heir, is: after[heir] as Schema }]);
        }
      } else yield* this.tell(place, [{ ...effectOf('narrowed', 'field-removed', `\`${path(name)}\` is gone`, [name]), ...about }]);
    }
    for (const [name, now] of added) {
      const required = requires(b, name);
      const text = `\`${path(name)}\` is new${required ? ' and required' : ''}`;
      yield* this.tell(place, [{ ...effectOf(required ? 'demanded' : 'added', 'field-added', text, [name]), member: name, is: now }]);
    }
    const demanded = new Set<string>([...(a.required ?? []), ...(b.required ?? [])]);
    for (const name of demanded) {
      if (!before[name] && !after[name]) yield* this.tell(place, compareNeed(a, b, name, path(name)));
    }
  }

  private *compareAlternatives(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const name = at || this.root;
    yield* this.tell(place, compareChoice(a, b, name));
    if (branchesOf(a).length === 0 || branchesOf(b).length === 0) return;
    const { kept, gone, come } = pairAlternatives(this.base, this.current, a, b);
    const those = (branch: Schema) => this.values && held?.filter(({ value }) => this.values?.before.allows(branch, value));
    for (const [branch, now] of kept) yield* this.compareAt(branch, now, { at, type, held: those(branch) });
    for (const [key, branch] of gone) yield* this.tell({ ...place, held: those(branch) }, [alternativeGone(name, key, branch)]);
    for (const [key, branch] of come) yield* this.tell(place, [alternativeCome(name, key, branch)]);
    yield* this.tell(place, compareMapping(this.base, this.current, a, b, name));
  }

  /** Schemas that all apply, and could not be put together with the others. */
  private *compareParts(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const name = at || this.root;
    const [gone, come]: Schema[][] = [without(a.allOf ?? [], b.allOf ?? []), without(b.allOf ?? [], a.allOf ?? [])];
    const ofParts = { keywords: ['allOf'] };
    for (const [index, part] of (gone ?? []).entries()) {
      const now = come?.[index];
      const text = `\`${name}\` need no longer be ${wordsOf(part)}`;
      if (now) yield* this.compareAt(part, now, { at, type, held });
      else if (part.properties) yield* this.compareAt(partOf(b, part), membersOf(b, part), { at, type, held });
      else yield* this.tell(place, [effectOf('widened', 'part-removed', text, [name], ofParts)]);
    }
    for (const part of come?.slice(gone?.length) ?? []) {
      const text = `\`${name}\` has to be ${wordsOf(part)} as well`;
      if (part.properties) yield* this.compareAt(membersOf(a, part), partOf(a, part), { at, type, held });
      else yield* this.tell(place, [effectOf('limited', 'part-added', text, [name], ofParts)]);
    }
  }

  /** Members that are not declared. */
  private *compareOtherMembers(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const name = at || this.root;
    const undeclared = (value: unknown): [string, unknown][] =>
      isMembers(value) ? Object.entries(value).filter(([key]) => !Object.hasOwn(b.properties ?? {}, key)) : [];
    const those = held?.filter(({ value }) => undeclared(value).length > 0);
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      const [before, after] = [a[keyword], b[keyword]];
      const tell = (effect: 'limited' | 'narrowed' | 'added', rule: string, words: string) =>
        this.tell({ ...place, held: those }, [effectOf(effect, rule, `\`${name}\` ${words}`, [name])]);
      if (before === after) continue;
      // Types have an index signature for what is declared.
      if (after === false)
        yield* tell(before === undefined ? 'limited' : 'narrowed', 'object-closed', `takes no other fields (\`${keyword}\`)`);
      else if (before === false) yield* tell('added', 'object-opened', 'may have other fields');
      else if (before === undefined && saysAny(after)) yield* tell('added', 'object-opened', 'is told to have other fields');
      else if (after === undefined && saysAny(before))
        yield* tell('narrowed', 'others-undeclared', 'is no longer told to have other fields');
      else yield* this.compareAt(before, after, { at: `${at}.*`, type, held: inside(held, undeclared) });
    }
    const [before, after]: Members[] = [a.patternProperties ?? {}, b.patternProperties ?? {}];
    for (const pattern of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
      const fields = `fields like \`${pattern}\` of \`${name}\``;
      const about = { keywords: ['patternProperties'] };
      if (!after?.[pattern]) yield* this.tell(place, [effectOf('narrowed', 'field-removed', `${fields} are gone`, [name], about)]);
      else if (!before?.[pattern]) {
        const effect = b.additionalProperties === false || b.unevaluatedProperties === false ? 'added' : 'limited';
        yield* this.tell(place, [effectOf(effect, 'field-added', `${fields} are new`, [name], about)]);
      } else {
        const matching = (value: unknown) => undeclared(value).filter(([key]) => new RegExp(pattern, 'u').test(key));
        yield* this.compareAt(before[pattern], after[pattern], { at: `${at}./${pattern}/`, type, held: inside(held, matching) });
      }
    }
  }

  private *compareItems(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const [first, second]: Schema[][] = [a.prefixItems ?? [], b.prefixItems ?? []];
    const count = Math.max(first?.length ?? 0, second?.length ?? 0);
    for (let index = 0; index < count; index++) {
      const at1 = (value: unknown) => items(value).slice(index, index + 1);
      yield* this.compareAt(first?.[index] ?? a.items, second?.[index] ?? b.items, {
        at: `${at}[${index}]`,
        type,
        held: inside(held, at1),
      });
    }
    for (const keyword of ['items', 'unevaluatedItems']) {
      const [before, after] = [a[keyword], b[keyword]];
      if (before === undefined && after === undefined) continue;
      const rest = (value: unknown) => items(value).slice(count);
      yield* this.compareAt(before, after, { at: `${at}[]`, type, held: inside(held, rest) });
    }
  }

  /** What the whole has to be where a member is there. */
  private *compareDependentSchemas(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const [before, after]: Members[] = [a.dependentSchemas ?? {}, b.dependentSchemas ?? {}];
    for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
      const those = held?.filter(({ value }) => member(name)(value).length > 0);
      const way = { at, type, held: those };
      for (const effect of this.compareAt(before?.[name], after?.[name], way))
        yield { ...effect, text: `${effect.text}, where \`${name}\` is given` };
    }
  }
}

const saysAny = (schema: unknown): boolean =>
  schema === true || (schema !== null && typeof schema === 'object' && Object.keys(schema).length === 0);

const withRequired = (schema: Schema, more: string[]): Schema =>
  more.length === 0 ? schema : { ...schema, required: [...new Set([...(schema.required ?? []), ...more])] };

/** A reference may have a default of its own beside it. */
const defaultOf = (written: Schema | boolean, resolved: Schema): unknown =>
  typeof written === 'object' && 'default' in written ? written.default : resolved.default;

function* compareNeed(a: Schema, b: Schema, name: string, path: string): Effects {
  const [was, is] = [requires(a, name), requires(b, name)];
  const about = {
    member: name,
    ...(a.properties?.[name] && { was: a.properties[name] }),
    ...(b.properties?.[name] && { is: b.properties[name] }),
  };
  if (was && !is) yield { ...effectOf('optional', 'field-optional', `\`${path}\` may be absent`, [name]), ...about };
  if (!was && is) yield { ...effectOf('demanded', 'field-required', `\`${path}\` is required`, [name]), ...about };
}

const wordsOf = (part: Schema): string => (part.$ref ? `\`${componentName(part.$ref)}\`` : show(part));
