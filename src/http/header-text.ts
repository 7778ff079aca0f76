/** Words as the value of a header, which is not the place for whole documents. */

const longest = 2000;

/**
 * ASCII only, and short.
 * @param end of a text that had to be cut
 */
export function headerText(parts: readonly string[], end = ''): string {
  const text = parts.join('; ').replace(/[^\x20-\x7e]/g, '?');
  return text.length > longest ? text.slice(0, longest - end.length) + end : text;
}
