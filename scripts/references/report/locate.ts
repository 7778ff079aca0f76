/** Where a part of a YAML text stands. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

/** Counted from 1, as editors do. */
export interface Position {
  line: number;
  column: number;
}

export type Path = readonly (string | number)[];

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : undefined);

/** The member of a map, its own or one that is merged in. */
function pairOf(document: Document, node: Node | null | undefined, key: string): Pair<Node, Node | null> | undefined {
  if (!isMap(node)) return undefined;
  const pairs = node.items as Pair<Node, Node | null>[];
  const own = pairs.find((pair) => String(keyOf(pair)) === key);
  if (own) return own;
  const merged = pairs.filter((pair) => keyOf(pair) === '<<').map(({ value }) => behind(document, value));
  const sources = merged.flatMap((value) => (isSeq(value) ? (value.items as Node[]).map((item) => behind(document, item)) : [value]));
  for (const source of sources) {
    const pair = pairOf(document, source, key);
    if (pair) return pair;
  }
  return undefined;
}

/** What an alias stands for. */
const behind = (document: Document, node: Node | null | undefined): Node | null | undefined =>
  isAlias(node) ? node.resolve(document) : node;

/** Finds the places of one text, which is parsed when the first is asked for. */
export function locator(text: string): (path: Path, onKey?: boolean) => Position {
  const lines = new LineCounter();
  let document: Document | undefined;
  return (path, onKey = false) => {
    document ??= parseDocument(text, { lineCounter: lines, merge: true });
    let node = document.contents as Node | null | undefined;
    let start = node?.range?.[0] ?? 0;
    // What stands nowhere, such as a member that is missing, is looked for in what should have it.
    for (const [depth, part] of path.entries()) {
      const container = behind(document, node);
      const pair = pairOf(document, container, String(part));
      node = isSeq(container) ? (container.items[Number(part)] as Node | undefined) : pair?.value;
      const at = pair && (!pair.value?.range || (onKey && depth === path.length - 1)) ? pair.key : node;
      if (!at?.range) break;
      start = at.range[0];
    }
    const { line, col } = lines.linePos(start);
    return { line, column: col };
  };
}
