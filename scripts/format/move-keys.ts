/** Puts keys into their order by moving text: what belongs to a key moves with it, and every other character stays as it is. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Node } from 'yaml';
import { BadInput } from '../lib/bad-input.js';
import { childType, type NodeType } from '../lib/node-types.js';
import { inOrder } from '../lint/lib/key-order.js';
import type { FileKind } from './file-kind.js';
import { memberSpans, type Span } from './member-spans.js';
import { keyText, type Source } from './source.js';

/** A map whose keys do not stand in order: its members where they are, and in the order in which they are to be. */
interface Disorder {
  standing: Member[];
  wanted: Member[];
}

/** A key with its value and its comments, and what is out of order in it. */
interface Member extends Span {
  inside: Disorder[];
}

/** @throws BadInput where the text would say something else then, as when an alias would stand before its anchor */
export function moveKeys(source: Source, { type, order }: FileKind): Source {
  const { name, text, contents, value } = source;

  const find = (node: unknown, value: any, type: NodeType | undefined): Disorder[] => {
    if (!type) return [];
    const inside = (child: unknown, key: string | number) => find(child, value[key], childType(type, key, value[key]));
    if (isSeq(node)) return node.items.flatMap(inside);
    if (!isMap<Node, Node | null>(node)) return [];
    const keys = node.items.map(({ key }) => keyText(key));
    const disorders = node.items.map((pair, index) => inside(pair.value, keys[index] as string));
    const ordered = inOrder(keys, order[type.name]);
    if (ordered === keys) return disorders.flat();
    const standing = memberSpans(text, node).map((span, index) => ({ ...span, inside: disorders[index] as Disorder[] }));
    return [{ standing, wanted: ordered.map((key) => standing[keys.indexOf(key)] as Member) }];
  };

  const inside = find(contents, value, type);
  if (inside.length === 0) return source;
  try {
    const moved = source.with(write(text, { start: 0, end: text.length, inside }));
    if (isDeepStrictEqual(moved.value, value)) return moved;
  } catch {
    // It cannot even be read.
  }
  throw new BadInput(`${name}: its keys cannot be moved without changing what it says`);
}

/** The text of a member, in which each map has its members in the order wanted; what stands between them stays where it is. */
function write(text: string, { start, end, inside }: Member): string {
  let at = start;
  let written = '';
  for (const { standing, wanted } of inside) {
    for (const [index, place] of standing.entries()) {
      written += text.slice(at, place.start) + write(text, wanted[index] as Member);
      at = place.end;
    }
  }
  return written + text.slice(at, end);
}
