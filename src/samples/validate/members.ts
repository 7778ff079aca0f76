/** Objects. */
import { isObject, keysOf, limitOf, listOf, mapOf, own } from '../schema/keywords.js';
import { addSeen, type Broken, type Judgement, noted } from './judgement.js';

export function brokenByObject(judgement: Judgement, value: Record<string, unknown>): Broken {
  const { schema, budget } = judgement;
  const names = Object.keys(value);
  budget.spend(names.length / 16);
  const [least, most] = [limitOf(schema.minProperties), limitOf(schema.maxProperties)];
  if (least !== undefined && names.length < least) return 'minProperties';
  if (most !== undefined && names.length > most) return 'maxProperties';
  const required = listOf(schema.required);
  budget.spend(required.length / 64);
  if (!required.every((name) => typeof name !== 'string' || Object.hasOwn(value, name))) return 'required';
  return brokenByMembers(judgement, value) ?? brokenByDependencies(judgement, value) ?? brokenByUnevaluated(judgement, value);
}

/** Which patterns for names match one. */
export function* patternsFor(name: string, { schema, patterns, undecided }: Pick<Judgement, 'schema' | 'patterns' | 'undecided'>) {
  const named = mapOf(schema.patternProperties);
  for (const pattern of keysOf(named)) {
    const matches = patterns.matches(pattern, name);
    if (matches === undefined) undecided.add('a pattern of `patternProperties` that cannot be run safely');
    if (matches) yield named[pattern];
  }
}

function brokenByMembers(judgement: Judgement, value: Record<string, unknown>): Broken {
  const { schema, seen, part } = judgement;
  const properties = mapOf(schema.properties);
  for (const [name, member] of Object.entries(value)) {
    if (schema.propertyNames !== undefined && !part(schema.propertyNames, name, name, false)) return 'propertyNames';
    let isKnown = Object.hasOwn(properties, name);
    if (isKnown && !part(properties[name], name, member, true)) return noted;
    for (const inner of patternsFor(name, judgement)) {
      isKnown = true;
      if (!part(inner, name, member, true)) return noted;
    }
    if (!isKnown && schema.additionalProperties !== undefined) {
      if (schema.additionalProperties === false) return 'additionalProperties';
      isKnown = true;
      if (!part(schema.additionalProperties, name, member, true)) return noted;
    }
    if (isKnown) seen.names.add(name);
  }
  return undefined;
}

function brokenByDependencies({ schema, seen, also }: Judgement, value: Record<string, unknown>): Broken {
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    if (!isObject(schema[keyword])) continue;
    for (const name of Object.keys(value)) {
      const asked = own(schema[keyword], name);
      if (Array.isArray(asked)) {
        if (!asked.every((other) => Object.hasOwn(value, String(other)))) return keyword;
      } else if (asked !== undefined) {
        const found = also(asked, true);
        if (!found) return noted;
        addSeen(seen, found);
      }
    }
  }
  return undefined;
}

function brokenByUnevaluated({ schema, seen, part }: Judgement, value: Record<string, unknown>): Broken {
  if (schema.unevaluatedProperties === undefined) return undefined;
  for (const name of Object.keys(value)) {
    if (seen.names.has(name)) continue;
    if (schema.unevaluatedProperties === false) return 'unevaluatedProperties';
    if (!part(schema.unevaluatedProperties, name, own(value, name), true)) return noted;
    seen.names.add(name);
  }
  return undefined;
}
