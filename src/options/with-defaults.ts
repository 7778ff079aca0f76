/** Holds options to their names and types. Pages load it, so it is smaller than what the mock does. */
import { oldClientNames, warnOfName } from './renamed.js';

type Values = Record<string, unknown>;

/** The names of those that have a usual value. */
type HasValue<Usual> = { [Name in keyof Usual]: Usual[Name] extends undefined ? never : Name }[keyof Usual];

/**
 * The options, with the usual values for those that are not given.
 *
 * @param usual names all options; a value is of the type of the usual one, where there is one
 * @throws TypeError for an option that is not known or of the wrong type, RangeError for a number below 0 or NaN
 */
export function withDefaults<Options extends object, Usual extends object>(
  caller: string,
  options: Options,
  usual: Usual,
): Options & Required<Pick<Options, keyof Options & HasValue<Usual>>> {
  const result = { ...usual } as Values;
  for (const [given, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const name = oldClientNames[given] ?? given;
    if (!Object.hasOwn(usual, name)) throw new TypeError(`${caller}: no option ${given}; there are ${Object.keys(usual).join(', ')}`);
    if (name !== given) warnOfName(caller, given, name);
    const type = typeof (usual as Values)[name];
    if (type !== 'undefined' && typeof value !== type) throw new TypeError(`${caller}: ${given} must be a ${type}`);
    if (type === 'number' && !((value as number) >= 0)) throw new RangeError(`${caller}: ${given} must be at least 0`);
    result[name] = value;
  }
  return result as never;
}
