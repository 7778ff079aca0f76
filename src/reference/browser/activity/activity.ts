/** The tab that shows what the mock does while it runs: its journal, its scenarios, and what of the contract was used. */
import type { JournalBrief } from '../../../journal/view.js';
import type { TryData } from '../../try-data.js';
import { session } from '../parts/address.js';
import { el, labelled } from '../parts/dom.js';
import { ask } from './control.js';
import { createCoverage } from './coverage.js';
import { createEntry } from './entry.js';
import { createRows } from './rows.js';
import { createScenarioForm } from './scenario-form.js';
import { createScenarios } from './scenarios.js';
import { createWatch } from './watch.js';

/** Entries that are shown. */
const most = 100;

const board = (title: string, ...children: HTMLElement[]): HTMLElement =>
  el('section', { className: 'board', ariaLabel: title }, el('h2', {}, title), ...children);

/** Says which session the page is about; another one is another page. */
function sessionChooser(): HTMLElement {
  const input = el('input', { type: 'search', value: session, placeholder: 'all', autocomplete: 'off', spellcheck: false });
  input.onchange = () => {
    const { pathname, hash } = location;
    const name = input.value;
    location.assign(pathname.replace(/__session\/[^/]+\/$/, '') + (name === '' ? '' : `?session=${encodeURIComponent(name)}`) + hash);
  };
  return labelled('Session', input);
}

export function createActivity(into: HTMLElement, data: TryData): { show(isShown: boolean): void } {
  const state = el('p', { className: 'muted', role: 'status' });
  const problem = el('p', { className: 'failure', role: 'alert' });
  const entries = el('div', { className: 'entries' });
  const scenarios = createScenarios(() => watch.now());
  const coverage = createCoverage();
  const showEntries = createRows<JournalBrief>(
    entries,
    ({ id }) => String(id),
    () => createEntry(data, () => watch.now()),
  );
  let last: string | undefined;

  async function look(): Promise<void> {
    try {
      const text = await ask(`requests?brief=true&limit=${most}`);
      // Coverage follows from the requests.
      if (text !== last) await coverage.look();
      await scenarios.look();
      const journal: JournalBrief[] = JSON.parse(text);
      if (text !== last) showEntries(journal.toReversed());
      last = text;
      state.textContent =
        journal.length === 0
          ? 'No requests yet.'
          : journal.length < most
            ? `${journal.length} ${journal.length === 1 ? 'request' : 'requests'}, the newest first.`
            : `The newest ${most} requests, the newest first.`;
      problem.textContent = '';
    } catch (error) {
      problem.textContent = `The mock does not tell: ${(error as Error).message}. Asking again.`;
      throw error;
    }
  }

  const watch = createWatch(look);
  into.append(
    el(
      'header',
      {},
      el('h1', {}, 'Activity'),
      el('p', { className: 'lead' }, 'What the mock is asked, while it is asked, and what it answers with.'),
    ),
    problem,
    el(
      'div',
      { className: 'boards' },
      board('Journal', sessionChooser(), state, entries),
      el(
        'div',
        {},
        board(
          'Scenarios',
          scenarios.element,
          el(
            'details',
            { className: 'part', open: true },
            el('summary', {}, 'Add one'),
            createScenarioForm(() => watch.now()),
          ),
        ),
        board('Coverage', coverage.element),
      ),
    ),
  );
  return {
    show(isShown) {
      into.hidden = !isShown;
      watch.show(isShown);
    },
  };
}
