/** Compares what stands in a schema beside the words of JSON Schema: what the contract adds of its own, and what nobody knows. */
import type { Schema } from '../../contract/openapi.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { type Effect, effectOf, type SchemaEffect } from '../model/effect.js';
import { inWords, type MemberChange, memberChanges, summarise } from '../model/member-changes.js';
import { conditionKeywords } from './conditions.js';
import { limitKeywords } from './limits.js';

type Effects = Generator<SchemaEffect, void>;

/** Rules by pointer: each leaves less room by being there. What they are about, in words. */
const rules: Record<string, string> = {
  'x-less-than': 'what is less than what',
  'x-total': 'how much there may be in all',
  'x-sum': 'what is the sum of what',
  'x-at-most': 'what is at most what',
  'x-within': 'what is within what',
  'x-as-many': 'what are as many as what',
  'x-distinct': 'what has no equal',
  'x-filled': 'what is not empty',
  'x-json': 'which texts are JSON',
  'x-address': 'which texts are addresses',
  'x-text': 'which words are taken',
  'x-joined': 'what is which texts joined',
  'x-media': 'of which type the files in texts are',
  'x-refers': 'what refers to what',
  'x-medium': 'what texts stand for',
  'x-time': 'how a time is written',
};

/** What tells nothing of values. */
const notes: Record<string, string> = {
  'x-message': 'the message of a refusal',
  'x-volatile': 'whether it differs from run to run',
  'x-deprecated-since': 'since when it is deprecated',
};

/** Keywords that are compared elsewhere, and those that say nothing of values. */
const elsewhere = new Set([
  ...['$ref', '$defs', '$id', '$anchor', '$schema', '$comment', 'type', 'const', 'enum', 'default', 'deprecated', 'readOnly', 'writeOnly'],
  ...['properties', 'required', 'patternProperties', 'propertyNames', 'additionalProperties', 'unevaluatedProperties', 'dependentSchemas'],
  ...[
    'items',
    'prefixItems',
    'unevaluatedItems',
    'anyOf',
    'oneOf',
    'allOf',
    'discriminator',
    'contentSchema',
    'x-open-enum',
    'x-error-dialect',
  ],
  ...limitKeywords,
  ...conditionKeywords,
  ...Object.keys(rules),
  ...Object.keys(notes),
]);

const isMembers = (value: unknown): boolean => value !== null && typeof value === 'object' && !Array.isArray(value);

function directionOf({ path, before, after }: MemberChange): Effect {
  if (before === undefined) return 'limited';
  if (after === undefined) return 'widened';
  if (!path.endsWith('.most') || typeof before !== 'number' || typeof after !== 'number') return 'narrowed';
  return after < before ? 'limited' : 'widened';
}

function* compareRules(a: Schema, b: Schema, name: string): Effects {
  for (const [keyword, what] of Object.entries(rules)) {
    const [before, after] = [a[keyword], b[keyword]];
    if (canonical(before ?? null) === canonical(after ?? null)) continue;
    const byMember = [before, after].every((rule) => rule === undefined || isMembers(rule));
    for (const change of memberChanges(byMember ? (before ?? {}) : before, byMember ? (after ?? {}) : after)) {
      const text = `${what} in \`${name}\`: ${inWords(change).replace(/^the whole /, 'it ')}`;
      yield effectOf(directionOf(change), 'rule', text, [name], { keywords: [keyword] });
    }
  }
}

function* compareNotes(a: Schema, b: Schema, name: string): Effects {
  for (const [keyword, what] of Object.entries(notes)) {
    const [before, after] = [a[keyword], b[keyword]];
    if (canonical(before ?? null) === canonical(after ?? null)) continue;
    yield effectOf(
      'noted',
      'note',
      `${what}, of \`${name}\`: ${summarise(memberChanges(before, after)).replace(/^the whole /, 'it ')}`,
      [name],
      { keywords: [keyword] },
    );
  }
}

/** Errors of requests of this kind come in another envelope. */
function* compareDialect(a: Schema, b: Schema, name: string): Effects {
  const [was, is] = [a['x-error-dialect'], b['x-error-dialect']];
  if (canonical(was ?? null) === canonical(is ?? null)) return;
  const usual = 'that of its operation';
  const text = `errors of \`${name}\` come in the dialect \`${is ?? usual}\`, was \`${was ?? usual}\``;
  yield effectOf('narrowed', 'dialect', text, [name], { keywords: ['x-error-dialect'] });
}

/** What no rule knows is for a person, and until then it breaks. */
const unknownPart = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([key]) => !elsewhere.has(key)));

export function* compareOthers(a: Schema, b: Schema, name: string): Effects {
  yield* compareRules(a, b, name);
  yield* compareNotes(a, b, name);
  yield* compareDialect(a, b, name);
  const [before, after] = [a, b].map((schema) => meaningOf(unknownPart(schema))) as [Schema, Schema];
  if (canonical(before) === canonical(after)) return;
  const details = summarise(memberChanges(before, after));
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = `what \`${name}\` says is not known to break nobody, so it may: ${details}`;
  yield effectOf('narrowed', 'unjudged', text, [name], { keywords });
}
