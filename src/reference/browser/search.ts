/** The search over everything: a dialog that is worked by keyboard. */
import type { FoundKind, SearchEntry } from '../search-index.js';
import { el } from './parts/dom.js';
import { loadPart, once } from './parts/load.js';
import { createFinder, type Found } from './ranking.js';

/** Results that are shown. */
const most = 40;

const titles: Record<FoundKind, string> = { operation: 'Operation', model: 'Model', field: 'Field', schema: 'Schema', page: 'Page' };

const loadFinder = once(async () => createFinder(JSON.parse(await loadPart('search.json')) as SearchEntry[]));

const optionId = (index: number): string => `found-${index}`;

function row({ entry: [kind, , hint], pieces }: Found, index: number): HTMLElement {
  const name = pieces.map((piece, at) => (at % 2 === 1 ? el('mark', {}, piece) : piece));
  const option = el(
    'li',
    { id: optionId(index), role: 'option', ariaSelected: 'false' },
    el('span', { className: `kind ${kind}` }, titles[kind]),
    el(
      'span',
      { className: 'found-text' },
      el('span', { className: 'found-name' }, ...name),
      el('span', { className: 'found-hint' }, hint),
    ),
  );
  return option;
}

/** @returns opens the dialog */
export function createSearch(button: HTMLButtonElement | null): () => void {
  const input = el('input', {
    type: 'search',
    id: 'query',
    placeholder: 'Operations, models, fields, schemas, pages',
    autocomplete: 'off',
    spellcheck: false,
    role: 'combobox',
    ariaExpanded: 'false',
    ariaAutoComplete: 'list',
    ariaLabel: 'Search',
  });
  const list = el('ul', { id: 'found', role: 'listbox', ariaLabel: 'Results' });
  const state = el('p', { className: 'state', role: 'status' });
  const close = el('button', { type: 'button', title: 'Close' }, 'Esc');
  const dialog = el(
    'dialog',
    { className: 'search', ariaLabel: 'Search' },
    el('div', { className: 'search-line' }, input, close),
    list,
    el(
      'div',
      { className: 'search-foot' },
      state,
      el('p', { className: 'keys', ariaHidden: 'true' }, el('kbd', {}, '↑'), el('kbd', {}, '↓'), ' choose ', el('kbd', {}, '↵'), ' open'),
    ),
  );
  input.setAttribute('aria-controls', list.id);
  let found: Found[] = [];
  let chosen = -1;

  function choose(index: number): void {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = found.length === 0 ? -1 : (index + found.length) % found.length;
    const option = list.children[chosen];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  async function look(): Promise<void> {
    try {
      const find = await loadFinder();
      found = find(input.value, most);
      state.textContent =
        input.value.trim() === ''
          ? 'Type a name, or a part of one.'
          : found.length === 0
            ? `Nothing is called “${input.value.trim()}”.`
            : found.length === most
              ? `The best ${most} results.`
              : `${found.length} ${found.length === 1 ? 'result' : 'results'}.`;
    } catch (error) {
      found = [];
      state.textContent = `The search could not be loaded: ${(error as Error).message}. Type to try again.`;
    }
    list.replaceChildren(...found.map(row));
    input.ariaExpanded = String(found.length > 0);
    choose(0);
  }

  function open(): void {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    state.textContent = 'Loading…';
    look();
  }

  function go(index: number): void {
    const id = found[index]?.entry[3];
    if (id === undefined) return;
    dialog.close();
    const before = location.hash;
    location.hash = id;
    // The way back to where one is already is no change of the address.
    if (location.hash === before) dispatchEvent(new Event('hashchange'));
  }

  const moves: Record<string, () => void> = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => go(chosen),
  };
  input.oninput = look;
  input.onkeydown = (event) => {
    const move = event.isComposing ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  // What is typed into the field empties it first; here the key closes.
  dialog.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  };
  list.onclick = ({ target }) => go([...list.children].indexOf((target as Element).closest('li') as Element));
  dialog.onclick = ({ target }) => target === dialog && dialog.close();
  close.onclick = () => dialog.close();
  document.body.append(dialog);

  addEventListener('keydown', (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    const isTyping = (event.target as Element).closest?.('input, textarea, select, [contenteditable]');
    if (!isShortcut && (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    open();
  });
  if (button) {
    button.hidden = false;
    button.onclick = open;
    const key = button.querySelector('kbd');
    if (key && /Mac|iPhone|iPad/.test(navigator.platform)) key.textContent = '⌘ K';
  }
  return open;
}
