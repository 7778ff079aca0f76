/** Brings the page to life: its views, addresses, search, filter and forms, and the tab that shows what the mock is asked. */
import type { TryData } from '../try-data.js';
import { createActivity } from './activity/activity.js';
import { createAnchors } from './anchors.js';
import { createFilter } from './filter.js';
import { createForm } from './form.js';
import { keepKey } from './key.js';
import { reveal } from './reveal.js';
import { samplesView } from './samples-view.js';
import { fill, fillOpened, loadSchemas, showSchemas } from './schemas.js';
import { createSearch } from './search.js';

const data: TryData = JSON.parse(document.querySelector('#data')?.textContent ?? '{}');
const sections = [...document.querySelectorAll<HTMLDetailsElement>('details.operation')];

const linkTo = ({ id }: Element) => document.querySelector<HTMLAnchorElement>(`#side a[href="#${CSS.escape(id)}"]`);

/** Readies an operation that is opened. */
function prepare(section: HTMLDetailsElement): void {
  document.querySelector('#side [aria-current]')?.removeAttribute('aria-current');
  linkTo(section)?.setAttribute('aria-current', 'true');
  const place = section.querySelector<HTMLElement>('.try');
  const operation = data.operations[section.id];
  if (!place || !operation || place.hasChildNodes()) return;
  place.append(createForm(operation, data), samplesView(section.id, data.gateway));
  const shown = section.querySelectorAll<HTMLDetailsElement>('details[open][data-schema]');
  loadSchemas().then(
    () => {
      for (const part of shown) fill(part);
    },
    () => {},
  );
}

for (const section of sections) {
  section.addEventListener('toggle', () => section.open && prepare(section));
}
fillOpened();
createAnchors();
keepKey();
const openSearch = createSearch(document.querySelector('#search'));
const filter = document.querySelector<HTMLInputElement>('#filter');
if (filter) createFilter(filter, data, sections, openSearch);

const menu = document.querySelector<HTMLButtonElement>('#menu');
const showMenu = (shown: boolean) => {
  document.body.classList.toggle('menu', shown);
  menu?.setAttribute('aria-expanded', String(shown));
};
menu?.addEventListener('click', () => showMenu(!document.body.classList.contains('menu')));
document.querySelector('#side')?.addEventListener('click', ({ target }) => (target as Element).closest('a') && showMenu(false));
addEventListener('keydown', ({ key }) => key === 'Escape' && showMenu(false));

const links = document.querySelectorAll<HTMLAnchorElement>('.views a');
const activity = document.querySelector<HTMLElement>('#activity');
const board = activity && createActivity(activity, data);

function named(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

let current = 'main';

/** Shows the view that the address names, and in it the part. */
async function showView(): Promise<void> {
  const id = named();
  const before = current;
  const view = id === 'activity' && board ? 'activity' : /^schemas?(:|$)/.test(id) ? 'schemas' : 'main';
  current = view;
  document.querySelector('.layout')?.toggleAttribute('hidden', view !== 'main');
  document.querySelector('#schemas')?.toggleAttribute('hidden', view !== 'schemas');
  document.querySelector('.skip')?.setAttribute('href', `#${view}`);
  menu?.toggleAttribute('hidden', view !== 'main');
  for (const link of links) {
    if (link.hash === `#${view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  board?.show(view === 'activity');
  if (view === 'schemas') await showSchemas();
  const isFound = id !== '' && (await reveal(id, prepare));
  if (!isFound && view !== before) scrollTo(0, 0);
}

document.querySelector('.views')?.removeAttribute('hidden');
addEventListener('hashchange', showView);
showView();
