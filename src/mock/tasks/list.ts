/** A page of a family's jobs, as its list operation answers it. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { getAt, setAt } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';

/** Jobs of a page where the request does not say how many; what the gateway does is not known. */
const usualLimit = 100;

/** No page is larger, whatever is asked for. */
const mostJobs = 1000;

export interface AskedPage {
  limit: number;
  /** Id of the last job of the page before; absent on the first page. */
  after: string | undefined;
  /** Whether a job is one of those that are asked for. */
  isWanted(item: Json): boolean;
}

export function pageAsked({ list }: TaskFamily, request: ExpressionContext): AskedPage {
  const value = (expression: string | undefined) => (expression === undefined ? undefined : compileExpression(expression)(request));
  const after = value(list?.after);
  const filters = Object.entries(list?.filter ?? {}).flatMap(([name, pointer]) => {
    const wanted = request.query.get(name);
    return wanted ? [{ wanted, pointer }] : [];
  });
  return {
    limit: Math.min(Number(value(list?.limit) || usualLimit), mostJobs),
    after: after === undefined ? undefined : String(after),
    isWanted: (item) => filters.every(({ wanted, pointer }) => String(getAt(item, pointer)) === wanted),
  };
}

/**
 * Puts jobs into the documented page.
 * @param body the documented page, which is changed; @param items the jobs, newest first, beyond the limit where there are more
 */
export function fillPage(body: Json, { items, limit }: { items: Json[]; limit: number }, { list, id }: TaskFamily): void {
  if (!list) return;
  const idOf = (item: Json | undefined) => (item === undefined ? undefined : getAt(item, id.at));
  const page = items.slice(0, limit);
  const documented = (getAt(body, list.items) ?? []) as Json[];
  // The documented page stands for an account of which only a part is shown: untouched, it stays as it is.
  if (page.length === documented.length && page.every((item, index) => idOf(item) === idOf(documented[index]))) return;
  setAt(body, list.items, page);
  if (list.more) setAt(body, list.more, items.length > page.length);
  if (list.first) setAt(body, list.first, idOf(page[0]));
  if (list.last) setAt(body, list.last, idOf(page.at(-1)));
}
