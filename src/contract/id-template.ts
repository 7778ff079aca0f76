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
  /** Tokens of what was said up to the end of the answer that has the id; asked where the id tells them. None if left out. */
  context?(): number;
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

/** Any count times the first is as good as drawn, and times the second the count again. */
const [scrambling, unscrambling] = [0x9e3779b1, 0x0e8b2f51];

/** More tokens than the longest of conversations have. */
const mostContext = 2 ** 20;

/** The tokens that the end of an id made with `{context}` tells; 0 for nearly any other id. */
export function contextOf(id: string): number {
  const tokens = Math.imul(Number.parseInt(id.slice(-8), 16), unscrambling) >>> 0;
  return tokens < mostContext ? tokens : 0;
}

const hexToken = /^\{hex:(\d+)\}$/;

/** The part of a pattern that a piece of a template stands for. */
function toPattern(token: string): string {
  if (token === '{user}') return '(?<user>[A-Za-z0-9]+)';
  if (token === '{nanoseconds}') return '(?<nanoseconds>\\d{19})';
  const digits = token === '{context}' ? 8 : hexToken.exec(token)?.[1];
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
  const print = (token: string, { user = 'mock', time, chance = pureChance, context = () => 0 }: IdSource): string => {
    if (token === '{user}') return user;
    if (token === '{nanoseconds}') return nanoseconds(time, chance);
    if (token === '{context}') return (Math.imul(context(), scrambling) >>> 0).toString(16).padStart(8, '0');
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
