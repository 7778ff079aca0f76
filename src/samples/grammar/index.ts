/** Texts of grammars that callers bring along. */
import { type Grammar, type Node, readLark } from './lark.js';

/** Rounds in which heights are found, steps in which a text is put together, and its characters. */
const most = { rounds: 200, steps: 5_000, length: 10_000 };

const nothing: Node = { kind: 'sequence', parts: [] };

/** How deep the rules of the shortest way through a grammar are within one another. */
function heightsOf({ definitions }: Grammar): (node: Node) => number {
  const heights = new Map<string, number>();
  const of = (node: Node): number => {
    switch (node.kind) {
      case 'name':
        return 1 + (heights.get(node.name) ?? Number.POSITIVE_INFINITY);
      case 'sequence':
        return Math.max(0, ...node.parts.map(of));
      case 'choice':
        return Math.min(...node.branches.map(of));
      case 'repeat':
        return node.least === 0 ? 0 : of(node.part);
      default:
        return 0;
    }
  };
  for (let round = 0, isSettled = false; !isSettled && round < most.rounds; round++) {
    isSettled = true;
    for (const [name, node] of definitions) {
      const height = of(node);
      if (height === (heights.get(name) ?? Number.POSITIVE_INFINITY)) continue;
      heights.set(name, height);
      isSettled = false;
    }
  }
  return of;
}

function names(node: Node, name: (name: string) => boolean): boolean {
  if (node.kind === 'name') return name(node.name);
  if (node.kind === 'repeat') return names(node.part, name);
  const parts = node.kind === 'sequence' ? node.parts : node.kind === 'choice' ? node.branches : [];
  return parts.some((part) => names(part, name));
}

class Writer {
  text = '';
  #steps = 0;
  readonly #open = new Set<string>();
  readonly #heightOf: (node: Node) => number;

  constructor(
    readonly grammar: Grammar,
    readonly textFor: (pattern: string) => string | undefined,
  ) {
    this.#heightOf = heightsOf(grammar);
  }

  /** @returns whether it could be written @param isInside whether it is a part of a terminal */
  write(node: Node, isInside: boolean): boolean {
    if (++this.#steps > most.steps || this.text.length > most.length) return false;
    switch (node.kind) {
      case 'text':
        return this.#add(node.text, isInside);
      case 'pattern':
        return this.#add(this.textFor(node.source), isInside);
      case 'sequence':
        return node.parts.every((part) => this.write(part, isInside));
      case 'choice':
        return this.write(this.#chosen(node.branches), isInside);
      case 'repeat':
        return Array.from({ length: node.least }).every(() => this.write(node.part, isInside));
      case 'name':
        return this.#writeNamed(node.name, isInside);
    }
  }

  #writeNamed(name: string, isInside: boolean): boolean {
    const definition = this.grammar.definitions.get(name);
    if (!definition) return false;
    const wasOpen = this.#open.has(name);
    this.#open.add(name);
    const isTerminal = !isInside && name === name.toUpperCase();
    const before = this.text;
    if (isTerminal) this.text = '';
    const isWritten = this.write(definition, isInside || isTerminal);
    if (isTerminal) {
      // It is one word with nothing that stands before it.
      const terminal = this.text;
      this.text = before;
      this.#add(terminal, false);
    }
    if (!wasOpen) this.#open.delete(name);
    return isWritten;
  }

  /** The first that does not go round in circles; where all do, the shortest way out. */
  #chosen(branches: readonly Node[]): Node {
    const finite = branches.filter((branch) => Number.isFinite(this.#heightOf(branch)));
    const isStraight = (branch: Node) => !names(branch, (name) => this.#open.has(name));
    return (
      finite.find(isStraight) ?? [...finite].sort((one, other) => this.#heightOf(one) - this.#heightOf(other))[0] ?? branches[0] ?? nothing
    );
  }

  #add(text: string | undefined, isInside: boolean): boolean {
    if (text === undefined) return false;
    if (!isInside && this.grammar.ignoresSpace && /\w$/.test(this.text) && /^\w/.test(text)) this.text += ' ';
    this.text += text;
    return true;
  }
}

/**
 * The plainest text of a grammar in the notation of Lark, the same for the same grammar; `undefined` for a grammar that is not understood.
 * @param textFor gives a text that a regular expression matches as a whole
 *
 * @example
 * larkText('start: "add " INT\n%import common.INT', () => undefined); // 'add 1'
 */
export function larkText(definition: string, textFor: (pattern: string) => string | undefined): string | undefined {
  try {
    const grammar = readLark(definition);
    const writer = new Writer(grammar, textFor);
    return writer.write({ kind: 'name', name: 'start' }, false) ? writer.text : undefined;
  } catch {
    return undefined;
  }
}
