/** Compares the alternatives of two versions of a schema, each with the one that it has become. */
import type { Document, Schema } from '../../contract/openapi.js';
import { canonical } from '../model/canonical.js';
import { componentName, resolve } from '../model/document.js';
import { type Effect, effectOf } from '../model/effect.js';
import { show } from '../model/member-changes.js';
import { branchesOf, type Effects, listed, without } from './value-effects.js';

const tagOf = (branch: Schema): unknown => Object.values<Schema>(branch.properties ?? {}).find((property) => 'const' in property)?.const;

/** A name that a reader knows it by: its component, its tag, its title, what it requires. */
function nameOf(document: Document, branch: Schema): string {
  const onlyRequires = Object.keys(branch).join() === 'required' ? `with ${branch.required.join(' and ')}` : undefined;
  return String(
    (branch.$ref && componentName(branch.$ref)) ??
      tagOf(branch) ??
      branch.title ??
      onlyRequires ??
      branch.type ??
      canonical(resolve<Schema>(document, branch)),
  );
}

function named(document: Document, schema: Schema): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const branch of branchesOf(schema)) {
    const name = nameOf(document, branch);
    found.set(found.has(name) ? `${name} ${found.size}` : name, branch);
  }
  return found;
}

export interface Alternatives {
  kept: [before: Schema, after: Schema][];
  gone: [name: string, branch: Schema][];
  come: [name: string, branch: Schema][];
}

/** Finds each alternative again: by its name, by its tag, by what it means. */
export function pairAlternatives(base: Document, current: Document, a: Schema, b: Schema): Alternatives {
  const [before, after] = [named(base, a), named(current, b)];
  const kept: [Schema, Schema][] = [];
  const take = (key: string, other: string) => {
    kept.push([before.get(key) as Schema, after.get(other) as Schema]);
    before.delete(key);
    after.delete(other);
  };
  // The same is the same, before it is told from others of its name by their order.
  const means = (document: Document, branch: Schema) => canonical(resolve<Schema>(document, branch));
  const wayOf: ((document: Document, branch: Schema, name: string) => string | undefined)[] = [
    (document, branch, name) => `${name.replace(/ \d+$/, '')} ${means(document, branch)}`,
    (_, __, name) => name,
    (document, branch) => means(document, branch),
    (document, branch) => {
      const tag = tagOf(resolve<Schema>(document, branch));
      return tag === undefined ? undefined : canonical(tag);
    },
  ];
  for (const way of wayOf) {
    for (const [key, branch] of [...before]) {
      const known = way(base, branch, key);
      const heir = known !== undefined && [...after].find(([other, now]) => way(current, now, other) === known)?.[0];
      if (heir !== undefined && heir !== false) take(key, heir);
    }
  }
  return { kept, gone: [...before], come: [...after] };
}

const ofAlternatives = { keywords: ['oneOf', 'anyOf'] };
const isNull = ({ type }: Schema): boolean => type === 'null';

/** What types have no words for, so that only those who give the value mind. */
const isAboutRequired = (branch: Schema): boolean => Object.keys(branch).every((key) => key === 'required' || key === 'not');

export function alternativeGone(name: string, key: string, branch: Schema) {
  const effect: Effect = isNull(branch) || isAboutRequired(branch) ? 'limited' : 'narrowed';
  const text = `\`${name}\` no longer has the alternative \`${key}\``;
  return { ...effectOf(effect, 'alternative-removed', text, [name, key], ofAlternatives), was: branch };
}

export function alternativeCome(name: string, key: string, branch: Schema) {
  const text = `\`${name}\` has the new alternative \`${key}\``;
  return { ...effectOf('widened', 'alternative-added', text, [name, key], ofAlternatives), is: branch };
}

/** Whether no value is of two of the alternatives, since each has a type of its own. */
function areApart(branches: readonly Schema[]): boolean {
  const types = branches.map(({ type }) => (type === 'integer' ? 'number' : type));
  return types.every((type) => typeof type === 'string') && new Set(types).size === types.length;
}

/** Alternatives where there were none, or none where there were some. */
export function* compareChoice(a: Schema, b: Schema, name: string): Effects {
  const [before, after] = [branchesOf(a), branchesOf(b)];
  if (before.length > 0 && after.length === 0)
    yield effectOf('widened', 'alternatives-opened', `\`${name}\` has no alternatives any more`, [name], ofAlternatives);
  if (before.length === 0 && after.length > 0) {
    const effect: Effect = after.every(isAboutRequired) ? 'limited' : 'narrowed';
    yield effectOf(effect, 'alternatives-limited', `\`${name}\` is one of ${after.length} alternatives`, [name], ofAlternatives);
  }
  if (before.length < 2 || after.length < 2) return;
  if (areApart(after)) return;
  const [one, any] = [a.oneOf && !b.oneOf && b.anyOf, a.anyOf && !b.anyOf && b.oneOf];
  if (one)
    yield effectOf('added', 'alternatives-overlap', `\`${name}\` may be several of its alternatives at once`, [name], ofAlternatives);
  if (any)
    yield effectOf('limited', 'alternatives-exclude', `\`${name}\` has to be exactly one of its alternatives`, [name], ofAlternatives);
}

/** What values stand for: OpenAPI takes the bare name of a component, too. */
const addressesIn = (mapping: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping).map(([value, name]) => [value, name.includes('#') ? name : `#/components/schemas/${name}`]));

/** Which alternative a value of the tag stands for. */
export function* compareMapping(base: Document, current: Document, a: Schema, b: Schema, name: string): Effects {
  const [was, is]: { propertyName?: string; mapping?: Record<string, string> }[] = [a.discriminator ?? {}, b.discriminator ?? {}];
  const [tag, now] = [was?.propertyName, is?.propertyName];
  if (tag === undefined && now === undefined) return;
  if (tag === undefined) {
    yield effectOf('added', 'tag-added', `the alternatives of \`${name}\` are told apart by \`${now}\``, [name], { keywords: [] });
    return;
  }
  if (now === undefined) {
    // Where each says itself what it is, it still does.
    const tells = (branch: Schema) => listed(resolve<Schema>(current, branch).properties?.[tag] ?? {}) !== undefined;
    const effect: Effect = branchesOf(b).every(tells) ? 'forgotten' : 'narrowed';
    yield effectOf(effect, 'tag-changed', `the alternatives of \`${name}\` are no longer told apart, were by \`${tag}\``, [name], {
      keywords: [],
    });
    return;
  }
  if (tag !== now) {
    const words = `told apart by \`${now}\``;
    yield effectOf('narrowed', 'tag-changed', `the alternatives of \`${name}\` are ${words}, were by \`${tag}\``, [name], { keywords: [] });
  }
  const [before, after] = [addressesIn(was?.mapping), addressesIn(is?.mapping)];
  const same = (ref: string, heir: string) =>
    ref === heir || canonical(resolve(base, { $ref: ref })) === canonical(resolve(current, { $ref: heir }));
  for (const [value, ref] of Object.entries(before)) {
    const heir = after[value];
    if (heir !== undefined && same(ref, heir)) continue;
    const words =
      heir === undefined ? 'has no alternative any more' : `stands for \`${componentName(heir)}\`, was \`${componentName(ref)}\``;
    yield effectOf('narrowed', 'mapping-changed', `\`${value}\` of \`${name}\` ${words}`, [name, value], { member: tag, value });
  }
  for (const value of without(Object.keys(after), Object.keys(before))) {
    const ref = after[value] as string;
    const values = listed(resolve<Schema>(current, { $ref: ref }).properties?.[tag] ?? {});
    // Where the alternative itself lists the values, that is where they are told.
    const effect: Effect = values ? 'added' : 'widened';
    const text = `${show(value)} of \`${name}\` stands for \`${componentName(ref)}\``;
    yield effectOf(effect, 'mapping-added', text, [name, value], { member: tag, value });
  }
}
