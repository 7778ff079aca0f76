/** The links by which a part of the page is told to others. */
import { copy } from './parts/copy.js';

/** Writes those within an element: each leads to what it stands in. */
export function writeAnchors(within: Element): void {
  for (const link of within.querySelectorAll<HTMLAnchorElement>('a.anchor')) {
    const id = link.closest('[id]')?.id ?? '';
    link.href = `#${id}`;
    link.title = 'Copy the link';
    link.ariaLabel = `Link to ${id.slice(Math.max(id.lastIndexOf('.'), id.lastIndexOf(':')) + 1)}`;
    link.textContent = '#';
  }
}

/** Writes them where something is opened, and copies the address that is pressed; it is where the page is from then on. */
export function createAnchors(): void {
  document.addEventListener('toggle', ({ target }) => (target as HTMLDetailsElement).open && writeAnchors(target as Element), true);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.anchor');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.hash);
    copy(link.href, link);
  });
}
