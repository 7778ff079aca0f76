/** What went through a checked `fetch` without being checked, so that nobody takes silence for conformance. */

/** Something that was not checked. What is not checked for the same reason is counted. */
export interface NotChecked {
  /** The whole call, or the body of its request or of its response. */
  what: 'call' | 'request body' | 'response';
  /** Such as `POST`. */
  method: string;
  /** Address without its query. */
  url: string;
  /** Such as `its body is a stream`. */
  reason: string;
  times: number;
}

/** More different ones tell nothing new. */
const most = 1000;

type Told = [what: NotChecked['what'], method: string, url: URL, reason: string];

const counted = (known: Map<string, NotChecked>, [what, method, { origin, pathname }, reason]: Told): void => {
  const entry = { what, method, url: origin + pathname, reason, times: 1 };
  const key = Object.values(entry).join(' ');
  const same = known.get(key);
  if (same) same.times++;
  else if (known.size < most) known.set(key, entry);
};

/** What may still be checked. */
interface Checking {
  /** Nobody asks for it any more; what there is of it may be all there will be. */
  forgotten(): void;
}

/** What may still be checked, and where it stands in the list of all that may. */
interface Open {
  checking: Checking;
  told: Told;
  index: number;
}

export class NotCheckedList {
  readonly #known = new Map<string, NotChecked>();
  /** In any order: each call adds one, and takes it away. */
  readonly #open: Open[] = [];

  add(...told: Told): void {
    counted(this.#known, told);
  }

  /** @returns tells that it was checked after all */
  open(checking: Checking, ...told: Told): () => void {
    const open = { checking, told, index: this.#open.length };
    if (open.index < most) this.#open.push(open);
    return () => this.#close(open);
  }

  #close(open: Open): void {
    if (this.#open[open.index] !== open) return;
    const last = this.#open.pop() as Open;
    if (last === open) return;
    last.index = open.index;
    this.#open[open.index] = last;
  }

  entries(): NotChecked[] {
    const all = new Map([...this.#known].map(([key, entry]) => [key, { ...entry }]));
    for (const { told } of this.#open) counted(all, told);
    return [...all.values()];
  }

  clear(): void {
    this.#known.clear();
    for (const { checking } of this.#open.splice(0)) checking.forgotten();
  }
}
