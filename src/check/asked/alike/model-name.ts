/** Whether two names can be of one model. */

/** The words of a name, without those that say nothing: `3.0` is `3`. */
function wordsOf(name: string, without: RegExp | undefined): string[] {
  const plain = without ? name.replace(without, '') : name;
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== '0');
}

/** The letters that a name begins with, such as `gpt`: models that have others are of other makes, or it is no name of a model at all. */
export const familyOf = (name: string, without: RegExp | undefined): string => /^[a-z]*/.exec(wordsOf(name, without)[0] ?? '')?.[0] ?? '';

/**
 * The one may be a version of the other, with a date or an edition in its name, and their words may come in any order. A name without a number is that of
 * some version of its make, or of none that is known.
 * @param without matches what the one may have and the other lack
 * @param families of the models that there are
 */
export function mayBeModel(asked: string, told: string, without: RegExp | undefined, families: ReadonlySet<string>): boolean {
  const family = familyOf(asked, without);
  if (!/\d/.test(asked) && (family === familyOf(told, without) || !families.has(family))) return true;
  const [one, other] = [wordsOf(asked, without), wordsOf(told, without)];
  return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word));
}
