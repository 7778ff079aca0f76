/** Reads the navigation beside a rendered page. */
import type { Navigation } from './page.js';

const bullet = /^(\s*)• (.*\S)\s*$/;
const badge = /^\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*$/;
const breadcrumb = /^\s+\d+\. (.*\S)\s*$/;
/** The button above the text of a page, which follows its title where the indentation is lost. */
const copyButton = 'Copy Page';

export interface NavigationPart {
  navigation?: Navigation;
  folder?: string;
  title?: string;
  /** Index of the first line after the navigation and the title. */
  body: number;
}

/** The leaves of an indented tree, as paths of titles. */
function treeLeaves(lines: string[]): string[][] {
  const items = lines.flatMap((line) => {
    const [, indent, title] = bullet.exec(line) ?? [];
    return indent !== undefined && title !== undefined ? [{ indent: indent.length, title }] : [];
  });
  const open: { indent: number; title: string }[] = [];
  const leaves: string[][] = [];
  for (const [index, item] of items.entries()) {
    while ((open.at(-1)?.indent ?? -1) >= item.indent) open.pop();
    open.push(item);
    if ((items[index + 1]?.indent ?? 0) <= item.indent) leaves.push(open.map(({ title }) => title));
  }
  return leaves;
}

function readTree(lines: string[]): NavigationPart {
  const first = lines.findIndex((line) => bullet.test(line));
  let next = first;
  const skip = (passed: (line: string) => boolean) => {
    while (next < lines.length && passed(lines[next] as string)) next++;
  };
  skip((line) => bullet.test(line) || badge.test(line));
  const leaves = treeLeaves(lines.slice(first, next));
  skip((line) => line.trim() === '');
  const folder = breadcrumb.exec(lines[next] ?? '')?.[1];
  if (folder !== undefined) next++;
  skip((line) => line.trim() === '');
  const title = lines[next]?.trim();
  return { navigation: { leaves }, ...(folder !== undefined && { folder }), ...(title !== undefined && { title }), body: next + 1 };
}

function readFlat(lines: string[], button: number): NavigationPart {
  const before = lines.slice(0, button).map((line) => line.trim());
  const title = before.pop();
  const names = before.filter((line) => line !== '' && line !== copyButton && !badge.test(line));
  return { navigation: { lines: names }, ...(title !== undefined && { title }), body: button + 1 };
}

export function readNavigation(lines: string[]): NavigationPart {
  if (lines.some((line) => bullet.test(line) && line.startsWith(' '))) return readTree(lines);
  const button = lines.findLastIndex((line) => line.trim() === copyButton);
  return button > 1 ? readFlat(lines, button) : { body: 0 };
}
