/** Reads what a request prefers, by the `Prefer` header (RFC 7240) or Prism's `__` query parameters, and says what was made of it. */
import type { Warning } from '../../contract/judge/warning.js';
import { formatPointer } from '../../contract/pointer.js';
import type { HttpRequest } from '../../http/message.js';
import { formatPreference, parsePrefer, type StatedPreference } from '../../http/prefer.js';
import { suggestion } from '../../options/check-options.js';
import { camelCase, kebabCase } from '../../options/names.js';
import { type Preference, type PreferenceName, type Preferences, preferences, standardPreferences } from '../../options/preferences.js';
import { newName, renamedMessage } from '../../options/renamed.js';

/** A map, since its names come from callers. */
const known = new Map<string, Preference>(Object.entries(preferences));

/** Where a preference stands in a request. */
type Place = Pick<Warning, 'in' | 'pointer'>;

export class StatedPreferences {
  readonly values: Preferences = {};
  /** Why one makes no sense, with what would. */
  invalid: string | undefined;
  readonly #stated = new Map<string, { value: string; place: Place }>();
  readonly #applied = new Set<string>(['session']);
  readonly #ignored: Warning[] = [];

  add({ name: given, value, parameters }: StatedPreference, place: Place): void {
    const ignore = (message: string) => this.#ignored.push({ ...place, message });
    const name = known.has(given) ? given : kebabCase(newName(camelCase(given)) ?? given);
    const preference = known.get(name);
    if (!preference) {
      if (!standardPreferences.includes(given)) ignore(`${given} is not known${suggestion(given, [...known.keys()])}`);
      return;
    }
    if (name !== given) ignore(renamedMessage(given, name));
    if (parameters.length > 0)
      ignore(`${name} takes no parameters, so ${parameters.join(', ')} was not used; put a comma between preferences`);
    if (this.#stated.has(name)) {
      ignore(`${name}=${value} was not used; the first ${name} counts`);
      return;
    }
    this.#stated.set(name, { value, place });
    const parsed = preference.kind.parse(value);
    if (parsed === undefined) this.invalid ??= `Prefer: ${given} must be ${preference.kind.expected}, got ${JSON.stringify(value)}`;
    else Object.assign(this.values, { [camelCase(name)]: parsed });
  }

  /** Notes that these were used, if they were stated. */
  apply(...names: PreferenceName[]): void {
    for (const name of names) this.#applied.add(name);
  }

  /** As if these had not been stated. */
  withdraw(...names: PreferenceName[]): void {
    for (const name of names) this.#stated.delete(name);
  }

  /**
   * What was used, as the value of `Preference-Applied`, and what was not.
   * @param example the example that was served
   * @param status of the response
   */
  outcome(example: string | undefined, status: number): { applied: string; ignored: Warning[] } {
    if (this.values.example !== undefined && this.values.example === example) this.apply('example');
    if (this.values.code === status) this.apply('code');
    const applied: string[] = [];
    const unused: Warning[] = [];
    for (const [name, { value, place }] of this.#stated) {
      if (this.#applied.has(name)) applied.push(formatPreference(name, value));
      else unused.push({ ...place, message: `${name}=${value} was not used; it counts for ${known.get(name)?.countsFor}` });
    }
    return { applied: applied.join(', '), ignored: [...this.#ignored, ...unused] };
  }
}

/** `undefined` for a request that prefers nothing, which most do not. */
export function readPreferences(request: HttpRequest): StatedPreferences | undefined {
  const header = request.header('prefer');
  const hasQuery = request.query.size > 0;
  if (header === undefined && !hasQuery) return undefined;
  const stated = new StatedPreferences();
  for (const [name, value] of request.query) {
    if (name.startsWith('__')) stated.add({ name: name.slice(2), value, parameters: [] }, { in: 'query', pointer: formatPointer([name]) });
  }
  for (const preference of parsePrefer(header ?? '')) stated.add(preference, { in: 'header', pointer: '/prefer' });
  return stated;
}
