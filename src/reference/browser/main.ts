/** Brings the page to life: forms, the filter, links to operations, and the tab that shows what the mock is asked. */
import type { TryData } from '../try-data.js';
import { createActivity } from './activity/activity.js';
import { createForm } from './form.js';

const data: TryData = JSON.parse(document.querySelector('#data')?.textContent ?? '{}');
const sections = [...document.querySelectorAll<HTMLDetailsElement>('details.operation')];

const linkTo = ({ id }: Element) => document.querySelector<HTMLAnchorElement>(`#side a[href="#${CSS.escape(id)}"]`);

/** Readies an operation that has just been opened. */
function prepare(section: HTMLDetailsElement): void {
  document.querySelector('#side [aria-current]')?.removeAttribute('aria-current');
  linkTo(section)?.setAttribute('aria-current', 'true');
  const place = section.querySelector<HTMLElement>('.try');
  const operation = data.operations[section.id];
  if (place && operation && !place.hasChildNodes()) place.append(createForm(operation, data));
}

/** Opens the operation that the address names. */
function openNamed(): void {
  const section = sections.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
  if (!section) return;
  section.open = true;
  section.scrollIntoView();
  section.querySelector('summary')?.focus({ preventScroll: true });
}

for (const section of sections) {
  section.addEventListener('toggle', () => section.open && prepare(section));
}

document.querySelector<HTMLInputElement>('#filter')?.addEventListener('input', ({ target }) => {
  const words = (target as HTMLInputElement).value.toLowerCase().split(/\s+/);
  for (const section of sections) {
    const link = linkTo(section);
    const text = `${section.id} ${link?.title} ${link?.textContent}`.toLowerCase();
    section.hidden = !words.every((word) => text.includes(word));
    link?.parentElement?.toggleAttribute('hidden', section.hidden);
  }
  for (const group of document.querySelectorAll<HTMLElement>('#side section, main .group')) {
    group.hidden = !group.querySelector(':scope > ul > li:not([hidden]), :scope > .operation:not([hidden])');
  }
});

const menu = document.querySelector<HTMLButtonElement>('#menu');
const showMenu = (shown: boolean) => {
  document.body.classList.toggle('menu', shown);
  menu?.setAttribute('aria-expanded', String(shown));
};
menu?.addEventListener('click', () => showMenu(!document.body.classList.contains('menu')));
document.querySelector('#side')?.addEventListener('click', ({ target }) => (target as Element).closest('a') && showMenu(false));
addEventListener('keydown', ({ key }) => key === 'Escape' && showMenu(false));

const views = document.querySelectorAll<HTMLAnchorElement>('.views a');
const activity = document.querySelector<HTMLElement>('#activity');
const activityBoard = activity && createActivity(activity, data);

/** Shows the view that the address names; every address but one is of the reference. */
function showView(): void {
  const isActivity = location.hash === '#activity';
  document.querySelector('.layout')?.toggleAttribute('hidden', isActivity);
  document.querySelector('.skip')?.setAttribute('href', isActivity ? '#activity' : '#main');
  menu?.toggleAttribute('hidden', isActivity);
  for (const view of views) {
    if (isActivity === (view.hash === '#activity')) view.setAttribute('aria-current', 'page');
    else view.removeAttribute('aria-current');
  }
  activityBoard?.show(isActivity);
  if (!isActivity) openNamed();
}

document.querySelector('.views')?.removeAttribute('hidden');
addEventListener('hashchange', showView);
showView();
