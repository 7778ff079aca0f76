/** What the expressions in the texts of an answer lead to: nothing, if the name of a member is mistyped. */
import { type ParsedExpression, parseExpression } from '../../contract/expression.js';
import { formatPointer, parsePointer } from '../../contract/pointer.js';
import type { FieldTree, PreparedOperation } from '../../contract/prepared.js';
import { mostSimilar } from '../../contract/similarity.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { bracesIn, expressionsIn } from '../embedded.js';
import type { Scenario } from '../scenario.js';
import type { Found } from './finding.js';
import { visitTexts } from './texts.js';

const value: FieldTree = {};
const any: FieldTree = { open: true };
const list = (items: FieldTree): FieldTree => ({ items });
const object = (properties: Record<string, FieldTree>): FieldTree => ({ properties });

const call = object({ id: value, name: value, kind: value, namespace: value, arguments: any });
const result = object({ id: value, name: value, arguments: any, text: value, json: any });

/** What a conversation has. */
const conversation = object({
  model: value,
  system: value,
  user: value,
  turn: value,
  images: value,
  tools: list(object({ name: value, kind: value, namespace: value, schema: any, pattern: value })),
  toolResults: list(result),
  turns: list(object({ role: value, text: value, images: list(value), calls: list(call), results: list(result) })),
  wishes: any,
} satisfies Record<keyof Conversation, FieldTree>);

/** Where a pointer leaves a tree. */
interface Stray {
  /** How many of its parts the tree has. */
  depth: number;
  /** What the tree has there. */
  known: readonly string[];
}

/** @returns undefined where the tree has what the pointer leads to */
export function strayFrom(tree: FieldTree, parts: readonly string[], depth = 0): Stray | undefined {
  const part = parts[depth];
  if (part === undefined || tree.open) return undefined;
  const { properties = {}, items, branches } = tree;
  if (items && /^\d+$/.test(part)) return strayFrom(items, parts, depth + 1);
  if (Object.hasOwn(properties, part)) return strayFrom(properties[part] as FieldTree, parts, depth + 1);
  const known = items ? ['0'] : Object.keys(properties);
  if (!branches) return { depth, known };
  const trees = [...Object.values(branches.trees), branches.other, branches.none].filter((branch) => branch !== undefined);
  return furthest(trees, parts, depth, known);
}

/** Where the one goes astray that follows the pointer furthest; `undefined` where one has all of it. */
function furthest(trees: readonly FieldTree[], parts: readonly string[], depth = 0, known: readonly string[] = []): Stray | undefined {
  let best: Stray = { depth, known };
  for (const tree of trees) {
    const stray = strayFrom(tree, parts, depth);
    if (!stray) return undefined;
    if (stray.depth > best.depth) best = stray;
    else if (stray.depth === best.depth) best = { depth, known: [...new Set([...best.known, ...stray.known])] };
  }
  return best;
}

/** What is right in place of a part that is not known. */
function help(parts: readonly string[], { depth, known }: Stray, write: (pointer: string) => string): string {
  const like = mostSimilar(parts[depth] ?? '', known, 0.4);
  if (like !== undefined) return `; did you mean {$${write(formatPointer(parts.with(depth, like)))}}?`;
  return known.length > 0 && known.length <= 12 ? `; there are ${known.join(', ')}` : '';
}

/** Names of the parameters that the operations declare there. */
const declared = (operations: readonly PreparedOperation[], place: string): string[] => [
  ...new Set(operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === place).map(({ name }) => name))),
];

/** Expressions that stand for nothing whatever is asked, and those that do so as far as the contract knows. */
export function checkExpressions(
  { answers }: Pick<Scenario, 'answers'>,
  operations: readonly PreparedOperation[],
): { findings: Found[]; warnings: Found[] } {
  const findings: Found[] = [];
  const warnings: Found[] = [];
  visitTexts(answers, '/answers', (text, pointer) => {
    for (const name of bracesIn(text)) {
      const like = mostSimilar(name, ['conversation', 'request'], 0.5);
      const right = like === undefined ? `write {$$${name}} where that is meant` : `did you mean {$${name.replace(/^\w+/, like)}}?`;
      warnings.push({ pointer, message: `{$${name}} is no expression, and stays as it is; ${right}` });
    }
    for (const expression of expressionsIn(text)) {
      const [, at] = /^conversation(?:#(.*))?$/.exec(expression) ?? [];
      if (!expression.startsWith('conversation')) {
        const message = aboutRequest(parseExpression(`$${expression}`), operations);
        if (message !== undefined) warnings.push({ pointer, message: `{$${expression}} stands for nothing: ${message}` });
        continue;
      }
      const parts = parsePointer(at ?? '');
      const stray = strayFrom(conversation, parts);
      if (stray)
        findings.push({
          pointer,
          message: `{$${expression}} stands for nothing: a conversation has no ${formatPointer(parts.slice(0, stray.depth + 1))}${help(parts, stray, (right) => `conversation#${right}`)}`,
        });
      else if (operations.every(({ protocol }) => protocol === undefined))
        warnings.push({ pointer, message: `{$${expression}} stands for nothing: ${operations[0]?.id} has no conversation` });
    }
  });
  return { findings, warnings };
}

function aboutRequest(parsed: ParsedExpression, operations: readonly PreparedOperation[]): string | undefined {
  if (parsed.place === 'header') return undefined;
  if (parsed.place === 'body') {
    const parts = parsePointer(parsed.pointer);
    const trees = operations.flatMap(({ body }) => body?.fields ?? []);
    if (trees.length === 0) return `${operations[0]?.id} takes no body`;
    const stray = furthest(trees, parts);
    return (
      stray && `the contract knows no field ${parsed.pointer} of these requests${help(parts, stray, (right) => `request.body#${right}`)}`
    );
  }
  const { place, name } = parsed;
  const names = declared(operations, place);
  if (names.includes(name)) return undefined;
  const like = mostSimilar(name, names, 0.4);
  return `these requests have no parameter ${name} in their ${place}${like === undefined ? '' : `; did you mean {$request.${place}.${like}}?`}`;
}
