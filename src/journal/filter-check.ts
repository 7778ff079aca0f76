/** Holds filters of a journal to what they may be, be it in a query or in code. Pages load it late, so it stands by itself. */
import { mostSimilar } from '../contract/similarity.js';
import { jsonOrText } from '../http/json/json-text.js';
import type { JournalFilter } from './filter.js';

interface Member {
  expected: string;
  accepts(value: unknown): boolean;
  /** The value that a text says, if it says one. */
  parse?(text: string): unknown;
}

const said = new Map([
  ['', true],
  ['true', true],
  ['false', false],
]);

const text: Member = { expected: 'a text', accepts: (value) => typeof value === 'string' };

const members: Record<keyof JournalFilter, Member> = {
  operation: text,
  status: {
    expected: 'a whole number from 0 to 599',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 600,
    parse: (digits) => (/^\d+$/.test(digits) ? Number(digits) : digits),
  },
  session: text,
  scenario: text,
  requestId: text,
  violations: {
    expected: 'true or false',
    accepts: (value) => typeof value === 'boolean',
    // `?violations` by itself says it, too.
    parse: (word) => said.get(word) ?? word,
  },
  body: {
    expected: 'a JSON object',
    accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    parse: jsonOrText,
  },
};

/** The known name that is most like a wrong one, else all that there are. */
function suggestion(name: string, known: readonly string[]): string {
  const like = mostSimilar(name, known, 0.4);
  return like === undefined ? `; there are ${known.join(', ')}` : `; did you mean ${like}?`;
}

/**
 * The filter, if it makes sense.
 *
 * @param operations operationIds that there are
 * @throws TypeError for what is no filter, and for an operation that there is not
 */
export function checkFilter(filter: JournalFilter, operations: readonly { id: string }[]): JournalFilter {
  for (const [name, value] of Object.entries(filter)) {
    const member = Object.hasOwn(members, name) ? members[name as keyof JournalFilter] : undefined;
    if (!member) throw new TypeError(`journal: there is no filter ${name}${suggestion(name, Object.keys(members))}`);
    if (value !== undefined && !member.accepts(value))
      throw new TypeError(`journal: ${name} must be ${member.expected}, got ${JSON.stringify(value)}`);
  }
  const ids = operations.map(({ id }) => id);
  const { operation } = filter;
  if (operation !== undefined && !ids.includes(operation))
    throw new TypeError(`journal: no operation ${operation} in the contract${suggestion(operation, ids)}`);
  return filter;
}

/** The filter that a query states; what cannot be read of it is left as it is, for `checkFilter` to refuse. */
export const filterOf = (query: URLSearchParams): JournalFilter =>
  Object.fromEntries(Array.from(query, ([name, value]) => [name, (members as Record<string, Member>)[name]?.parse?.(value) ?? value]));
