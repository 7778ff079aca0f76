/** What the value of an option, a flag or a preference may be. */

export interface Kind<T = unknown> {
  /** Ends the sentence "it must be ...". */
  expected: string;
  accepts(value: unknown): boolean;
  /** The value that a text says, as on the command line or in a header; `undefined` where it says none. */
  parse(text: string): T | undefined;
  /** What a number counts; absent where the value is no number. */
  unit?: string;
}

interface NumberLimits {
  /** @default 0 */
  least?: number;
  most?: number;
  /** Whether only whole numbers will do. */
  whole?: boolean;
  /** @default 'number' */
  unit?: string;
}

/** Milliseconds. Longer waits than this, of 24 days, end at once in JavaScript. */
export const longestWait = 2 ** 31 - 1;

/** A finite number. */
export function number({ least = 0, most, whole = false, unit = 'number' }: NumberLimits = {}): Kind<number> {
  const accepts = (value: unknown): boolean =>
    Number.isFinite(value) &&
    (value as number) >= least &&
    (most === undefined || (value as number) <= most) &&
    (!whole || Number.isInteger(value));
  return {
    expected: `a ${whole ? 'whole ' : ''}number ${most === undefined ? `of at least ${least}` : `from ${least} to ${most}`}`,
    accepts,
    parse(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return accepts(value) ? value : undefined;
    },
    unit,
  };
}

export const milliseconds = number({ most: longestWait, unit: 'ms' });
export const seconds = number({ unit: 'seconds' });
/** How many of a unit. */
export const count = (unit: string, least = 0): Kind<number> => number({ least, whole: true, unit });

/** Ids have thirteen digits of milliseconds. */
const lastTime = 10 ** 13 - 1;

const moment = /^(\d{4}-\d\d-\d\d)(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/;

/** Milliseconds since 1970; `undefined` for what is no time, or one that depends on where the machine is. */
export function timeOf(value: unknown): number | undefined {
  let time = Number.NaN;
  if (typeof value === 'number' || value instanceof Date) time = Number(value);
  else if (typeof value === 'string') {
    const day = moment.exec(value)?.[1] as string;
    // What is no day of its month would be one of the next.
    if (new Date(day).toJSON()?.startsWith(day)) time = Date.parse(value);
  }
  return time >= 0 && time <= lastTime ? time : undefined;
}

/** A moment. */
export const time: Kind<number> = {
  expected: 'a time from 1970 to 2286: milliseconds, or a text such as 2026-01-31T12:00:00Z',
  accepts: (value) => timeOf(value) !== undefined,
  parse: (text) => timeOf(/^\d+$/.test(text) ? Number(text) : text),
  unit: 'time',
};

/** More than nothing, so that a stream goes on. */
export const perSecond = number({ least: 0.001, unit: 'rate' });

/** One number, or a range of them, which a text writes as `100-400`. */
function orRange(one: Kind<number>, [from, to]: [number, number]): Kind<number | [number, number]> {
  const accepts = (value: unknown): boolean =>
    Array.isArray(value) ? value.length === 2 && value.every(one.accepts) && value[0] <= value[1] : one.accepts(value);
  return {
    ...one,
    expected: `${one.expected}, or a range such as [${from}, ${to}]`,
    accepts,
    parse(text) {
      const parts = text.split('-').map(one.parse);
      const value = parts.length === 1 ? parts[0] : parts;
      return accepts(value) ? (value as [number, number]) : undefined;
    },
  };
}

export const millisecondsOrRange = orRange(milliseconds, [100, 400]);
/** More words than anyone reads are a slip. */
export const wordsOrRange = orRange(number({ least: 1, most: 20_000, whole: true, unit: 'words' }), [20, 400]);

/** One of several words. */
export const oneOf = <const Word extends string>(...words: Word[]): Kind<Word> & { words: readonly Word[] } => ({
  words,
  expected: `one of ${words.join(', ')}`,
  accepts: (value) => words.includes(value as Word),
  parse: (text) => words.find((word) => word === text),
});

const words: Readonly<Record<string, boolean>> = { '': true, true: true, false: false };

export const boolean: Kind<boolean> = {
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
  parse: (text) => (Object.hasOwn(words, text) ? words[text] : undefined),
};

export const text: Kind<string> = {
  expected: 'a text that is not empty',
  accepts: (value) => typeof value === 'string' && value !== '',
  parse: (text) => text || undefined,
};

/** Names of whatever it is. */
export const names: Kind<string> = {
  expected: 'a list of names',
  accepts: (value) => Array.isArray(value) && value.every(text.accepts),
  parse: text.parse,
};

/** What no text can say: a function, an object. */
const ofType = (type: 'function' | 'object', expected: string): Kind<never> => ({
  expected,
  accepts: (value) => typeof value === type && value !== null,
  parse: () => undefined,
});

export const callback = ofType('function', 'a function');
export const object = ofType('object', 'an object');

/** One object, or a list of some. */
export const objects: Kind<never> = {
  expected: 'an object, or a list of objects',
  accepts: (value) => (Array.isArray(value) ? value.every(object.accepts) : object.accepts(value)),
  parse: () => undefined,
};
