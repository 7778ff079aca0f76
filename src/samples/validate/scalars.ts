/** Numbers, texts, and what is asked of values of any type. */
import { boundsOf, isObject, type Kind, limitOf, typesOf } from '../schema/keywords.js';
import { equal } from './canonical.js';
import { isInFormat } from './formats.js';
import type { Broken, Judgement } from './judgement.js';

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'object' ? 'object' : (typeof value as 'string' | 'boolean');
}

/** In Unicode characters, as JSON Schema counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff || at === 0 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800) length++;
  }
  return length;
}

/** Whether a number is a whole multiple, as far as floating point can tell: 0.3 is one of 0.1. */
export function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  if (Number.isInteger(times)) return true;
  return Number.isFinite(times) ? Math.abs(times - Math.round(times)) < Math.abs(times) * 1e-14 : value % step === 0;
}

export function brokenByAny({ schema, budget }: Judgement, value: unknown): Broken {
  if (value === null && schema.nullable === true) return undefined;
  const types = typesOf(schema);
  const kind = kindOf(value);
  if (types && !types.includes(kind) && !(kind === 'integer' && types.includes('number'))) return 'type';
  if (Object.hasOwn(schema, 'const') && !equal(schema.const, value)) return 'const';
  if (!Array.isArray(schema.enum)) return undefined;
  budget.spend(schema.enum.length / 512);
  return isObject(value) || Array.isArray(value)
    ? brokenUnless(
        'enum',
        schema.enum.some((choice) => equal(choice, value)),
      )
    : brokenUnless('enum', schema.enum.includes(value));
}

const brokenUnless = (keyword: string, isMet: boolean): Broken => (isMet ? undefined : keyword);

export function brokenByNumber({ schema }: Judgement, value: number): Broken {
  const { minimum, above, maximum, below } = boundsOf(schema);
  if (minimum !== undefined && value < minimum) return 'minimum';
  if (above !== undefined && value <= above) return 'exclusiveMinimum';
  if (maximum !== undefined && value > maximum) return 'maximum';
  if (below !== undefined && value >= below) return 'exclusiveMaximum';
  const step = limitOf(schema.multipleOf);
  return brokenUnless('multipleOf', step === undefined || step <= 0 || isMultiple(value, step));
}

export function brokenByText({ schema, patterns, undecided, budget }: Judgement, value: string): Broken {
  const [least, most] = [limitOf(schema.minLength), limitOf(schema.maxLength)];
  if (least !== undefined && value.length < least * 2 && lengthOf(value) < least) return 'minLength';
  if (most !== undefined && value.length > most && lengthOf(value) > most) return 'maxLength';
  if (typeof schema.format === 'string' && !isInFormat(schema.format, value, budget)) return 'format';
  if (typeof schema.pattern !== 'string') return undefined;
  const matches = patterns.matches(schema.pattern, value);
  if (matches === undefined) undecided.add('a `pattern` that cannot be run safely');
  return brokenUnless('pattern', matches !== false);
}
