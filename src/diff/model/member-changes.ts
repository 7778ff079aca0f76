/** Where two JSON values differ, member by member, and how to say so. */

export interface MemberChange {
  /** As one would write it in code: `states.made.status`. Empty for the whole value. */
  path: string;
  /** Absent when the member is new. */
  before?: unknown;
  /** Absent when the member is gone. */
  after?: unknown;
}

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members => value !== null && typeof value === 'object' && !Array.isArray(value);

function join(path: string, name: string): string {
  if (!/^[\p{L}\p{N}_$-]+$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** Items that only one of the lists has, with their indices there. */
const onlyIn = (list: unknown[], other: unknown[]): [index: number, item: unknown][] => {
  const known = new Set(other.map((item) => JSON.stringify(item)));
  return [...list.entries()].filter(([, item]) => !known.has(JSON.stringify(item)));
};

function* itemChanges(before: unknown[], after: unknown[], path: string): Generator<MemberChange> {
  const [gone, come] = [onlyIn(before, after), onlyIn(after, before)];
  if (gone.length === 0 && come.length === 0) yield { path, before, after };
  else if (gone.length === come.length)
    for (const [nth, [index, item]] of come.entries()) yield* memberChanges(gone[nth]?.[1], item, `${path}[${index}]`);
  else {
    for (const [index, item] of gone) yield { path: `${path}[${index}]`, before: item };
    for (const [index, item] of come) yield { path: `${path}[${index}]`, after: item };
  }
}

/** `undefined` is what is not there. The order of members does not count, that of items does. */
export function* memberChanges(before: unknown, after: unknown, path = ''): Generator<MemberChange> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (Array.isArray(before) && Array.isArray(after)) yield* itemChanges(before, after, path);
  else if (isObject(before) && isObject(after)) {
    const own = (members: Members, name: string) => (Object.hasOwn(members, name) ? members[name] : undefined);
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* memberChanges(own(before, name), own(after, name), join(path, name));
  } else yield { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

const longest = 80;
/** How much is shown of what two long texts have in common before they part. */
const common = 20;

const toText = (value: unknown): string => {
  // A text that could be taken for another value keeps its quotation marks.
  if (typeof value === 'string' && !/^(-?\d|true$|false$|null$)/.test(value)) return value;
  return JSON.stringify(value);
};

function parting(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

function cut(text: string, from: number): string {
  const start = text.length > longest ? Math.max(0, from - common) : 0;
  return `\`${start > 0 ? '…' : ''}${text.slice(start, start + longest)}${text.length > start + longest ? '…' : ''}\``;
}

/** A value as it stands in a sentence. */
export const show = (value: unknown): string => cut(toText(value), 0);

/** Such as "`role` is `remix`, was `create`". */
export function inWords({ path, before, after }: MemberChange): string {
  const name = path === '' ? 'the whole' : `\`${path}\``;
  if (before === undefined) return `${name} is new: ${show(after)}`;
  if (after === undefined) return `${name} is gone, was ${show(before)}`;
  const [was, is] = [toText(before), toText(after)];
  const from = parting(was, is);
  return `${name} is ${cut(is, from)}, was ${cut(was, from)}`;
}

/** The first few changes, and how many more there are. */
export function summarise(changes: Iterable<MemberChange>, most = 3): string {
  const all = [...changes].map(inWords);
  const more = all.length > most ? [`${all.length - most} more`] : [];
  return [...all.slice(0, most), ...more].join('; ');
}
