/** Finds the blocks of code of a Markdown text that hold data. */

export interface Fence {
  /** Where the block begins in the text, and where what follows it does. */
  start: number;
  end: number;
  /** What stands in it, without the indentation of the block. */
  content: string;
}

/** A block of code. One that is indented, as in a list, ends with the same indentation. */
const fence = /^([ \t]*)(```+|~~~+)([^\n]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;
const isData = /^[ \t]*\{?[ \t]*\.?(?:ya?ml|json)\b/i;

/** The first keys of a description, in YAML or JSON. */
const describes = /^(?:\{\s*)?[ \t]*"?(?:openapi|swagger|paths|components|webhooks)"?:/m;
export const isDescription = (block: string): boolean => describes.test(block);

/** The line with the version of a description, wherever it stands. */
const version = /^[ \t>]*(?:\{\s*)?["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m;
export const hasDescription = (text: string): boolean => version.test(text);

/** Blocks in YAML or JSON; and descriptions, whatever their block is called. */
export const fencesIn = (text: string): Fence[] =>
  [...text.matchAll(fence)].flatMap(({ index, 0: whole, 1: indent = '', 3: info = '', 4: inner = '' }) => {
    const content = indent === '' ? inner : inner.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return isData.test(info) || version.test(content.trimStart().split('\n', 1)[0] ?? '')
      ? [{ start: index, end: index + whole.length, content }]
      : [];
  });

/** What stands around the blocks. */
export function outside(text: string, fences: readonly Fence[]): string {
  return fences.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Whether a block in YAML or JSON begins that does not end. */
export const isOpen = (rest: string): boolean => /^[ \t]*(?:```+|~~~+)[ \t]*(?:ya?ml|json)\b/im.test(rest);
