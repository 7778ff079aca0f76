/** Which tools a request offers, of whatever kind. */
import type { ConversationHead } from '../../protocols/index.js';

const deepest = 8;

/** Everything that is called a name. */
export function namesIn(value: unknown, names: Set<string>, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'name' && typeof member === 'string') names.add(member);
    else namesIn(member, names, depth + 1);
  }
}

const listIn = (value: unknown, name: string): unknown[] => {
  const list = (Object(value) as Record<string, unknown>)[name];
  return Array.isArray(list) ? list : [];
};

/** Items of the input add some later on, as a search for tools does. */
const lists = (body: unknown): unknown[] => [
  ...listIn(body, 'tools'),
  ...listIn(body, 'functions'),
  ...listIn(body, 'input').flatMap((item) => listIn(item, 'tools')),
];

/** Names of all of them. */
export function offeredNames({ tools }: ConversationHead, body: unknown): Set<string> {
  const names = new Set(tools.map(({ name }) => name));
  namesIn(lists(body), names);
  return names;
}

/** Whether each is one that the caller runs: a call of the vendor's would do as well, and is another thing in the answer. */
export function areAllOwn({ tools }: ConversationHead, body: unknown): boolean {
  const own = new Set(tools.map(({ name }) => name));
  return lists(body).every((tool) => {
    const names = new Set<string>();
    namesIn(tool, names);
    return [...names].some((name) => own.has(name));
  });
}

/** Whether a tool of that name is offered with the word that calls of it are to fit its schema. */
export function isOfferedStrictly(name: string, body: unknown): boolean {
  const isStrict = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null || depth > deepest) return false;
    const tool = value as { name?: unknown; strict?: unknown };
    return (tool.name === name && tool.strict === true) || Object.values(value).some((member) => isStrict(member, depth + 1));
  };
  return isStrict(lists(body), 0);
}
