/** The patterns of one schema, each read once. */
import { type Budget, Exhausted } from '../schema/budget.js';
import { Automaton, type Before, beforeNext, type State } from './automaton.js';
import { costOf, type Node, parsePattern } from './parse.js';

const cheapText = 16;

export class Patterns {
  readonly #budget: Budget;
  readonly #trees = new Map<string, Node | undefined>();
  readonly #starts = new Map<string, State>();
  /** Texts that were looked for, by what was asked. */
  readonly found = new Map<string, string>();
  #automaton: Automaton | undefined;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get automaton(): Automaton {
    this.#automaton ??= new Automaton(this.#budget);
    return this.#automaton;
  }

  /** `undefined` for a pattern that cannot be read. */
  tree(source: string): Node | undefined {
    if (!this.#trees.has(source)) {
      this.#budget.spend(costOf(source));
      let tree: Node | undefined;
      try {
        tree = parsePattern(source);
      } catch {}
      this.#trees.set(source, tree);
    }
    return this.#trees.get(source);
  }

  /** `undefined` for a pattern that cannot be read. */
  start(source: string): State | undefined {
    const tree = this.tree(source);
    if (!tree) return undefined;
    let start = this.#starts.get(source);
    if (!start) {
      start = this.automaton.start(tree);
      this.#starts.set(source, start);
    }
    return start;
  }

  /**
   * Whether the pattern matches somewhere in the text; `undefined` where that cannot be told.
   * @throws Exhausted
   */
  matches(source: string, text: string): boolean | undefined {
    let state = this.start(source);
    if (!state) return undefined;
    const { automaton } = this;
    let before: Before = 'start';
    try {
      for (const one of text) {
        if (state === automaton.never || state === automaton.always) break;
        this.#budget.spend(1 / cheapText);
        const character = one.codePointAt(0) as number;
        state = automaton.next(state, character, before);
        before = beforeNext(character);
      }
      return automaton.accepts(state, before);
    } catch (error) {
      // So many optional parts in a row, that the way through them is deeper than the stack.
      if (error instanceof RangeError) throw new Exhausted();
      throw error;
    }
  }
}
