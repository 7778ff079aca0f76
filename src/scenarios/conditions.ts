/** The conditions of a scenario, compiled: each is one question to a request, from cheap to dear. */
import { escapePattern } from '../contract/escape-pattern.js';
import { compilePointer } from '../contract/pointer.js';
import { compileExpected, type Holds } from './expected.js';
import { isPattern } from './pattern/pattern.js';
import type { ScenarioRequest } from './request.js';
import type { Expected, When } from './scenario.js';

/** A question to a request. */
export interface Condition {
  /** Member of `when`, with the name of what it asks for, such as `headers/x-test`. */
  place: string;
  /** The same for conditions that ask the same. */
  key: unknown;
  /** Conditions with a lower one are asked first. */
  cost: number;
  /** The text that the user's words have to contain, where it asks for no more. */
  words?: string;
  holds(request: ScenarioRequest): boolean;
}

/** Members of `when` that only a conversation can answer. */
export const conversationMembers = ['user', 'system', 'turn', 'images', 'tool', 'toolResult'] as const satisfies (keyof When)[];

const costs: Record<string, number> = {
  stream: 0,
  session: 1,
  model: 2,
  turn: 3,
  results: 3,
  tool: 4,
  images: 4,
  path: 5,
  query: 5,
  headers: 5,
  body: 6,
  toolResult: 7,
  system: 8,
  user: 9,
  test: 10,
};

/** JSON has no words for a pattern. */
const written = (_: string, value: unknown): unknown => (value instanceof RegExp ? String(value) : value);

/** Whether a value is the name of one of these models. */
export function globs(models: string | readonly string[]): Holds {
  const pattern = new RegExp(
    `^(?:${[models]
      .flat()
      .map((model) => model.split('*').map(escapePattern).join('.*'))
      .join('|')})$`,
    's',
  );
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** Words that nobody said are an empty text. */
const compileWords = (expected: When['user']): Holds =>
  expected === null ? (words) => words === '' : compileExpected(expected as Expected, 'contained');

/** How each member asks; `operation` is no condition, since it tells in which lists a scenario stands. */
const compilers: {
  [Member in Exclude<keyof When, 'operation' | 'path' | 'query' | 'headers' | 'body'>]-?: (
    expected: Exclude<When[Member], undefined>,
  ) => Condition['holds'];
} = {
  model(expected) {
    const holds = globs(expected);
    return ({ model }) => holds(model);
  },
  user(expected) {
    const holds = compileWords(expected);
    return ({ conversation }) => conversation !== undefined && holds(conversation.user);
  },
  system(expected) {
    const holds = compileWords(expected);
    return ({ conversation }) => conversation !== undefined && holds(conversation.system);
  },
  turn(expected) {
    const holds = compileExpected(expected, 'equal');
    return ({ conversation }) => conversation !== undefined && holds(conversation.turn);
  },
  images(expected) {
    if (typeof expected === 'boolean') return ({ conversation }) => conversation !== undefined && conversation.images > 0 === expected;
    const holds = compileExpected(expected, 'equal');
    return ({ conversation }) => conversation !== undefined && holds(conversation.images);
  },
  tool(expected) {
    if (typeof expected === 'boolean' || expected === null)
      return ({ conversation }) => conversation !== undefined && conversation.tools.length > 0 === (expected ?? false);
    const holds = compileExpected(expected as Expected, 'equal');
    return ({ conversation }) => conversation?.tools.some(({ name }) => holds(name)) ?? false;
  },
  toolResult(expected) {
    if (typeof expected === 'boolean' || expected === null)
      return ({ conversation }) => conversation !== undefined && conversation.toolResults.length > 0 === (expected ?? false);
    const { name, text } =
      typeof expected === 'object' && 'length' in expected === false && !(expected instanceof RegExp)
        ? (expected as { name?: Expected; text?: Expected })
        : { name: expected as Expected };
    const named = name === undefined ? () => true : compileExpected(name, 'equal');
    const says = text === undefined ? () => true : compileExpected(text, 'contained');
    return ({ conversation }) => conversation?.toolResults.some((result) => named(result.name) && says(result.text)) ?? false;
  },
  stream: (expected) => (request) => request.stream === expected,
  session(expected) {
    const holds = compileExpected(expected as Expected, 'equal');
    return (request) => holds(request.session);
  },
  test: (expected) => (request) => expected(request.conversation, request.context) === true,
};

/** Members that ask for several things by name. */
const byName: Record<'path' | 'query' | 'headers' | 'body', (name: string, expected: Expected) => Condition['holds']> = {
  path(name, expected) {
    const holds = compileExpected(expected, 'wire');
    return ({ context }) => holds(Object.hasOwn(context.path, name) ? context.path[name] : undefined);
  },
  query(name, expected) {
    const holds = compileExpected(expected, 'wire');
    return ({ context }) => holds(context.query.get(name));
  },
  headers(name, expected) {
    const holds = compileExpected(expected, 'wire');
    return ({ context }) => holds(context.header(name.toLowerCase()));
  },
  body(pointer, expected) {
    const at = compilePointer(pointer);
    const holds = compileExpected(expected, 'equal');
    return ({ context }) => holds(at(context.body));
  },
};

/** Without it, a result would start its own call again. */
const noResults: Condition = {
  place: 'user',
  key: 'results none',
  cost: costs.results as number,
  holds: ({ conversation }) => conversation !== undefined && conversation.toolResults.length === 0,
};

/** For requests of one session, whatever its name looks like. */
export const ofSession = (session: string): Condition => ({
  place: 'session',
  key: `the session ${session}`,
  cost: costs.session as number,
  holds: (request) => request.session === session,
});

/**
 * The conditions of a scenario, in the order in which they are best asked.
 * @throws Error for a pattern that is none, with the member of `when` before the message
 */
export function compileConditions(when: When): Condition[] {
  const conditions: Condition[] = [];
  const add = (member: string, name: string | undefined, expected: unknown, compile: () => Condition['holds']): void => {
    const place = name === undefined ? member : `${member}/${name}`;
    const key = typeof expected === 'function' ? expected : `${place} ${JSON.stringify(expected, written)}`;
    try {
      const words = member === 'user' && typeof expected === 'string' && !isPattern(expected) ? expected : '';
      conditions.push({ place, key, cost: costs[member] ?? 0, ...(words !== '' && { words }), holds: compile() });
    } catch (error) {
      throw new Error(`when.${place}: ${(error as Error).message}`);
    }
  };
  for (const [member, expected] of Object.entries(when)) {
    if (expected === undefined || member === 'operation') continue;
    if (member in byName) {
      const compile = byName[member as keyof typeof byName];
      for (const [name, value] of Object.entries(expected as Record<string, Expected>))
        add(member, name, value, () => compile(name, value));
    } else {
      const compile = compilers[member as keyof typeof compilers] as (value: unknown) => Condition['holds'];
      add(member, undefined, expected, () => compile(expected));
    }
  }
  if (when.user !== undefined && when.toolResult === undefined) conditions.push(noResults);
  return conditions.sort((one, other) => one.cost - other.cost);
}
