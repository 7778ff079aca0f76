/** Leads from an address to the part of the page that it names: opens what is closed around it, scrolls there, focuses it. */
import { fill, loadSchemas } from './schemas.js';

/** The element of an address. What is filled in when it is opened is filled in on the way. */
function find(id: string): HTMLElement | undefined {
  const there = document.getElementById(id);
  if (there) return there;
  const end = Math.max(id.lastIndexOf('.'), id.lastIndexOf(':'));
  const above = end > 0 ? find(id.slice(0, end)) : undefined;
  if (!above) return undefined;
  const holder = above.matches('[data-schema]') ? above : above.querySelector<HTMLElement>(':scope > [data-schema]');
  if (holder) fill(holder);
  return document.getElementById(id) ?? undefined;
}

/** What is nearest to an address: a field may have gone, and what it was in may still be there. */
function findNearest(id: string): HTMLElement | undefined {
  const end = Math.max(id.lastIndexOf('.'), id.lastIndexOf(':'));
  return find(id) ?? (end > 0 ? findNearest(id.slice(0, end)) : undefined);
}

/** Whether an address is one of an operation, a schema, or something in them. */
const isInside = (id: string): boolean => /[.:]/.test(id);

/**
 * @param prepare readies an operation that is about to be opened, so that what stands below it moves no more
 * @returns whether the page has such a part
 */
export async function reveal(id: string, prepare: (operation: HTMLDetailsElement) => void): Promise<boolean> {
  if (isInside(id)) await loadSchemas().catch(() => {});
  const element = findNearest(id);
  if (!element || element.matches('main')) return false;
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    at.removeAttribute('hidden');
    if (!(at instanceof HTMLDetailsElement)) continue;
    if (at.matches('.operation')) prepare(at);
    if (at.dataset.schema !== undefined) fill(at);
    at.open = true;
  }
  // A row shows what it holds.
  const own = element.querySelector<HTMLDetailsElement>(':scope > details');
  if (own) {
    fill(own);
    own.open = true;
  }
  document.querySelector('.found')?.classList.remove('found');
  element.classList.add('found');
  element.scrollIntoView();
  const focused = element.querySelector<HTMLElement>(':scope > summary') ?? element;
  if (focused === element) element.tabIndex = -1;
  focused.focus({ preventScroll: true });
  return true;
}
