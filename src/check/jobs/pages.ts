/** Follows the pages of lists: one that begins after another has none of its items. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { getAt } from '../../contract/pointer.js';
import { type Finding, findingOf } from '../findings/violation.js';
import type { JobList } from './figures.js';

/** Pages that are remembered; the oldest are forgotten. */
const mostPages = 1000;

export class Pages {
  /** Ids of a page and of those before it, by the last of them. */
  readonly #before = new Map<string, ReadonlySet<string>>();

  /** @param id pointer to the id of an item */
  see(request: ExpressionContext | undefined, { items: at, after }: JobList, items: readonly unknown[], id: string): Finding[] {
    if (!request || after === undefined) return [];
    const start = compileExpression(after)(request);
    const before = (typeof start === 'string' && this.#before.get(`${at} ${start}`)) || undefined;
    const ids = items.map((item) => getAt(item, id));
    const again = before ? ids.findIndex((one) => one !== start && before.has(String(one))) : -1;
    this.#remember(
      at,
      ids.filter((one) => typeof one === 'string'),
      before,
    );
    if (again < 0) return [];
    const place = { part: 'job', in: 'body', pointer: `${at}/${again}${id}` } as const;
    return [findingOf(place, 'list', 'must not be on a page before', ids[again])];
  }

  #remember(at: string, ids: readonly string[], before: ReadonlySet<string> = new Set()): void {
    const last = ids.at(-1);
    if (last === undefined) return;
    if (this.#before.size >= mostPages)
      for (const [oldest] of this.#before) if (this.#before.size > mostPages / 2) this.#before.delete(oldest);
    this.#before.set(`${at} ${last}`, new Set(before.size < mostPages ? [...before, ...ids] : ids));
  }
}
