/** Whether what has changed in a schema concerns a value that somebody has sent or got. */
import type { Schema } from '../../contract/openapi.js';
import { canonical } from '../model/canonical.js';
import type { SchemaEffect } from '../model/effect.js';
import type { Part } from '../model/outcome.js';
import type { Validity } from '../model/validity.js';

/** The values at hand, of which a comparison tells what concerns them. */
export interface Values {
  part: Part;
  before: Validity;
  after: Validity;
  /** Components that need no look. */
  same?: ReadonlySet<string>;
}

export const isMembers = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const has = (value: unknown, name: string): boolean => isMembers(value) && Object.hasOwn(value, name);
const lacks = (value: unknown, name: string): boolean => isMembers(value) && !Object.hasOwn(value, name);

function pick(schema: Schema, keywords: string[] | undefined): Schema {
  if (!keywords) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.includes(key)));
}

/** Of a member: whether it is there, or is not. */
function concernsMember({ effect, member = '', value: one }: SchemaEffect, value: unknown, part: Part): boolean {
  if (one !== undefined) return has(value, member) && canonical((value as Schema)[member]) === canonical(one);
  if (effect === 'demanded' || effect === 'defaulted' || effect === 'assumed') return part === 'request' && lacks(value, member);
  if (effect === 'optional') return part === 'request' ? lacks(value, member) : has(value, member);
  return has(value, member);
}

/** @param schemas what the whole value was to be, and is to be */
export function concerns(effect: SchemaEffect, value: unknown, [a, b]: [Schema, Schema], { part, before, after }: Values): boolean {
  if (effect.member !== undefined) return concernsMember(effect, value, part);
  const kind = effect.effect;
  if (kind === 'deprecated') return true;
  // What may come from now on concerns whoever reads what stands here.
  if (part === 'response' && kind === 'widened') return true;
  if (part === 'response' && (kind === 'limited' || kind === 'added')) return false;
  if (effect.value !== undefined) return canonical(value) === canonical(effect.value);
  // No schema says what an extension does to a value.
  if (effect.keywords?.some((keyword) => keyword.startsWith('x-'))) return true;
  const [was, is] = [before.allows(pick(a, effect.keywords), value), after.allows(pick(b, effect.keywords), value)];
  return kind === 'widened' || kind === 'added' ? !was && is : !is;
}
