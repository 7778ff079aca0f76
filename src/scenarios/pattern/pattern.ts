/** Patterns of scenarios: `/…/` with flags. Their author is trusted, the texts that they run on are not. */
import safe from 'safe-regex2';

/** A pattern as it is written, with its flags. */
export const form = /^\/(.*)\/([a-z]*)$/s;
const flags = /^(?!.*(.).*\1)[imsu]*$/;

/** The most characters of a text that a pattern looks at. */
export const longestSubject = 64 * 1024;

/** A pattern that another engine than that of the platform runs. */
export class ReadPattern {
  /** @param written as the scenario has it */
  constructor(
    readonly written: string,
    readonly test: (text: string) => boolean,
  ) {}

  toJSON(): string {
    return this.written;
  }
}

/** Reads the pattern of a text. @throws Error for one that cannot be run */
export type ReadsPattern = (text: string) => ReadPattern;

/** The same value with all patterns read. @throws Error for one that cannot be run */
export function withPatterns(value: unknown, read: ReadsPattern): unknown {
  if (typeof value === 'string') return isPattern(value) ? read(value) : value;
  if (Array.isArray(value)) return value.map((item) => withPatterns(item, read));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPatterns(member, read)]));
}

/** Whether a text is a pattern. */
export const isPattern = (text: string): boolean => text.length > 2 && form.test(text);

/**
 * Reads a pattern.
 * @throws Error for one that does not compile, that has another flag, or that repeats what repeats already
 */
export function parsePattern(text: string): RegExp {
  const [, source = '', given = ''] = form.exec(text) ?? [];
  return checked(new RegExp(source, readFlags(given, text)), text);
}

/** @throws Error for another flag */
export function readFlags(given: string, text: string): string {
  if (!flags.test(given)) throw new Error(`the flags of ${text} must be some of i, m, s, u, got ${given}`);
  return given;
}

/** @throws Error where a text could take it for ever */
export function checked(pattern: RegExp, text = String(pattern)): RegExp {
  // What looks behind is judged as what looks ahead: the library knows only that.
  const judged = pattern.source.replace(/\(\?<(?=[=!])/g, '(?');
  if (!safe(judged, { limit: Number.POSITIVE_INFINITY }))
    throw new Error(`${text} repeats what repeats already, which may never end; write it without`);
  // A pattern with these flags remembers where it was.
  return pattern.global || pattern.sticky ? new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')) : pattern;
}

export const matches = (pattern: RegExp | ReadPattern, text: string): boolean =>
  pattern.test(text.length > longestSubject ? text.slice(0, longestSubject) : text);
