/** Ids made from a template such as `job-{user}-{nanoseconds}`, and read back. */

import { type Chance, pureChance } from './chance/chance.js';
import { escapePattern } from './escape-pattern.js';

/** Values of the placeholders of an id. */
export interface IdParts {
  /** The account; the free part of the id. Letters and digits. */
  user: string;
  /** Milliseconds since 1970. */
  time: number;
}

/** What an id is made of; without a user, it is the mock's own. */
export interface IdSource extends Omit<IdParts, 'user'> {
  user?: string;
  /** @default one that differs from run to run */
  chance?: Chance;
}

/** Random hex digits; eight at a time, since a random number is what costs. */
export function randomHex(length: number, { random }: Chance = pureChance): string {
  let text = '';
  while (text.length < length)
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, length);
}

/** Digits of the milliseconds, in this century as in the first second of a test's clock. */
const digitsOfTime = 13;

/** The time as nanoseconds; the last six digits, which the clock does not give, keep ids of one millisecond apart. */
function nanoseconds(time: number, { serial }: Chance): string {
  return `${String(Math.floor(time)).padStart(digitsOfTime, '0')}${String(serial()).padStart(6, '0')}`;
}

const hexToken = /^\{hex:(\d+)\}$/;

/** The part of a pattern that a piece of a template stands for. */
function toPattern(token: string): string {
  if (token === '{user}') return '(?<user>[A-Za-z0-9]+)';
  if (token === '{nanoseconds}') return '(?<nanoseconds>\\d{19})';
  const digits = hexToken.exec(token)?.[1];
  return digits === undefined ? escapePattern(token) : `[0-9a-f]{${digits}}`;
}

export interface IdTemplate {
  format(source: IdSource): string;
  parse(id: string): IdParts | undefined;
  /** When the id was made: of two, that of the later one is the greater text, in one millisecond too. Empty where it does not tell. */
  momentOf(id: string): string;
}

/** Makes and reads ids of one template. */
export function compileIdTemplate(template: string): IdTemplate {
  const tokens = template.split(/(\{[^}]+\})/).filter((token) => token !== '');
  const pattern = new RegExp(`^${tokens.map(toPattern).join('')}$`);
  const print = (token: string, { user = 'mock', time, chance = pureChance }: IdSource): string => {
    if (token === '{user}') return user;
    if (token === '{nanoseconds}') return nanoseconds(time, chance);
    const digits = hexToken.exec(token)?.[1];
    return digits === undefined ? token : randomHex(Number(digits), chance);
  };
  return {
    format: (source) => tokens.map((token) => print(token, source)).join(''),
    parse(id) {
      const groups = pattern.exec(id)?.groups;
      return groups && { user: groups.user ?? '', time: Number((groups.nanoseconds ?? '').slice(0, digitsOfTime)) };
    },
    momentOf: (id) => pattern.exec(id)?.groups?.nanoseconds ?? '',
  };
}
