/** A page of a family's jobs, as its list operation answers it. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { getAt, setAt } from '../../contract/pointer.js';
import type { Json, TaskFamily } from '../../contract/prepared.js';

/**
 * Puts the jobs that the request asks for into the documented page.
 * @param body the documented page, which is changed; @param items the jobs, newest first
 * @param momentOf when a job was created, as a text that is greater for a later one, if its id tells
 */
export function fillPage(
  body: Json,
  items: Json[],
  { list, id }: TaskFamily,
  request: ExpressionContext,
  momentOf: (id: string) => string | undefined,
): void {
  if (!list) return;
  const value = (expression: string | undefined) => (expression === undefined ? undefined : compileExpression(expression)(request));
  const idOf = (item: Json | undefined) => (item === undefined ? undefined : getAt(item, id.at));
  let wanted = items;
  for (const [name, pointer] of Object.entries(list.filter ?? {})) {
    const filter = request.query.get(name);
    if (filter) wanted = wanted.filter((item) => String(getAt(item, pointer)) === filter);
  }
  const after = value(list.after);
  if (after !== undefined) wanted = itemsAfter(wanted, String(after), (item) => String(idOf(item)), momentOf);
  const page = wanted.slice(0, Number(value(list.limit) || Number.POSITIVE_INFINITY));
  const documented = (getAt(body, list.items) ?? []) as Json[];
  // The documented page stands for an account of which only a part is shown: untouched, it stays as it is.
  if (page.length === documented.length && page.every((item, index) => idOf(item) === idOf(documented[index]))) return;
  setAt(body, list.items, page);
  if (list.more) setAt(body, list.more, wanted.length > page.length);
  if (list.first) setAt(body, list.first, idOf(page[0]));
  if (list.last) setAt(body, list.last, idOf(page.at(-1)));
}

/** The jobs after one in the list. That one may be gone since: a reader that deletes as it goes goes on where it was. */
function itemsAfter(items: Json[], after: string, idOf: (item: Json) => string, momentOf: (id: string) => string | undefined): Json[] {
  const known = items.findIndex((item) => idOf(item) === after);
  if (known !== -1) return items.slice(known + 1);
  const moment = momentOf(after);
  if (moment === undefined) return [];
  // Those whose id tells no time are the documented ones, older than any other.
  return items.filter((item) => (momentOf(idOf(item)) ?? '') < moment);
}
