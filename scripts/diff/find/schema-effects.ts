/** Compares two versions of a schema as a type: each difference with its effect on the set of values. */
import { similarity } from '../../../src/contract/similarity.js';
import { componentName, type Document, type Json, resolve, type Schema } from '../../lib/document.js';
import { canonical } from '../model/canonical.js';
import { show } from '../model/member-changes.js';

/**
 * `narrowed`: something is no longer possible; `widened`: something more is possible; `optional`: a field may be absent;
 * `demanded`: a field must be given; `added`: something is new that nobody has to care about.
 */
export type Effect = 'narrowed' | 'widened' | 'optional' | 'demanded' | 'added';

export interface SchemaEffect {
  effect: Effect;
  rule: string;
  text: string;
  subjects: string[];
}

type Effects = Generator<SchemaEffect, void>;

/** How alike two names must be when several fields could be the renamed one. */
const alike = 0.4;

const listed = (schema: Schema): Json[] | undefined => ('const' in schema ? [schema.const] : schema.enum);
const branchesOf = (schema: Schema): Schema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
const isOpenList = (schema: Schema) => branchesOf(schema).some((branch) => branch['x-open-enum']);
const without = <T>(list: T[], other: T[]): T[] => list.filter((item) => !other.includes(item));
const effect = (effect: Effect, rule: string, text: string, ...subjects: unknown[]): SchemaEffect => ({
  effect,
  rule,
  text,
  subjects: subjects.map(String),
});

function* compareTypeNames(a: Schema, b: Schema, name: string): Effects {
  const before: string[] = [a.type ?? []].flat();
  const after: string[] = [b.type ?? []].flat();
  if (before.length === 0 || after.length === 0) return;
  if (without(before, after).length > 0)
    yield effect('narrowed', 'type-changed', `\`${name}\` is ${after.join(' or ')}, was ${before.join(' or ')}`, name);
  else for (const type of without(after, before)) yield effect('widened', 'type-added', `\`${name}\` may also be ${type}`, name);
}

function* compareValues(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [listed(a), listed(b)];
  const all = (values: Json[]) => values.map(show).join(', ');
  if (before && after) {
    for (const value of without(before, after))
      yield effect('narrowed', 'value-removed', `\`${name}\` no longer has ${show(value)}`, name, value);
    for (const value of without(after, before))
      yield effect('widened', 'value-added', `\`${name}\` has the new value ${show(value)}`, name, value);
  } else if (before) yield effect('widened', 'values-opened', `\`${name}\` is no longer limited to ${all(before)}`, name);
  else if (after) yield effect('narrowed', 'values-limited', `\`${name}\` is limited to ${all(after)}`, name);
}

/** In a list that may grow, any other string was legal before and is now. */
function* compareOpenList(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [a, b].map((schema) => branchesOf(schema).flatMap((branch) => listed(branch) ?? [])) as [Json[], Json[]];
  for (const value of without(after, before))
    yield effect('added', 'value-added', `\`${name}\` knows the new value ${show(value)}`, name, value);
  for (const value of without(before, after))
    yield effect('added', 'value-forgotten', `\`${name}\` no longer names ${show(value)}`, name, value);
}

/** The new field that an old one has become: of the same shape, and the only one, or one with a like name. */
function heirOf(name: string, schema: Schema, added: Map<string, Schema>): string | undefined {
  const sameShape = [...added.keys()].filter((other) => canonical(added.get(other)) === canonical(schema));
  const [best] = sameShape.sort((x, y) => similarity(name, y) - similarity(name, x));
  return best !== undefined && (sameShape.length === 1 || similarity(name, best) >= alike) ? best : undefined;
}

export class SchemaComparison {
  private readonly pairs = new Set<string>();

  constructor(
    private readonly base: Document,
    private readonly current: Document,
    /** What the whole schema is called. */
    private readonly root: string,
  ) {}

  *compare(before: Schema, after: Schema, at = ''): Effects {
    if (before.$ref || after.$ref) {
      const pair = `${before.$ref} ${after.$ref}`;
      if (before.$ref === after.$ref || this.pairs.has(pair)) return;
      this.pairs.add(pair);
    }
    const a = resolve<Schema>(this.base, before);
    const b = resolve<Schema>(this.current, after);
    const name = at || this.root;
    yield* compareTypeNames(a, b, name);
    yield* compareValues(a, b, name);
    yield* this.compareFields(a, b, at);
    yield* isOpenList(a) && isOpenList(b) ? compareOpenList(a, b, name) : this.compareAlternatives(a, b, at);
    yield* this.compareOtherMembers(a, b, at);
    if (a.items && b.items) yield* this.compare(a.items, b.items, `${at}[]`);
  }

  private *compareFields(a: Schema, b: Schema, at: string): Effects {
    const [before, after]: Record<string, Schema>[] = [a.properties ?? {}, b.properties ?? {}];
    const added = new Map(Object.entries(after ?? {}).filter(([name]) => !before?.[name]));
    const path = (name: string) => (at ? `${at}.${name}` : name);
    for (const [name, old] of Object.entries(before ?? {})) {
      const now = after?.[name];
      const heir = now ? undefined : heirOf(name, old, added);
      if (now) {
        const [was, is] = [a, b].map(({ required }) => ((required ?? []) as string[]).includes(name));
        if (was && !is) yield effect('optional', 'field-optional', `\`${path(name)}\` may be absent`, name);
        if (!was && is) yield effect('demanded', 'field-required', `\`${path(name)}\` is required`, name);
        yield* this.compare(old, now, path(name));
      } else if (heir !== undefined) {
        added.delete(heir);
        yield effect('narrowed', 'field-renamed', `\`${path(name)}\` is now called \`${path(heir)}\``, name, heir);
      } else yield effect('narrowed', 'field-removed', `\`${path(name)}\` is gone`, name);
    }
    for (const name of added.keys()) {
      const required = ((b.required ?? []) as string[]).includes(name);
      yield effect(required ? 'demanded' : 'added', 'field-added', `\`${path(name)}\` is new${required ? ' and required' : ''}`, name);
    }
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

  private *compareAlternatives(a: Schema, b: Schema, at: string): Effects {
    const name = at || this.root;
    const [before, after] = [this.named(this.base, a), this.named(this.current, b)];
    if (before.size > 0 && after.size === 0)
      yield effect('widened', 'alternatives-opened', `\`${name}\` has no alternatives any more`, name);
    else if (before.size === 0 && after.size > 0)
      yield effect('narrowed', 'alternatives-limited', `\`${name}\` is one of ${after.size} alternatives`, name);
    else {
      for (const [key, branch] of before) {
        const now = after.get(key);
        if (now) yield* this.compare(branch, now, at);
        else yield effect('narrowed', 'alternative-removed', `\`${name}\` no longer has the alternative \`${key}\``, name, key);
      }
      for (const key of without([...after.keys()], [...before.keys()]))
        yield effect('widened', 'alternative-added', `\`${name}\` has the new alternative \`${key}\``, name, key);
    }
    for (const [index, part] of ((a.allOf ?? []) as Schema[]).entries())
      if (b.allOf?.[index]) yield* this.compare(part, b.allOf[index], at);
  }

  /** Members that are not declared. */
  private *compareOtherMembers(a: Schema, b: Schema, at: string): Effects {
    const name = at || this.root;
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      const [before, after] = [a[keyword], b[keyword]];
      if (before !== false && after === false)
        yield effect('narrowed', 'object-closed', `\`${name}\` takes no other fields (\`${keyword}\`)`, name);
      else if (before === false && after !== false) yield effect('widened', 'object-opened', `\`${name}\` may have other fields`, name);
      else if (typeof before === 'object' && typeof after === 'object') yield* this.compare(before, after, `${at}.*`);
    }
  }
}
