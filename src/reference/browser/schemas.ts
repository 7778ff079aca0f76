/** The schemas: a list of their own, of which the fields are copied to where they are used. */
import { writeAnchors } from './anchors.js';
import { loadPart, once } from './parts/load.js';

const view = document.querySelector<HTMLElement>('#schemas') as HTMLElement;

/** Where the components are read from: apart from the page until somebody wants to see them all, since there are hundreds. */
let source: Document = document;

/** @throws Error where they do not come */
export const loadSchemas = once(async () => {
  if (!view.querySelector('.schema')) source = new DOMParser().parseFromString(await loadPart('schemas.html'), 'text/html');
});

/** Address of the thing that a `details` element is part of: its own, or that of the row that it stands in. */
const addressOf = (details: HTMLElement): string => details.id || (details.parentElement?.id ?? '');

/** Fills in the fields of a component where they are used. The schemas have been loaded. */
export function fill(details: HTMLElement): void {
  const name = details.dataset.schema;
  const fields = name === undefined ? null : source.getElementById(`schema:${name}`)?.querySelector('.own-fields');
  const inside = details.querySelector(':scope > :not(summary)');
  if (!fields || !inside) return;
  delete details.dataset.schema;
  const [before, after] = [`schema:${name}`, addressOf(details)];
  const moved = (address: string) => (address.startsWith(before) ? after + address.slice(before.length) : address);
  const copy = document.importNode(fields, true);
  for (const open of copy.querySelectorAll('details[open]')) open.removeAttribute('open');
  for (const found of copy.querySelectorAll('[id]')) found.id = moved(found.id);
  writeAnchors(copy);
  inside.replaceChildren(copy);
}

/** Fills what is opened; what is open from the start counts when somebody sees it. */
export function fillOpened(): void {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const details = target as HTMLDetailsElement;
      if (details.open && details.dataset.schema !== undefined && !details.parentElement?.closest('details:not([open])'))
        loadSchemas().then(
          () => fill(details),
          () => {},
        );
    },
    true,
  );
}

const fillView = once(async () => {
  await loadSchemas();
  const list = source === document ? null : source.querySelector('#schemas');
  if (list) view.replaceChildren(...document.importNode(list, true).childNodes);
  prepareFilter();
});

/** Shows the list, or why it is not there. */
export async function showSchemas(): Promise<void> {
  if (!view.hasChildNodes()) view.innerHTML = '<h1>Schemas</h1><p class="muted" role="status">Loading…</p>';
  try {
    await fillView();
  } catch (error) {
    view.innerHTML = '<h1>Schemas</h1><p class="failure" role="alert"></p><button type="button">Try again</button>';
    (view.querySelector('p') as HTMLElement).textContent = `The schemas could not be loaded: ${(error as Error).message}`;
    (view.querySelector('button') as HTMLElement).onclick = () => {
      view.replaceChildren();
      showSchemas();
    };
  }
}

function prepareFilter(): void {
  const input = view.querySelector<HTMLInputElement>('#schema-filter');
  const none = view.querySelector<HTMLElement>('#no-schema');
  const schemas = [...view.querySelectorAll<HTMLDetailsElement>('.schema')].map((element) => ({
    element,
    words: Array.from(element.querySelectorAll('[id]'), ({ id }) => id)
      .concat(element.id)
      .join(' ')
      .toLowerCase(),
  }));
  input?.addEventListener('input', () => {
    const wanted = input.value.toLowerCase().split(/\s+/);
    for (const { element, words } of schemas) element.hidden = !wanted.every((word) => words.includes(word));
    const isEmpty = schemas.every(({ element }) => element.hidden);
    none?.toggleAttribute('hidden', !isEmpty);
    if (none) none.textContent = isEmpty ? `No schema and no field matches “${input.value}”.` : '';
  });
}
