/** Texts that are read again and again: an agent sends the same question with each step. */

/** How many are remembered. */
const most = 64;
/** Characters; a longer one is read each time. */
const longest = 8_000;

/** Remembers what was read of the last texts. What is read follows from the text alone, and is not changed. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    if (text.length > longest) return read(text);
    let found = known.get(text);
    if (!found) {
      // Those that are in use come again soon.
      if (known.size === most) known.clear();
      found = { value: read(text) };
      known.set(text, found);
    }
    return found.value;
  };
}
