/** Edits of YAML texts by path: what they do not name keeps every byte. */
import { Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../../lib/document.js';
import { editText } from '../../lib/edit-text.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { YamlPath } from '../locate/contract-sources.js';

type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node>;

/** The text has no such place. */
export class NoSuchPlace extends Error {}

const noPlace = (path: YamlPath) => new NoSuchPlace(`there is no ${path.join('.') || 'content'}`);

/** A day would be a date for parsers that know dates. */
const looksLikeDate = (value: string): boolean => /^\d{4}-\d\d-\d\d/.test(value);

/** A text in quotes where it needs them, single ones where they will do. */
function textOf(value: string): string {
  const plain = looksLikeDate(value) ? JSON.stringify(value) : inlineYaml(value);
  return plain === value || /[\n\\\p{Cc}]/u.test(value) ? plain : `'${value.replaceAll("'", "''")}'`;
}

/** A value in one line. */
export function flowText(value: Json): string {
  if (typeof value === 'string') return textOf(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${textOf(key)}: ${flowText(member as Json)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const isFlat = (value: Json): boolean => value === null || typeof value !== 'object' || Object.keys(value).length === 0;

/** A value in lines of its own. */
function blockLines(value: Json): string[] {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && looksLikeDate(node.value)) node.type = Scalar.QUOTE_SINGLE;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, indentSeq: true }).trimEnd().split('\n');
}

/** A value behind `key:`, at an indentation. */
function memberText(value: Json, indent: string): string {
  if (isFlat(value) || (Array.isArray(value) && value.every(isFlat) && flowText(value).length < 100)) return ` ${flowText(value)}`;
  return `\n${blockLines(value)
    .map((line) => (line === '' ? line : `${indent}  ${line}`))
    .join('\n')}`;
}

const contents = (text: string): Node | null => parseDocument(text, { merge: true }).contents as Node | null;

const keyOf = ({ key }: Pair<Node, Node | null>): unknown =>
  isScalar(key) ? (key.source !== undefined && typeof key.value !== 'string' ? key.source : key.value) : undefined;

function pairIn(map: Node | null | undefined, name: string | number): Pair<Node, Node | null> | undefined {
  return isMap<Node, Node | null>(map) ? map.items.find((pair) => String(keyOf(pair)) === String(name)) : undefined;
}

function childOf(node: Node | null | undefined, part: string | number): Node | null | undefined {
  return isSeq<Node>(node) ? node.items[Number(part)] : pairIn(node, part)?.value;
}

/** The node at a path; `undefined` where there is none. */
const nodeAt = (text: string, path: YamlPath): Node | null | undefined =>
  path.reduce<Node | null | undefined>((node, part) => childOf(node, part), contents(text));

/** Whether something stands at a path. */
export const hasPath = (text: string, path: YamlPath): boolean => {
  const around = nodeAt(text, path.slice(0, -1));
  const name = path.at(-1) ?? '';
  return path.length === 0 || (isSeq(around) ? around.items[Number(name)] !== undefined : pairIn(around, name) !== undefined);
};

function pairAt(text: string, path: YamlPath): { map: YAMLMap<Node, Node | null>; pair: Pair<Node, Node | null>; index: number } {
  const map = nodeAt(text, path.slice(0, -1));
  const pair = pairIn(map, path.at(-1) ?? '');
  if (!isMap<Node, Node | null>(map) || !pair) throw noPlace(path);
  return { map, pair, index: map.items.indexOf(pair) };
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Index after the last character of a value, without the line break of a block. */
function endOf(text: string, node: Node): number {
  let end = node.range?.[1] ?? 0;
  while (end > startOf(node) && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

const endOfPair = (text: string, { key, value }: Pair<Node, Node | null>): number =>
  value?.range && value.range[1] > value.range[0] ? endOf(text, value) : text.indexOf(':', key.range?.[1] ?? 0) + 1;

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const nextLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};
const indentAt = (text: string, at: number): string => ' '.repeat(at - lineStart(text, at));

/** Comment lines right above a line belong to it. */
function withComments(text: string, start: number): number {
  let from = start;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    if (!/^\s*#/.test(text.slice(above, from))) break;
    from = above;
  }
  // What stands at the head of a file is about all of it.
  return from === 0 && start > 0 ? start : from;
}

/** Another name for a key. */
export function renameKey(text: string, path: YamlPath, name: string): string {
  const { key } = pairAt(text, path).pair;
  return editText(text, [{ start: startOf(key), end: key.range?.[1] ?? 0, text: textOf(name) }]);
}

/** Another value. */
export function setValue(text: string, path: YamlPath, value: Json): string {
  const node = nodeAt(text, path);
  if (!node?.range || node.range[1] === node.range[0]) {
    const { pair } = pairAt(text, path);
    const end = text.indexOf(':', pair.key.range?.[1] ?? 0) + 1;
    return editText(text, [{ start: end, end, text: ` ${flowText(value)}` }]);
  }
  return editText(text, [{ start: startOf(node), end: endOf(text, node), text: flowText(value) }]);
}

/** The collection without its entry at an index. */
function withoutEntry(text: string, list: Collection, index: number, span: (at: number) => [start: number, end: number]): string {
  const [start, end] = span(index);
  const isLast = index === list.items.length - 1;
  if (list.flow) {
    const [from, to] = isLast ? [index === 0 ? start : span(index - 1)[1], end] : [start, span(index + 1)[0]];
    return editText(text, [{ start: from, end: to, text: '' }]);
  }
  if (list.items.length === 1) return editText(text, [{ start: startOf(list), end: endOf(text, list), text: isMap(list) ? '{}' : '[]' }]);
  // The first member of an entry of a list stands behind its dash.
  const behindDash = isMap(list) && /^\s*(?:- +)+$/.test(text.slice(lineStart(text, start), start));
  if (behindDash && !isLast) return editText(text, [{ start, end: span(index + 1)[0], text: '' }]);
  return editText(text, [{ start: withComments(text, lineStart(text, start)), end: nextLine(text, end), text: '' }]);
}

/** Takes away a member, or an entry of a list; what it leaves empty goes too, up to a depth. */
export function remove(text: string, path: YamlPath, keep = path.length - 1): string {
  const around = nodeAt(text, path.slice(0, -1));
  const isOnly = (isMap(around) || isSeq(around)) && around.items.length === 1;
  if (isOnly && path.length - 1 > keep) return remove(text, path.slice(0, -1), keep);
  if (isSeq<Node>(around)) {
    const index = Number(path.at(-1));
    if (!around.items[index]) throw noPlace(path);
    return withoutEntry(text, around, index, (at) => [startOf(around.items[at] as Node), endOf(text, around.items[at] as Node)]);
  }
  const { map, index } = pairAt(text, path);
  return withoutEntry(text, map, index, (at) => {
    const pair = map.items[at] as Pair<Node, Node | null>;
    return [startOf(pair.key), endOfPair(text, pair)];
  });
}

/** Adds a member to a map, at its end, or sets it; maps on the way that are not there are made. */
export function addMember(text: string, path: YamlPath, value: Json): string {
  const around = path.slice(0, -1);
  const name = String(path.at(-1));
  if (hasPath(text, path)) return setValue(text, path, value);
  const map = nodeAt(text, around);
  if (map === undefined || (map !== null && isScalar(map) && map.value === null)) return addMember(text, around, { [name]: value });
  if (!isMap<Node, Node | null>(map)) throw noPlace(around);
  const last = map.items.at(-1);
  if (map.flow) {
    const member = `${textOf(name)}: ${flowText(value)}`;
    if (!last) return editText(text, [{ start: startOf(map), end: endOf(text, map), text: `{ ${member} }` }]);
    const at = endOfPair(text, last);
    return editText(text, [{ start: at, end: at, text: `, ${member}` }]);
  }
  if (!last) throw noPlace(path);
  const indent = indentAt(text, startOf(last.key));
  return insertLine(text, endOfPair(text, last), `${indent}${textOf(name)}:${memberText(value, indent)}`);
}

/** Adds an entry to a list, at its end. */
export function addItem(text: string, path: YamlPath, value: Json): string {
  const list = nodeAt(text, path);
  if (!isSeq<Node>(list)) throw noPlace(path);
  const last = list.items.at(-1);
  if (list.flow || !last) {
    const at = last ? endOf(text, last) : startOf(list) + 1;
    return editText(text, [{ start: at, end: at, text: `${last ? ', ' : ''}${flowText(value)}` }]);
  }
  const dash = text.lastIndexOf('-', startOf(last) - 1);
  const indent = indentAt(text, dash);
  if (isFlat(value)) return insertLine(text, endOf(text, last), `${indent}- ${flowText(value)}`);
  return insertLine(
    text,
    endOf(text, last),
    blockLines(value)
      .map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`)
      .join('\n'),
  );
}

/** Puts lines behind the line of an index. */
function insertLine(text: string, after: number, lines: string): string {
  const at = nextLine(text, after);
  const isOpen = at === text.length && text.at(-1) !== '\n';
  return `${text.slice(0, at)}${isOpen ? '\n' : ''}${lines}\n${text.slice(at)}`;
}
