/**
 * Notes which members of answers are read. Nobody can see into the readers of an SDK, but all of them come to `JSON.parse` in the end, with a text
 * that came: what they get for it notes by itself what is read of it.
 */

/** Of texts that nobody has parsed yet; the oldest make room. */
const mostWaiting = 10_000;
const deepest = 200;

/** What was read of one answer. */
export class Reads {
  /** JSON pointers, with `*` for each item of a list; of a stream, into its events. */
  readonly pointers = new Set<string>();
  readonly #isNew: () => void;

  /** @param isNew told when there is something more */
  constructor(isNew: () => void) {
    this.#isNew = isNew;
  }

  note(pointer: string): void {
    if (this.pointers.has(pointer)) return;
    this.pointers.add(pointer);
    this.#isNew();
  }
}

/** By text; several answers may say the same. */
const waiting = new Map<string, Reads[]>();

/** The next that parses this text reads what came in an answer. */
export function awaitParsing(text: string, reads: Reads): void {
  if (text === '') return;
  waiting.set(text, [...(waiting.get(text) ?? []), reads]);
  for (const oldest of waiting.keys()) {
    if (waiting.size <= mostWaiting) break;
    waiting.delete(oldest);
  }
}

let isWatching = false;
let isPaused = false;

/** Does something that parses answers itself, and reads nothing for the application: the check, the recording. */
export function unwatched<T>(work: () => T): T {
  const before = isPaused;
  isPaused = true;
  try {
    return work();
  } finally {
    isPaused = before;
  }
}

/** To be called before there are answers: in `JSON.parse(await text)`, it is looked up before the text is there. */
export function watchParsing(): void {
  if (isWatching) return;
  isWatching = true;
  const { parse } = JSON;
  JSON.parse = (text: string, reviver?: Parameters<typeof parse>[1]) => {
    const value: unknown = parse(text, reviver);
    if (isPaused) return value;
    const [reads, ...others] = waiting.get(text) ?? [];
    // The last one stays: some parse a text to see whether it is JSON, and then again.
    if (others.length > 0) waiting.set(text, others);
    if (reads) watch(value, '', reads, 0);
    return value;
  };
}

/** What Node.js prints instead of an object: else `console.log` would tell of accessors, and no values. */
const printed = {
  value(this: object) {
    return unwatched(() => ({ ...this }));
  },
};

/**
 * Members become accessors of themselves: other than a proxy, such an object can be cloned, frozen and handed to other threads. The items of a
 * list are read with the list.
 */
function watch(value: unknown, pointer: string, reads: Reads, depth: number): void {
  if (value === null || typeof value !== 'object' || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) watch(item, `${pointer}/*`, reads, depth + 1);
    return;
  }
  Object.defineProperty(value, Symbol.for('nodejs.util.inspect.custom'), printed);
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    watch(member, at, reads, depth + 1);
    let current: unknown = member;
    Object.defineProperty(value, name, {
      enumerable: true,
      configurable: true,
      get() {
        if (!isPaused) reads.note(at);
        return current;
      },
      set(changed: unknown) {
        current = changed;
      },
    });
  }
}
