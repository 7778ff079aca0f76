/** Where the members of a map stand in the text, with the comments that belong to them. */
import type { Node, YAMLMap } from 'yaml';

export interface Span {
  start: number;
  end: number;
}

const indentOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

/** The start of the comments right above a line; comments at the head of a file are about the file. */
function commentsAbove(text: string, indent: string, lineStart: number): number {
  const [comments = ''] = new RegExp(`(?:(?<![^\n])${indent}#.*\n)*$`).exec(text.slice(0, lineStart)) ?? [];
  return comments.length === lineStart ? lineStart : lineStart - comments.length;
}

/** The end of a line and of the comments below it that stand further in: they are about what is inside. */
function lastLineEnd(text: string, indent: string, valueEnd: number): number {
  const lines = new RegExp(`.*(?:\n${indent} +#.*)*`, 'y');
  lines.lastIndex = text[valueEnd - 1] === '\n' ? valueEnd - 1 : valueEnd;
  lines.test(text);
  return lines.lastIndex;
}

/**
 * In the order of the text. Keys that each begin a line have whole lines; others, in a flow map in one line, end with their value.
 */
export function memberSpans(text: string, map: YAMLMap<Node, Node | null>): Span[] {
  const ranges = map.items.map(({ key, value }) => ({ start: key.range?.[0] ?? 0, end: (value ?? key).range?.[1] ?? 0 }));
  const indents = ranges.map(({ start }) => indentOf(text, start));
  const isBlank = (indent: string | undefined) => indent?.trim() === '';
  // The first key of a block may stand behind the dash of a list.
  const haveLines = indents.slice(map.flow ? 0 : 1).every(isBlank);
  if (!haveLines) return ranges;
  return ranges.map(({ start, end }, index) => {
    const indent = ' '.repeat(indents[index]?.length ?? 0);
    const withComments = isBlank(indents[index]) ? commentsAbove(text, indent, start - indent.length) + indent.length : start;
    return { start: withComments, end: lastLineEnd(text, indent, end) };
  });
}
