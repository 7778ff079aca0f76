/** Texts that match some patterns, and not others: the shortest, of the plainest characters. */
import type { Budget } from '../schema/budget.js';
import { type Before, beforeNext, type State } from './automaton.js';
import type { Characters, Node } from './parse.js';
import type { Patterns } from './patterns.js';

/** What a text has to be. Lengths are in characters. */
export interface TextWish {
  matching: readonly string[];
  notMatching: readonly string[];
  /** Texts that it may not be. */
  except: Iterable<string>;
  least: number;
  most: number;
}

/** The plainest first: a text may end up in a shell. */
const plain = Array.from(
  'aAbBcCxyz0123456789_-. :/@+#,=%~?!()[]{}<>*^$|&;\'"`\\\n\téß\u0416\u4e2d\u0e01\u{1f600}',
  (one) => one.codePointAt(0) as number,
);

/** Where to look for a character that a set has, where it has no plain one. */
const ranges = [
  [32, 0x600],
  [0x2000, 0x2200],
  [0x3040, 0x3100],
  [0x1f300, 0x1f380],
  [0, 32],
] as const;

function* setsOf(node: Node): Generator<Characters> {
  if (node.kind === 'characters') yield node;
  else if (node.kind === 'sequence') for (const part of node.parts) yield* setsOf(part);
  else if (node.kind === 'alternatives') for (const branch of node.branches) yield* setsOf(branch);
  else if (node.kind === 'repeat' || node.kind === 'ahead') yield* setsOf(node.part);
}

/** One character for each way in which the sets tell characters apart. */
function alphabetOf(trees: readonly Node[], budget: Budget): number[] {
  const sets = new Map<string, Characters>();
  for (const tree of trees) for (const set of setsOf(tree)) sets.set(set.source, set);
  const all = [...sets.values()];
  const candidates = new Set(plain);
  for (const set of all) {
    if (set.literal !== undefined) candidates.add(set.literal);
    else if (!plain.some(set.has)) {
      budget.spend(200);
      const [found] = firstOf(set);
      if (found !== undefined) candidates.add(found);
    }
  }
  const seen = new Map<string, number>();
  budget.spend((candidates.size * all.length) / 8);
  for (const candidate of candidates) {
    const kind = all.map(({ has }) => (has(candidate) ? '1' : '0')).join('') + beforeNext(candidate);
    if (!seen.has(kind)) seen.set(kind, candidate);
  }
  return [...seen.values()];
}

function* firstOf({ has }: Characters): Generator<number> {
  for (const [from, to] of ranges) for (let character = from; character < to; character++) if (has(character)) yield character;
}

/** A text on the way, as its last character and those before. */
interface Way {
  state: State;
  before: Before;
  character: number;
  from: Way | undefined;
}

function textOf(way: Way): string {
  const characters: string[] = [];
  for (let at: Way | undefined = way; at?.from; at = at.from) characters.push(String.fromCodePoint(at.character));
  return characters.reverse().join('');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The text that is asked for; `undefined` where there is none, or a pattern cannot be read. Asked for again, it is not looked for again. */
export function findText(wish: TextWish, patterns: Patterns, budget: Budget): string | undefined {
  const except = [...wish.except];
  budget.spend(except.reduce((sum, text) => sum + text.length, 0) / 64);
  const key = JSON.stringify({ ...wish, except });
  const known = patterns.found.get(key);
  if (known !== undefined) return known;
  const text = search(wish, patterns, budget);
  if (text !== undefined) patterns.found.set(key, text);
  return text;
}

function search({ matching, notMatching, except, least, most }: TextWish, patterns: Patterns, budget: Budget): string | undefined {
  const excluded = [...notMatching, ...Array.from(except, (text) => `^${escaped(text)}$`)];
  const sources = [...matching, ...excluded];
  const trees = sources.map((source) => patterns.tree(source));
  if (!trees.every((tree) => tree !== undefined)) return undefined;
  const { automaton } = patterns;
  const starts = sources.map((source) => patterns.start(source) as State);
  const start = automaton.all(starts.map((state, index) => (index < matching.length ? state : automaton.not(state))));
  const alphabet = alphabetOf(trees, budget);
  let ways: Way[] = [{ state: start, before: 'start', character: 0, from: undefined }];
  const visited = new Set<string>();
  for (let length = 0; length <= most && ways.length > 0; length++) {
    const found = length < least ? undefined : ways.find(({ state, before }) => automaton.accepts(state, before));
    if (found) return textOf(found);
    const further = new Map<string, Way>();
    for (const way of ways) {
      for (const character of alphabet) {
        budget.spend(0.1);
        const state = automaton.next(way.state, character, way.before);
        if (state === automaton.never) continue;
        const before = beforeNext(character);
        const key = `${state.id} ${before}`;
        if (further.has(key) || visited.has(key)) continue;
        // Once it is long enough, no state is worth coming back to.
        if (length >= least) visited.add(key);
        further.set(key, { state, before, character, from: way });
      }
    }
    ways = [...further.values()];
  }
  return undefined;
}
