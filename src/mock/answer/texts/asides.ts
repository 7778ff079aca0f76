/** What programs say in the place of the user, in elements: that a job is done, what time it is, where they run. */

/** Longer texts are a user's own. */
const longest = 200_000;

const beginnings = new WeakMap<readonly string[], RegExp>();

/** The beginning of an element of one of these names. */
function beginningOf(names: readonly string[]): RegExp {
  let beginning = beginnings.get(names);
  if (!beginning) {
    beginning = new RegExp(`<(${names.join('|')})(?:\\s[^<>]{0,200})?>`, 'g');
    beginnings.set(names, beginning);
  }
  return beginning;
}

/** The words of the user: what stands in elements of these names is left out, and so are those in it. One that does not end is none. */
export function withoutAsides(text: string, names: readonly string[] = []): string {
  if (names.length === 0 || text.length > longest || !text.includes('<')) return text;
  const beginning = beginningOf(names);
  const unended = new Set<string>();
  let own = '';
  let from = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    const [{ length }, name = ''] = found;
    const end = `</${name}>`;
    const at = unended.has(name) ? -1 : text.indexOf(end, found.index + length);
    if (at === -1) {
      unended.add(name);
      continue;
    }
    own += text.slice(from, found.index);
    from = at + end.length;
    beginning.lastIndex = from;
  }
  return own + text.slice(from);
}
