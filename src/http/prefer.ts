/** The `Prefer` and `Preference-Applied` headers (RFC 7240). */
import { headerText } from './header-text.js';

/** A preference as a request states it. */
export interface StatedPreference {
  /** In lower case. */
  name: string;
  /** Empty where there is none, which means the same. */
  value: string;
  /** Names of the parameters after it. */
  parameters: string[];
}

const token = /[\w!#$%&'*+.^`|~-]+/.source;
const quoted = /"((?:[^"\\]|\\.)*)"/.source;

/** One preference or parameter, up to what ends it. A value that is no token is taken as it stands: `error@5` leaves no doubt. */
const piece = new RegExp(`\\s*(${token})\\s*(?:=\\s*(?:${quoted}\\s*|([^,;]*)))?([,;]|$)`, 'y');
const malformed = /[^,;]*([,;]|$)/y;

/** @param header the value of all `Prefer` headers, joined by commas */
export function parsePrefer(header: string): StatedPreference[] {
  const stated: StatedPreference[] = [];
  let owner: StatedPreference | undefined;
  for (let at = 0; at < header.length; ) {
    piece.lastIndex = malformed.lastIndex = at;
    const match = piece.exec(header);
    const [, name, text, plain = ''] = match ?? [];
    const end = match ? match[4] : malformed.exec(header)?.[1];
    at = match ? piece.lastIndex : malformed.lastIndex;
    if (name !== undefined) {
      if (owner) owner.parameters.push(name.toLowerCase());
      else stated.push({ name: name.toLowerCase(), value: text?.replace(/\\(.)/g, '$1') ?? plain.trim(), parameters: [] });
    }
    // After a semicolon comes a parameter, after a comma the next preference.
    owner = end === ';' ? (owner ?? (name === undefined ? undefined : stated.at(-1))) : undefined;
  }
  return stated;
}

/** A preference as `Preference-Applied` names it. */
export function formatPreference(name: string, value: string): string {
  if (value === '') return name;
  return `${name}=${new RegExp(`^${token}$`).test(value) ? value : `"${headerText([value]).replace(/["\\]/g, '\\$&')}"`}`;
}
