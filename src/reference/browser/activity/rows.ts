/** Rows that stay the same elements while what they tell changes, so that what is open, focused or being read stays so. */

export interface Row<Item> {
  element: HTMLElement;
  /** Called at once, and whenever the item has changed. */
  show(item: Item): void;
}

/** @returns shows those items, in their order, and no others */
export function createRows<Item>(
  into: HTMLElement,
  keyOf: (item: Item) => string,
  createRow: (item: Item) => Row<Item>,
): (items: readonly Item[]) => void {
  const known = new Map<string, { row: Row<Item>; text: string }>();
  return (items) => {
    const gone = new Set(known.keys());
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      gone.delete(key);
      const text = JSON.stringify(item);
      const before = known.get(key);
      const row = before?.row ?? createRow(item);
      if (before?.text !== text) row.show(item);
      known.set(key, { row, text });
      const there = into.children[index] ?? null;
      if (there !== row.element) into.insertBefore(row.element, there);
    }
    for (const key of gone) {
      known.get(key)?.row.element.remove();
      known.delete(key);
    }
  };
}
