/** Edits of YAML texts that leave every other character as it is. */
import { isMap, isPair, isScalar, isSeq, type Node, parse, parseDocument, type YAMLMap } from 'yaml';
import { inlineYaml } from '../../lib/inline-yaml.js';

/** Index after the line in which a node ends. */
function lineEnd(text: string, node: Node): number {
  const end = node.range?.[1] ?? 0;
  const from = text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next + 1;
}

const insert = (text: string, at: number, line: string): string =>
  `${text.slice(0, at)}${text[at - 1] === '\n' ? '' : '\n'}${line}\n${text.slice(at)}`;

const indentAt = (text: string, index: number): string => ' '.repeat(index - (text.lastIndexOf('\n', index - 1) + 1));

function findMember(text: string, path: string[], name: string): { key: Node; value: Node } {
  const document = parseDocument(text);
  const map = path.length === 0 ? document.contents : (document.getIn(path, true) as YAMLMap | undefined);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === name) : undefined;
  if (!isPair(pair)) throw new Error(`${path.join('.')} has no ${name}`);
  return { key: pair.key as Node, value: (pair.value ?? pair.key) as Node };
}

/** The text of a member of the outermost map, whole lines. */
export function memberText(text: string, name: string): string {
  const { key, value } = findMember(text, [], name);
  return text.slice(key.range?.[0], lineEnd(text, value));
}

/** Adds a member to a map, after another one; its lines get the other one's indentation. */
export function addMember(text: string, path: string[], after: string, member: string): string {
  const { key, value } = findMember(text, path, after);
  const indent = indentAt(text, key.range?.[0] ?? 0);
  return insert(text, lineEnd(text, value), member.replace(/^/gm, indent));
}

/** Adds a leaf to the recorded navigation, unless it is there: behind another one, or at the end. */
export function addLeaf(text: string, after: string[], leaf: string[]): string {
  const leaves: string[][] = parse(text);
  const indexOf = (path: string[]) => leaves.findIndex((other) => JSON.stringify(other) === JSON.stringify(path));
  if (indexOf(leaf) >= 0) return text;
  const index = indexOf(after);
  return addEntry(text, [], index < 0 ? leaves.length - 1 : index, inlineYaml(leaf));
}

/** Adds an entry to a list, after the entry at an index; its lines get the list's indentation. */
export function addEntry(text: string, path: (string | number)[], index: number, entry: string): string {
  const list = path.length === 0 ? parseDocument(text).contents : (parseDocument(text).getIn(path, true) as Node | undefined);
  const item = isSeq(list) ? (list.items[index] as Node | undefined) : undefined;
  if (!item?.range) throw new Error(`${path.join('.')} has no entry ${index}`);
  const indent = indentAt(text, text.lastIndexOf('-', item.range[0] - 1));
  const lines = entry.split('\n').map((line, number) => `${indent}${number === 0 ? '- ' : '  '}${line}`);
  return insert(text, lineEnd(text, item), lines.join('\n'));
}
