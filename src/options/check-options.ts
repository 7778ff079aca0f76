/** Holds options to what they are declared to be. */
import { mostSimilar } from '../contract/similarity.js';
import type { Kind } from './kinds.js';
import { newName, warnOfName } from './renamed.js';

/**
 * The options under their current names, without those that are undefined.
 *
 * @param caller begins each message, such as `createMock`
 * @param kinds what each option may be
 * @throws TypeError for an option that is not known or of the wrong type, RangeError for a number out of range
 */
export function checkOptions<Options extends object>(caller: string, options: Options, kinds: Readonly<Record<string, Kind>>): Options {
  if (!object(options)) throw new TypeError(`${caller}: the options must be an object, got ${inShort(options)}`);
  const checked: Record<string, unknown> = {};
  for (const [given, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const name = Object.hasOwn(kinds, given) ? given : (newName(given) ?? given);
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw new TypeError(`${caller}: there is no option ${given}${suggestion(given, Object.keys(kinds))}`);
    if (!kind.accepts(value)) {
      const message = `${caller}: ${given} must be ${kind.expected}, got ${inShort(value)}`;
      throw typeof value === 'number' && kind.unit !== undefined ? new RangeError(message) : new TypeError(message);
    }
    if (name !== given) warnOfName(caller, given, name);
    // Where both names are given, the current one counts.
    if (name === given || (options as Record<string, unknown>)[name] === undefined) checked[name] = value;
  }
  return checked as Options;
}

const object = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A wrong value, as a message names it. */
export function inShort(value: unknown): string {
  if (typeof value === 'string' || Array.isArray(value)) return JSON.stringify(value);
  return typeof value === 'function' || object(value) ? `a value of type ${typeof value}` : String(value);
}

/** The known name that is most like a wrong one, else all that there are. */
export function suggestion(name: string, known: readonly string[]): string {
  const like = mostSimilar(name, known, 0.4);
  return like === undefined ? `; there are ${known.join(', ')}` : `; did you mean ${like}?`;
}
