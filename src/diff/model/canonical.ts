/** Parts of a contract in the one form in which two that mean the same are equal: without documentation, in one order. */

const documentation = new Set(['title', 'summary', 'description', 'example', 'examples', 'externalDocs', 'x-docs']);
const unordered = new Set(['required', 'enum', 'tags', 'type', 'anyOf', 'oneOf', 'allOf']);

/** A type alone is written as such. */
function sorted(list: unknown[], key: string): unknown {
  if (key === 'type' && list.length === 1) return list[0];
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const none: ReadonlySet<string> = new Set();

/** @param leaveOut further keys that do not count */
export function meaningOf(node: unknown, leaveOut = none): unknown {
  /** `named`: the keys are names of the caller's choice, such as those of fields, and no keywords. */
  const visit = (value: unknown, named: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, false));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(([key]) => named || !(documentation.has(key) || leaveOut.has(key)));
    return Object.fromEntries(
      entries
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => [
          key,
          !named && unordered.has(key) && Array.isArray(member)
            ? sorted(
                member.map((item) => visit(item, false)),
                key,
              )
            : visit(member, !named && ['properties', 'responses', 'content', 'schemas', 'headers'].includes(key)),
        ]),
    );
  };
  return visit(node, false);
}

/** The same as text. */
export const canonical = (node: unknown, leaveOut = none): string => JSON.stringify(meaningOf(node, leaveOut));
