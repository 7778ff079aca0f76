/**
 * Runs patterns in time linear in the text: an expression is turned into what is still to be matched, character by character (Brzozowski's and
 * Antimirov's derivatives), with each state worked out once. As states are formulas, several patterns at once and the opposite of one cost nothing more.
 */
import type { Budget } from '../schema/budget.js';
import { anyCharacter, type Node } from './parse.js';

/** What is still to be matched, as a list that ends with the end of the pattern. */
interface Rest {
  id: number;
  /** `undefined` at the end. */
  head: Step | undefined;
  tail: Rest | undefined;
  /** Whether a repetition in it was entered. */
  isWithin: boolean;
}

/** A node with what it may still do. */
interface Step {
  id: number;
  tree: Node;
  /** For a repetition: how often it still must and may be gone through. */
  least: number;
  most: number;
  /** A repetition that was entered and has not used a character yet: going round again would never end. */
  isEntered: boolean;
}

/** A formula over what is still to be matched. */
export interface State {
  id: number;
  kind: 'never' | 'always' | 'rest' | 'any' | 'all' | 'not';
  rest: Rest | undefined;
  parts: readonly State[];
}

/** What stands before a character. */
export type Before = 'start' | 'word' | 'other';

const isWord = (character: number): boolean =>
  (character >= 97 && character <= 122) || (character >= 65 && character <= 90) || (character >= 48 && character <= 57) || character === 95;

export const beforeNext = (character: number): Before => (isWord(character) ? 'word' : 'other');

const anything: Node = { kind: 'repeat', part: anyCharacter, least: 0, most: Number.POSITIVE_INFINITY };

const rank: Record<Before, number> = { start: 0, word: 1, other: 2 };

/** More alternatives at once than any pattern that is meant to be read has. */
const widestState = 600;

/** More than there can be of anything here, and so small that two of them are a number still. */
const idRange = 2 ** 26;

export class Automaton {
  readonly #budget: Budget;
  /** Keys are numbers wherever they can be: texts would be most of the work. */
  readonly #joined = new Map<string, State>();
  readonly #opposites = new Map<number, State>();
  readonly #leaving = new Map<number, State>();
  readonly #rests = new Map<number, Rest>();
  readonly #steps = new Map<Node, Map<number, Step>>();
  #count = 0;
  #stepCount = 0;
  readonly #next = new Map<number, Map<number, State>>();
  readonly #accepts = new Map<number, boolean>();
  readonly #end: Rest = { id: 0, head: undefined, tail: undefined, isWithin: false };
  readonly never: State = { id: this.#count++, kind: 'never', rest: undefined, parts: [] };
  readonly always: State = { id: this.#count++, kind: 'always', rest: undefined, parts: [] };

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** A pattern that matches anywhere in a text, as JSON Schema has it. */
  start(tree: Node): State {
    return this.#leave(this.#push(anything, this.#push(tree, this.#push(anything, this.#end))));
  }

  all(states: readonly State[]): State {
    return this.#join('all', states, this.never, this.always);
  }

  not(state: State): State {
    if (state === this.never) return this.always;
    if (state === this.always) return this.never;
    return state.kind === 'not'
      ? (state.parts[0] as State)
      : once(this.#opposites, state.id, () => ({ id: this.#count++, kind: 'not', rest: undefined, parts: [state] }));
  }

  /** @param character a code point */
  next(state: State, character: number, before: Before): State {
    if (state === this.never || state === this.always) return state;
    const key = character * 3 + rank[before];
    let known = this.#next.get(state.id);
    if (!known) {
      known = new Map();
      this.#next.set(state.id, known);
    }
    let next = known.get(key);
    if (!next) {
      this.#budget.spend(0.75);
      next = this.#work(state, character, before);
      known.set(key, next);
    }
    return next;
  }

  /** Whether the text may end here. */
  accepts(state: State, before: Before): boolean {
    const key = state.id * 3 + rank[before];
    let accepts = this.#accepts.get(key);
    if (accepts === undefined) {
      accepts = this.#ends(state, before);
      this.#accepts.set(key, accepts);
    }
    return accepts;
  }

  #work(state: State, character: number, before: Before): State {
    switch (state.kind) {
      case 'rest':
        return this.#after(state.rest as Rest, character, before);
      case 'not':
        return this.not(this.next(state.parts[0] as State, character, before));
      case 'any':
        return this.#any(state.parts.map((part) => this.next(part, character, before)));
      case 'all':
        return this.all(state.parts.map((part) => this.next(part, character, before)));
      default:
        return state;
    }
  }

  /** What is to be matched once the character was. */
  #after(rest: Rest, character: number, before: Before): State {
    this.#budget.spend(0.25);
    const { head, tail } = rest;
    if (!head || !tail) return this.never;
    const { tree: node } = head;
    const on = (following: Rest) => this.next(this.#leave(following), character, before);
    switch (node.kind) {
      case 'characters':
        return node.has(character) ? this.#leave(this.#left(tail)) : this.never;
      case 'sequence':
        return on(this.#pushAll(node.parts, tail));
      case 'alternatives':
        return this.#any(node.branches.map((branch) => on(this.#push(branch, tail))));
      case 'repeat': {
        if (head.isEntered) return this.never;
        // The rest of a text is anything.
        if (node === anything && tail === this.#end) return this.always;
        // What has to be gone through may be empty; what may be is gone through for a character only.
        if (head.least > 0) return on(this.#push(node.part, this.#rest(this.#step(node, head.least - 1, head.most - 1, false), tail)));
        const ways = [on(tail)];
        if (head.most > 0) ways.push(on(this.#push(node.part, this.#rest(this.#step(node, 0, head.most - 1, true), tail))));
        return this.#any(ways);
      }
      case 'ahead': {
        const ahead = on(this.#ahead(node.part));
        return this.all([node.isNegative ? this.not(ahead) : ahead, on(tail)]);
      }
      case 'start':
        return before === 'start' ? on(tail) : this.never;
      case 'end':
        return this.never;
      case 'boundary':
        return ((before === 'word') !== isWord(character)) !== node.isNegative ? on(tail) : this.never;
    }
  }

  #ends(state: State, before: Before): boolean {
    switch (state.kind) {
      case 'rest':
        return this.#endsRest(state.rest as Rest, before);
      case 'any':
        return state.parts.some((part) => this.accepts(part, before));
      case 'all':
        return state.parts.every((part) => this.accepts(part, before));
      case 'not':
        return !this.accepts(state.parts[0] as State, before);
      default:
        return state === this.always;
    }
  }

  /** Whether nothing more has to come. */
  #endsRest(rest: Rest, before: Before): boolean {
    this.#budget.spend(0.25);
    const { head, tail } = rest;
    if (!head || !tail) return true;
    const { tree: node } = head;
    const on = (following: Rest) => this.accepts(this.#leave(following), before);
    switch (node.kind) {
      case 'characters':
        return false;
      case 'sequence':
        return on(this.#pushAll(node.parts, tail));
      case 'alternatives':
        return node.branches.some((branch) => on(this.#push(branch, tail)));
      case 'repeat':
        if (head.least === 0) return on(tail);
        return on(this.#push(node.part, this.#rest(this.#step(node, head.least - 1, head.most - 1, false), tail)));
      case 'ahead':
        return on(this.#ahead(node.part)) !== node.isNegative && on(tail);
      case 'start':
        return before === 'start' && on(tail);
      case 'end':
        return on(tail);
      case 'boundary':
        return (before === 'word') !== node.isNegative && on(tail);
    }
  }

  #ahead(part: Node): Rest {
    return this.#push(part, this.#push(anything, this.#end));
  }

  /** The same with all repetitions free to be gone through again. */
  #left(rest: Rest): Rest {
    const heads: Step[] = [];
    let left: Rest = rest;
    while (left.isWithin && left.head && left.tail) {
      heads.push(left.head);
      left = left.tail;
    }
    this.#budget.spend(heads.length / 8);
    for (const head of heads.reverse()) {
      const { tree, least, most, isEntered } = head;
      if (!isEntered) left = this.#rest(head, left);
      else if (most > 0) left = this.#rest(this.#step(tree, least, most, false), left);
    }
    return left;
  }

  #push(node: Node, tail: Rest): Rest {
    return this.#rest(node.kind === 'repeat' ? this.#step(node, node.least, node.most, false) : this.#step(node, 0, 0, false), tail);
  }

  #pushAll(nodes: readonly Node[], tail: Rest): Rest {
    this.#budget.spend(nodes.length / 4);
    return nodes.reduceRight((following, node) => this.#push(node, following), tail);
  }

  #step(node: Node, least: number, most: number, isEntered: boolean): Step {
    const steps = once(this.#steps, node, () => new Map<number, Step>());
    // Of a repetition with an end, how often it may still be gone through tells how often it must.
    const count = most === Number.POSITIVE_INFINITY ? least : most;
    return once(steps, count * 2 + (isEntered ? 1 : 0), () => ({ id: this.#stepCount++, tree: node, least, most, isEntered }));
  }

  #rest(head: Step, tail: Rest): Rest {
    return once(this.#rests, head.id * idRange + tail.id, () => ({
      id: this.#rests.size + 1,
      head,
      tail,
      isWithin: head.isEntered || tail.isWithin,
    }));
  }

  #any(states: readonly State[]): State {
    return this.#join('any', states, this.always, this.never);
  }

  /** @param ruling decides the whole, `adding` adds nothing to it */
  #join(kind: 'any' | 'all', states: readonly State[], ruling: State, adding: State): State {
    const parts = new Map<number, State>();
    for (const state of states) {
      if (state === ruling) return ruling;
      if (state === adding) continue;
      for (const part of state.kind === kind ? state.parts : [state]) parts.set(part.id, part);
    }
    if (parts.size > widestState) this.#budget.spend(Number.POSITIVE_INFINITY);
    const [first] = parts.values();
    if (!first) return adding;
    if (parts.size === 1) return first;
    // Few are the rule; many are sorted, and named, at every character.
    this.#budget.spend(parts.size < 16 ? 0.25 : parts.size / 2);
    const sorted = [...parts.values()].sort((a, b) => a.id - b.id);
    const key = `${kind} ${sorted.map(({ id }) => id)}`;
    return once(this.#joined, key, () => ({ id: this.#count++, kind, rest: undefined, parts: sorted }));
  }

  #leave(rest: Rest): State {
    return once(this.#leaving, rest.id, () => ({ id: this.#count++, kind: 'rest', rest, parts: [] }));
  }
}

/** The one object of a map for this key. */
function once<Key, T>(known: Map<Key, T>, key: Key, make: () => T): T {
  let found = known.get(key);
  if (!found) {
    found = make();
    known.set(key, found);
  }
  return found;
}
