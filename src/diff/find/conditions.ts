/** Compares what a value must not be, and what holds of it only where something else does. */
import type { Schema } from '../../contract/openapi.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { type Effect, effectOf, type SchemaEffect } from '../model/effect.js';
import { memberChanges, show, summarise } from '../model/member-changes.js';

type Effects = Generator<SchemaEffect, void>;

export const conditionKeywords = ['not', 'if', 'then', 'else', 'dependentRequired', 'contains'];

/** A text for whoever looks for the part in the contract: the part itself, shortened. */
const shown = (part: unknown): string => show(meaningOf(part));

/** Lists of which a longer one leaves less room, by where they stand in a part: what is not to be, what has to be there. */
const demands: [around: string | undefined, list: string][] = [
  [undefined, 'enum'],
  ['then', 'required'],
  ['else', 'required'],
];

/** What the room for values does from one part to another: told where a list alone is longer or shorter. */
function directionOf(before: Schema, after: Schema): Effect {
  for (const [around, list] of demands) {
    if (around === undefined && (before.if !== undefined || after.if !== undefined)) continue;
    const [was, is] = [before, after].map((part) => (around === undefined ? part : part[around])?.[list]) as [unknown, unknown];
    if (!Array.isArray(was) || !Array.isArray(is)) continue;
    const without = (part: Schema) =>
      around === undefined ? { ...part, [list]: 0 } : { ...part, [around]: { ...part[around], [list]: 0 } };
    if (canonical(without(before)) !== canonical(without(after))) continue;
    const has = (all: unknown[], one: unknown) => all.some((other) => canonical(other) === canonical(one));
    if (was.every((one) => has(is, one))) return 'limited';
    if (is.every((one) => has(was, one))) return 'widened';
  }
  return 'narrowed';
}

/** A part that leaves less room by being there. */
function* comparePart(before: unknown, after: unknown, name: string, keywords: string[], words: (part: unknown) => string): Effects {
  if (canonical(before ?? null) === canonical(after ?? null)) return;
  const about = { keywords };
  if (before === undefined) yield effectOf('limited', 'condition', `\`${name}\` ${words(after)}, which is new`, [name], about);
  else if (after === undefined) yield effectOf('widened', 'condition', `\`${name}\` ${words(before)} no longer`, [name], about);
  else {
    const details = summarise(memberChanges(meaningOf(before), meaningOf(after)));
    yield effectOf(
      directionOf(before as Schema, after as Schema),
      'condition',
      `\`${name}\` ${words(after)}, where it was otherwise: ${details}`,
      [name],
      about,
    );
  }
}

const conditionOf = (schema: Schema): Schema | undefined =>
  schema.if === undefined || (schema.then === undefined && schema.else === undefined)
    ? undefined
    : Object.fromEntries(['if', 'then', 'else'].flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));

function conditionInWords(part: unknown): string {
  const { if: when, then: holds, else: otherwise } = part as Schema;
  const [yes, no] = [holds && ` has to be ${shown(holds)}`, otherwise && ` has to be ${shown(otherwise)}`];
  return `that is ${shown(when)}${yes ?? ' may be anything'}${no ? `, and any other${no}` : ''}`;
}

/** Members that are needed where another one is there. */
function* compareDependents(a: Schema, b: Schema, name: string): Effects {
  const [before, after]: Record<string, string[]>[] = [a.dependentRequired ?? {}, b.dependentRequired ?? {}];
  const about = { keywords: ['dependentRequired'] };
  // What has to be there whatever else is given is asked for by no condition.
  const always = ({ required }: Schema, member: string) => Array.isArray(required) && required.includes(member);
  for (const member of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const [was, is] = [before?.[member] ?? [], after?.[member] ?? []];
    for (const needed of is.filter((other) => !was.includes(other)))
      yield effectOf(
        always(a, needed) ? 'noted' : 'limited',
        'condition',
        `\`${needed}\` of \`${name}\` is required where \`${member}\` is given`,
        [name, needed],
        about,
      );
    for (const needed of was.filter((other) => !is.includes(other)))
      yield always(b, needed)
        ? effectOf(
            'noted',
            'condition',
            `\`${needed}\` of \`${name}\` is required, and not only where \`${member}\` is given`,
            [name, needed],
            about,
          )
        : effectOf(
            'widened',
            'condition',
            `\`${needed}\` of \`${name}\` may be absent where \`${member}\` is given`,
            [name, needed],
            about,
          );
  }
}

export function* compareConditions(a: Schema, b: Schema, name: string): Effects {
  yield* comparePart(a.not, b.not, name, ['not'], (part) => `must not be ${shown(part)}`);
  yield* comparePart(a.contains, b.contains, name, ['contains'], (part) => `has to have an item like ${shown(part)}`);
  yield* comparePart(conditionOf(a), conditionOf(b), name, ['if', 'then', 'else'], conditionInWords);
  yield* compareDependents(a, b, name);
}
