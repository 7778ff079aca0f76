/** Compares two versions of a schema as a type: each difference with its effect on the set of values. */

import { componentName, resolve } from '../../contract/document.js';
import type { Document, Schema } from '../../contract/openapi.js';
import { similarity } from '../../contract/similarity.js';
import { canonical } from '../model/canonical.js';
import { effectOf } from '../model/effect.js';
import { show } from '../model/member-changes.js';
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

export class SchemaComparison {
  private readonly pairs = new Set<string>();

  constructor(
    private readonly base: Document,
    private readonly current: Document,
    /** What the whole schema is called. */
    private readonly root: string,
  ) {}

  *compare(first: Schema | boolean, second: Schema | boolean, at = ''): Effects {
    const [before, after] = [asObject(first), asObject(second)];
    if (before.$ref || after.$ref) {
      const pair = `${before.$ref} ${after.$ref}`;
      if (before.$ref === after.$ref || this.pairs.has(pair)) return;
      this.pairs.add(pair);
    }
    const a = resolve<Schema>(this.base, before);
    const b = resolve<Schema>(this.current, after);
    const name = at || this.root;
    yield* compareValue(a, b, name);
    yield* this.compareFields(a, b, at);
    if (!areLists(a, b)) yield* this.compareAlternatives(a, b, at);
    yield* this.compareParts(a, b, at);
    yield* this.compareOtherMembers(a, b, at);
    if (a.items !== undefined && b.items !== undefined) yield* this.compare(a.items, b.items, `${at}[]`);
  }

  private *compareFields(a: Schema, b: Schema, at: string): Effects {
    const [before, after]: Record<string, Schema>[] = [a.properties ?? {}, b.properties ?? {}];
    const added = new Map(Object.entries(after ?? {}).filter(([name]) => !before?.[name]));
    const path = (name: string) => (at ? `${at}.${name}` : name);
    for (const [name, old] of Object.entries(before ?? {})) {
      const now = after?.[name];
      const heir = now ? undefined : heirOf(name, old, added);
      if (now) {
        yield* this.compareNeed(a, b, name, path(name));
        const [was, is] = [resolve<Schema>(this.base, old), resolve<Schema>(this.current, now)].map(({ default: value }) => value);
        if (JSON.stringify(was) !== JSON.stringify(is))
          yield effectOf('defaulted', 'default-changed', `\`${path(name)}\` ${defaultInWords(was, is)}`, name);
        yield* this.compare(old, now, path(name));
      } else if (heir !== undefined) {
        added.delete(heir);
        yield effectOf('narrowed', 'field-renamed', `\`${path(name)}\` is now called \`${path(heir)}\``, name, heir);
      } else yield effectOf('narrowed', 'field-removed', `\`${path(name)}\` is gone`, name);
    }
    for (const name of added.keys()) {
      const required = requires(b, name);
      yield effectOf(required ? 'demanded' : 'added', 'field-added', `\`${path(name)}\` is new${required ? ' and required' : ''}`, name);
    }
    const declaredElsewhere = [...new Set<string>([...(a.required ?? []), ...(b.required ?? [])])];
    for (const name of declaredElsewhere) if (!before?.[name] && !after?.[name]) yield* this.compareNeed(a, b, name, path(name));
  }

  private *compareNeed(a: Schema, b: Schema, name: string, path: string): Effects {
    const [was, is] = [requires(a, name), requires(b, name)];
    if (was && !is) yield effectOf('optional', 'field-optional', `\`${path}\` may be absent`, name);
    if (!was && is) yield effectOf('demanded', 'field-required', `\`${path}\` is required`, name);
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
      yield effectOf('widened', 'alternatives-opened', `\`${name}\` has no alternatives any more`, name);
    else if (before.size === 0 && after.size > 0)
      yield effectOf('narrowed', 'alternatives-limited', `\`${name}\` is one of ${after.size} alternatives`, name);
    else {
      for (const [key, branch] of before) {
        const now = after.get(key);
        if (now) yield* this.compare(branch, now, at);
        else yield effectOf('narrowed', 'alternative-removed', `\`${name}\` no longer has the alternative \`${key}\``, name, key);
      }
      for (const key of without([...after.keys()], [...before.keys()]))
        yield effectOf('widened', 'alternative-added', `\`${name}\` has the new alternative \`${key}\``, name, key);
      yield* compareMapping(a, b, name);
    }
  }

  /** Schemas that all apply. */
  private *compareParts(a: Schema, b: Schema, at: string): Effects {
    const name = at || this.root;
    const [before, after]: Schema[][] = [a.allOf ?? [], b.allOf ?? []];
    const gone = (before ?? []).filter((part) => !after?.some((other) => canonical(other) === canonical(part)));
    const come = (after ?? []).filter((part) => !before?.some((other) => canonical(other) === canonical(part)));
    for (const [index, part] of gone.entries()) {
      const now = come[index];
      if (now) yield* this.compare(part, now, at);
      else yield effectOf('widened', 'part-removed', `\`${name}\` need no longer be ${wordsOf(part)}`, name);
    }
    for (const part of come.slice(gone.length))
      yield effectOf('narrowed', 'part-added', `\`${name}\` has to be ${wordsOf(part)} as well`, name);
  }

  /** Members that are not declared. */
  private *compareOtherMembers(a: Schema, b: Schema, at: string): Effects {
    const name = at || this.root;
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      const [before, after] = [a[keyword], b[keyword]];
      if (before !== false && after === false)
        yield effectOf('narrowed', 'object-closed', `\`${name}\` takes no other fields (\`${keyword}\`)`, name);
      else if (before === false && after !== false) yield effectOf('widened', 'object-opened', `\`${name}\` may have other fields`, name);
      else if (typeof before === 'object' && typeof after === 'object') yield* this.compare(before, after, `${at}.*`);
    }
  }
}

const wordsOf = (part: Schema): string => (part.$ref ? `\`${componentName(part.$ref)}\`` : show(part));

/** Which alternative a value of the tag stands for. */
function* compareMapping(a: Schema, b: Schema, name: string): Effects {
  if (!a.discriminator) return;
  if (a.discriminator.propertyName !== b.discriminator?.propertyName)
    yield effectOf(
      'narrowed',
      'tag-changed',
      `the alternatives of \`${name}\` are ${b.discriminator ? `told apart by \`${b.discriminator.propertyName}\`` : 'no longer told apart'}, were by \`${a.discriminator.propertyName}\``,
      name,
    );
  const [before, after]: Record<string, string>[] = [a.discriminator.mapping ?? {}, b.discriminator?.mapping ?? {}];
  for (const [value, ref] of Object.entries(before ?? {})) {
    const now = after?.[value];
    if (now === ref) continue;
    const words = now === undefined ? 'has no alternative any more' : `stands for \`${componentName(now)}\`, was \`${componentName(ref)}\``;
    yield effectOf('narrowed', 'mapping-changed', `\`${value}\` of \`${name}\` ${words}`, name, value);
  }
}
