/** Compares two versions of a schema as a type: each difference with its effect on the set of values. */

import type { Document, Schema } from '../../contract/openapi.js';
import { formatPointer } from '../../contract/pointer.js';
import { similarity } from '../../contract/similarity.js';
import type { Held } from '../model/call.js';
import { canonical } from '../model/canonical.js';
import { componentName, resolve } from '../model/document.js';
import { effectOf, type SchemaEffect } from '../model/effect.js';
import { show } from '../model/member-changes.js';
import { concerns, isMembers, type Values } from './concerns.js';
import { areLists, branchesOf, compareValue, type Effects, without } from './value-effects.js';

/** How alike two names must be when several fields could be the renamed one. */
const alike = 0.4;

/** The new field that an old one has become: of the same shape, and the only one, or one with a like name. */
function heirOf(name: string, schema: Schema, added: Map<string, Schema>): string | undefined {
  const sameShape = [...added.keys()].filter((other) => canonical(added.get(other)) === canonical(schema));
  const [best] = sameShape.sort((x, y) => similarity(name, y) - similarity(name, x));
  return best !== undefined && (sameShape.length === 1 || similarity(name, best) >= alike) ? best : undefined;
}

function defaultInWords(was: unknown, is: unknown): string {
  if (is === undefined) return `is no longer ${show(was)} where it is left out`;
  return `is ${show(is)} where it is left out${was === undefined ? '' : `, was ${show(was)}`}`;
}

const requires = ({ required }: Schema, name: string): boolean => ((required ?? []) as string[]).includes(name);

/** `true` stands for any value, `false` for none. */
const asObject = (schema: Schema | boolean): Schema => (typeof schema === 'object' ? schema : schema ? {} : { not: {} });

/** What of the values stands one step further inside. */
const inside = (held: Held[] | undefined, step: (value: unknown) => [key: string | number, value: unknown][]): Held[] | undefined =>
  held?.flatMap(({ pointer, value }) => step(value).map(([key, inner]) => ({ pointer: pointer + formatPointer([key]), value: inner })));

const member =
  (name: string) =>
  (value: unknown): [string, unknown][] =>
    isMembers(value) && Object.hasOwn(value, name) ? [[name, value[name]]] : [];

const items = (value: unknown): [number, unknown][] => (Array.isArray(value) ? [...value.entries()] : []);

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
}

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

  private *compareAt(first: Schema | boolean, second: Schema | boolean, { at, type: outer, held }: Way): Effects {
    if (held?.length === 0) return;
    const [before, after] = [asObject(first), asObject(second)];
    if (before.$ref || after.$ref) {
      const pair = `${before.$ref} ${after.$ref} ${held?.map(({ pointer }) => pointer).join()}`;
      const isOwnMatter = before.$ref === after.$ref && (!this.values || this.values.same?.has(componentName(before.$ref)));
      if (isOwnMatter || this.pairs.has(pair)) return;
      this.pairs.add(pair);
    }
    const type = before.$ref ? componentName(before.$ref) : outer;
    const place: Place = { a: resolve<Schema>(this.base, before), b: resolve<Schema>(this.current, after), at, type, held };
    const { a, b } = place;
    yield* this.tell(place, compareValue(a, b, at || this.root));
    yield* this.compareFields(place);
    if (!areLists(a, b)) yield* this.compareAlternatives(place);
    yield* this.compareParts(place);
    yield* this.compareOtherMembers(place);
    if (a.items !== undefined && b.items !== undefined)
      yield* this.compareAt(a.items, b.items, { at: `${at}[]`, type, held: inside(held, items) });
  }

  /** Effects with the values that they concern, and only those that concern one. */
  private *tell({ a, b, type, held }: Place, effects: Iterable<SchemaEffect>): Effects {
    for (const effect of effects) {
      const known = { type, ...(effect.member === undefined && { was: a, is: b }), ...effect };
      if (!held || !this.values) yield known;
      else {
        const { values } = this;
        const found = held.filter(({ value }) => concerns(effect, value, [a, b], values));
        const step = effect.member === undefined ? '' : formatPointer([effect.member]);
        if (found.length > 0) yield { ...known, pointers: found.map(({ pointer }) => pointer + step) };
      }
    }
  }

  private *compareFields(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const [before, after]: Record<string, Schema>[] = [a.properties ?? {}, b.properties ?? {}];
    const added = new Map(Object.entries(after ?? {}).filter(([name]) => !before?.[name]));
    const path = (name: string) => (at ? `${at}.${name}` : name);
    for (const [name, old] of Object.entries(before ?? {})) {
      const now = after?.[name];
      const heir = now ? undefined : heirOf(name, old, added);
      const about = { member: name, was: old, ...(now && { is: now }) };
      if (now) {
        yield* this.tell(place, compareNeed(a, b, name, path(name)));
        yield* this.tell(place, this.compareDefaults(old, now, name, path(name)));
        yield* this.compareAt(old, now, { at: path(name), type, held: inside(held, member(name)) });
      } else if (heir !== undefined) {
        added.delete(heir);
        const text = `\`${path(name)}\` is now called \`${path(heir)}\``;
        yield* this.tell(place, [{ ...effectOf('narrowed', 'field-renamed', text, [name, heir]), ...about }]);
        if (requires(b, heir) && !requires(a, name)) {
          const demand = effectOf('demanded', 'field-required', `\`${path(heir)}\` is required`, [heir]);
          yield* this.tell(place, [{ ...demand, member: heir, is: after?.[heir] as Schema }]);
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
      if (!before?.[name] && !after?.[name]) yield* this.tell(place, compareNeed(a, b, name, path(name)));
    }
  }

  private *compareDefaults(old: Schema, now: Schema, name: string, path: string): Effects {
    const [was, is] = [resolve<Schema>(this.base, old), resolve<Schema>(this.current, now)].map(({ default: value }) => value);
    if (JSON.stringify(was) !== JSON.stringify(is))
      yield effectOf('defaulted', 'default-changed', `\`${path}\` ${defaultInWords(was, is)}`, [name], { member: name });
  }

  /** Alternatives by a name under which each is found again: its component, its tag, its title, what it requires. */
  private named(document: Document, schema: Schema): Map<string, Schema> {
    const found = new Map<string, Schema>();
    for (const branch of branchesOf(schema)) {
      const tag = Object.values<Schema>(branch.properties ?? {}).find((property) => 'const' in property)?.const;
      const onlyRequires = Object.keys(branch).join() === 'required' ? `with ${branch.required.join(' and ')}` : undefined;
      const name =
        (branch.$ref && componentName(branch.$ref)) ??
        tag ??
        branch.title ??
        onlyRequires ??
        branch.type ??
        canonical(resolve<Schema>(document, branch));
      found.set(found.has(String(name)) ? `${name} ${found.size}` : String(name), branch);
    }
    return found;
  }

  private *compareAlternatives(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const name = at || this.root;
    const [before, after] = [this.named(this.base, a), this.named(this.current, b)];
    const ofAlternatives = { keywords: ['oneOf', 'anyOf'] };
    if (before.size > 0 && after.size === 0) {
      const text = `\`${name}\` has no alternatives any more`;
      yield* this.tell(place, [effectOf('widened', 'alternatives-opened', text, [name], ofAlternatives)]);
    } else if (before.size === 0 && after.size > 0) {
      const text = `\`${name}\` is one of ${after.size} alternatives`;
      yield* this.tell(place, [effectOf('narrowed', 'alternatives-limited', text, [name], ofAlternatives)]);
    } else {
      for (const [key, branch] of before) {
        const now = after.get(key);
        const those = this.values && held?.filter(({ value }) => this.values?.before.allows(branch, value));
        if (now) yield* this.compareAt(branch, now, { at, type, held: those });
        else {
          const text = `\`${name}\` no longer has the alternative \`${key}\``;
          yield* this.tell({ ...place, held: those }, [
            { ...effectOf('narrowed', 'alternative-removed', text, [name, key], ofAlternatives), was: branch },
          ]);
        }
      }
      for (const key of without([...after.keys()], [...before.keys()])) {
        const text = `\`${name}\` has the new alternative \`${key}\``;
        yield* this.tell(place, [
          { ...effectOf('widened', 'alternative-added', text, [name, key], ofAlternatives), is: after.get(key) as Schema },
        ]);
      }
      yield* this.tell(place, compareMapping(a, b, name));
    }
  }

  /** Schemas that all apply. */
  private *compareParts(place: Place): Effects {
    const { a, b, at, type, held } = place;
    const name = at || this.root;
    const [before, after]: Schema[][] = [a.allOf ?? [], b.allOf ?? []];
    // A component may have changed, whatever it is called.
    const isKept = (part: Schema, others: Schema[] = []) => others.some((other) => canonical(other) === canonical(part));
    if (this.values) for (const part of before ?? []) if (isKept(part, after)) yield* this.compareAt(part, part, { at, type, held });
    const gone = (before ?? []).filter((part) => !isKept(part, after));
    const come = (after ?? []).filter((part) => !isKept(part, before));
    const ofParts = { keywords: ['allOf'] };
    for (const [index, part] of gone.entries()) {
      const now = come[index];
      const text = `\`${name}\` need no longer be ${wordsOf(part)}`;
      if (now) yield* this.compareAt(part, now, { at, type, held });
      else yield* this.tell(place, [effectOf('widened', 'part-removed', text, [name], ofParts)]);
    }
    for (const part of come.slice(gone.length)) {
      const text = `\`${name}\` has to be ${wordsOf(part)} as well`;
      yield* this.tell(place, [effectOf('narrowed', 'part-added', text, [name], ofParts)]);
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
      if (before !== false && after === false) {
        const text = `\`${name}\` takes no other fields (\`${keyword}\`)`;
        yield* this.tell({ ...place, held: those }, [effectOf('narrowed', 'object-closed', text, [name])]);
      } else if (before === false && after !== false)
        yield* this.tell({ ...place, held: those }, [effectOf('widened', 'object-opened', `\`${name}\` may have other fields`, [name])]);
      else if (typeof before === 'object' && typeof after === 'object')
        yield* this.compareAt(before, after, { at: `${at}.*`, type, held: inside(held, undeclared) });
    }
  }
}

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

/** Which alternative a value of the tag stands for. */
function* compareMapping(a: Schema, b: Schema, name: string): Effects {
  if (!a.discriminator) return;
  const { propertyName: tag, mapping: before = {} } = a.discriminator;
  const now = b.discriminator?.propertyName;
  if (tag !== now) {
    const words = now === undefined ? 'no longer told apart' : `told apart by \`${now}\``;
    yield effectOf('narrowed', 'tag-changed', `the alternatives of \`${name}\` are ${words}, were by \`${tag}\``, [name], { keywords: [] });
  }
  for (const [value, ref] of Object.entries<string>(before)) {
    const heir: string | undefined = b.discriminator?.mapping?.[value];
    if (heir === ref) continue;
    const words =
      heir === undefined ? 'has no alternative any more' : `stands for \`${componentName(heir)}\`, was \`${componentName(ref)}\``;
    yield effectOf('narrowed', 'mapping-changed', `\`${value}\` of \`${name}\` ${words}`, [name, value], { member: tag, value });
  }
}
