/** Reads the text of a file of scenarios, and tells where in it things stand. */

import type { Document, LineCounter, Node, Pair, Scalar } from 'yaml';
import { formatPointer, parsePointer } from '../../contract/pointer.js';
import { inTurn } from '../../in-turn.js';
import type { ScenarioList } from '../judge/check.js';
import type { Found, Position } from '../judge/finding.js';
import { jsonMistake } from './json-mistake.js';

type Yaml = typeof import('yaml');

/** Far more than anyone writes; a few lines of nested aliases would come to billions of values. */
const mostAliases = 10_000;

/** A mistake in the text, with the place of it. */
class TextError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** @throws TextError for a text that is no JSON: YAML would take much that is none */
function assertJson(text: string): void {
  const mistake = jsonMistake(text);
  if (mistake) throw new TextError(`is no JSON: ${mistake.message}`, mistake.offset);
}

/** What is likely to be the reason of a mistake in YAML: texts that have to be quoted. */
function quotingHint(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  if (/\{\$/.test(line)) return '; texts with {$…} in them have to be quoted';
  if (/:\s+[^\s'"{[|>][^'"]*:(?:\s|$)/.test(line)) return '; a text with a colon in it has to be quoted';
  if (/^\s*\t/.test(line)) return '; YAML is indented with spaces';
  if (/[:[{,]\s*\/[^'"]*[,{}[\]#]/.test(line)) return "; patterns have to be quoted: '/…/'";
  return '';
}

const messages: Record<string, string> = {
  DUPLICATE_KEY: 'a member of this name is there already; leave one of them out',
  MULTIPLE_DOCS: 'a file is one list of scenarios; leave `---` out',
};

/** What takes a walk through all of a text to find is looked for where there may be some. */
const mayHaveAlias = /(?:^|[\s,:[{-])\*\S/m;
const mayHaveCutPattern = /[[{,:]\s*\/[^'"\n]*,/;

/** @throws TextError */
function assertNoCircle(yaml: Yaml, document: Document): void {
  yaml.visit(document, {
    Alias(_, { source, range }, path) {
      if (path.some((parent) => (parent as { anchor?: string }).anchor === source))
        throw new TextError('is no YAML: this alias stands in what it stands for', range?.[0] ?? 0);
    },
  });
}

/** @throws TextError */
function parse(yaml: Yaml, text: string, lines: LineCounter): { document: Document; value: unknown } {
  const document = yaml.parseDocument(text, { merge: true, prettyErrors: false, lineCounter: lines });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    const [offset] = problem.pos;
    const known = messages[problem.code];
    throw new TextError(known ?? `is no YAML: ${problem.message}${quotingHint(text, offset)}`, offset);
  }
  if (mayHaveAlias.test(text)) assertNoCircle(yaml, document);
  try {
    return { document, value: document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    // Either there are too many of them, or one leads nowhere.
    let offset = 0;
    yaml.visit(document, {
      Alias(_, { range }) {
        offset = range?.[0] ?? 0;
        return yaml.visit.BREAK;
      },
    });
    const isBomb = /alias count/i.test((error as Error).message);
    throw new TextError(
      isBomb ? 'the aliases come to too many values; write them out, or fewer of them' : `is no YAML: ${(error as Error).message}`,
      offset,
    );
  }
}

/** Patterns with a comma that are not quoted: in a list or an object in brackets, they come in two pieces. */
function cutPatterns(yaml: Yaml, document: Document): Found[] {
  const found: Found[] = [];
  const plain = (node: unknown): string | undefined =>
    yaml.isScalar(node) && (node as Scalar).type === 'PLAIN' && typeof node.value === 'string' ? node.value : undefined;
  const look = (parents: readonly unknown[], one: unknown, next: unknown): void => {
    const [start, end] = [plain(one), plain(next)];
    if (start === undefined || end === undefined || !/^\/.*[^/]$/.test(start) || !/\/[imsu]*$/.test(end)) return;
    found.push({ pointer: pointerOf(yaml, [...parents, one]), message: `a pattern with a comma has to be quoted: '${start}, ${end}'` });
  };
  yaml.visit(document, {
    Seq(_, node, path) {
      if (node.flow) for (const [index, item] of node.items.entries()) look([...path, node], item, node.items[index + 1]);
    },
    Map(_, node, path) {
      if (!node.flow) return;
      for (const [index, pair] of node.items.entries()) look([...path, node, pair], pair.value, node.items[index + 1]?.key);
    },
  });
  return found;
}

/** @param path from the document to a node in it */
const pointerOf = (yaml: Yaml, path: readonly unknown[]): string =>
  formatPointer(
    path.flatMap((node, index): (string | number)[] => {
      if (yaml.isSeq(node)) return [node.items.indexOf(path[index + 1])];
      return yaml.isPair(node) ? [String(yaml.isScalar(node.key) ? node.key.value : node.key)] : [];
    }),
  );

/** The node that a pointer leads to, or the last one on the way that stands in the text itself. */
function nodeAt(yaml: Yaml, document: Document, pointer: string, atName: boolean): Node | undefined {
  const resolved = (node: unknown): unknown => (yaml.isAlias(node) ? node.resolve(document) : node);
  let found = document.contents as Node | undefined;
  let node: unknown = found;
  const parts = parsePointer(pointer);
  for (const [index, part] of parts.entries()) {
    node = resolved(node);
    if (yaml.isSeq(node)) {
      node = node.items[Number(part)];
    } else if (yaml.isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => String(yaml.isScalar(key) ? key.value : key) === part);
      if (atName && index === parts.length - 1 && yaml.isNode(pair?.key)) return pair.key;
      node = pair?.value;
    } else return found;
    if (!yaml.isNode(node)) return found;
    found = node;
  }
  return found;
}

/** A list that says where its parts stand; one finding in place of them, where it cannot be read. */
export async function readList(file: string, text: string): Promise<ScenarioList> {
  const yaml = await inTurn(() => import('yaml'));
  const lines = new yaml.LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const isJson = file.endsWith('.json');
    if (isJson) assertJson(text);
    const { document, value } = parse(yaml, text, lines);
    return {
      file,
      value: isJson ? JSON.parse(text) : value,
      findings: !isJson && mayHaveCutPattern.test(text) ? cutPatterns(yaml, document) : [],
      locate(pointer, atName) {
        const offset = nodeAt(yaml, document, pointer, atName)?.range?.[0];
        return positionOf(offset ?? 0);
      },
    };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    if (lines.lineStarts.length === 0) for (const { index } of text.matchAll(/^/gm)) lines.addNewLine(index);
    const { message, offset } = error;
    return { file, value: undefined, locate: () => positionOf(offset), findings: [{ pointer: '', message }] };
  }
}
