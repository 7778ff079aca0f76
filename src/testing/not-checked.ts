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

export class NotCheckedList {
  readonly entries: NotChecked[] = [];
  readonly #known = new Map<string, NotChecked>();

  add(what: NotChecked['what'], method: string, { origin, pathname }: URL, reason: string): void {
    const entry = { what, method, url: origin + pathname, reason, times: 1 };
    const key = Object.values(entry).join(' ');
    const known = this.#known.get(key);
    if (known) known.times++;
    else if (this.#known.size < most) {
      this.#known.set(key, entry);
      this.entries.push(entry);
    }
  }

  clear(): void {
    this.entries.length = 0;
    this.#known.clear();
  }
}
