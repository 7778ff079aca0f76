/** One entry of the journal: a line, which opens to all that is known of it, and can be sent again. */
import type { JournalEntry } from '../../../journal/journal.js';
import type { JournalBrief } from '../../../journal/view.js';
import type { StreamFault } from '../../../options/preferences.js';
import type { TryData } from '../../try-data.js';
import { headersView, showAnswer, showFailure, statusBadge } from '../parts/answer-view.js';
import { el } from '../parts/dom.js';
import { jsonView, textView } from '../parts/json-view.js';
import { apiKey, send } from '../parts/request.js';
import { ask } from './control.js';
import { draftOf, lacksBody } from './draft.js';
import type { Row } from './rows.js';

/** Members that the line shows, and those that are shown at a place of their own. */
const elsewhere = new Set([
  'id',
  'time',
  'method',
  'path',
  'operation',
  'status',
  'duration',
  'events',
  'fault',
  'aborted',
  'violations',
  'warnings',
  'requestHeaders',
  'requestBody',
]);

const timeOf = (time: number): string => new Date(time).toLocaleTimeString('en-GB');

const inMilliseconds = (duration: number): string => `${duration < 10 ? duration.toFixed(1) : duration.toFixed(0)} ms`;

/** How a stream ended, in words; `undefined` for what is no stream, and for one that goes on. */
function endOf({ events, duration, aborted, fault }: JournalBrief): string | undefined {
  if (events === undefined) return undefined;
  const how = aborted ? 'the caller left' : fault === undefined ? 'complete' : faultTexts[fault];
  return `${counted(events, 'event')} in ${inMilliseconds(duration)}: ${how}`;
}

const faultTexts: Record<StreamFault, string> = {
  error: 'an error was reported in it',
  cut: 'the connection broke',
  stall: 'nothing more came',
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function lineOf(entry: JournalBrief): HTMLElement[] {
  const {
    time,
    method,
    path,
    operation,
    session,
    scenario,
    recording,
    status,
    open,
    duration,
    events,
    fault,
    aborted,
    violations,
    warnings,
  } = entry;
  const chips = [
    ...(session ? [el('span', { className: 'chip' }, `session ${session}`)] : []),
    ...(scenario === undefined ? [] : [el('span', { className: 'chip own' }, `scenario ${scenario}`)]),
    ...(recording === undefined ? [] : [el('span', { className: 'chip own' }, `recording ${recording}`)]),
    ...(events === undefined ? [] : [el('span', { className: 'chip' }, counted(events, 'event'))]),
    ...(fault === undefined ? [] : [el('span', { className: 'chip bad' }, `fault ${fault}`)]),
    ...(aborted ? [el('span', { className: 'chip odd' }, 'aborted')] : []),
    ...(violations.length > 0 ? [el('span', { className: 'chip bad' }, counted(violations.length, 'violation'))] : []),
    ...(warnings.length > 0 ? [el('span', { className: 'chip odd' }, counted(warnings.length, 'warning'))] : []),
  ];
  return [
    el('time', {}, timeOf(time)),
    el('span', { className: `method ${method.toLowerCase()}` }, method),
    el('span', { className: 'title' }, el('code', { className: 'path' }, path), el('span', {}, operation ?? 'no operation'), ...chips),
    el('span', { className: 'duration' }, open ? 'open' : inMilliseconds(duration)),
    status === 0 ? el('span', { className: 'status' }, '…') : statusBadge(status),
  ];
}

function findingsView(title: string, findings: readonly { in: string; pointer: string; message: string }[]): HTMLElement | undefined {
  if (findings.length === 0) return undefined;
  const rows = findings.map(({ in: place, pointer, message }) => el('li', {}, el('code', {}, place + pointer), ' ', message));
  return el('div', { className: 'findings' }, el('h3', {}, title), el('ul', {}, ...rows));
}

function factsView(entry: JournalEntry): HTMLElement {
  const facts = Object.entries(entry).filter(([name, value]) => !elsewhere.has(name) && value !== '' && value !== undefined);
  const rows = facts.flatMap(([name, value]) => [
    el('dt', {}, name),
    el('dd', {}, typeof value === 'object' ? JSON.stringify(value) : String(value)),
  ]);
  return el('dl', { className: 'headers' }, ...rows);
}

function bodyView({ requestBody }: JournalEntry): HTMLElement | undefined {
  if (requestBody === undefined) return undefined;
  return typeof requestBody === 'string' ? textView(requestBody) : jsonView(requestBody);
}

/** @param changed told when the journal is about to grow */
export function createEntry({ operations }: TryData, changed: () => void): Row<JournalBrief> {
  const line = el('summary');
  const facts = el('div');
  const answer = el('section', { className: 'answer', ariaLive: 'polite', ariaLabel: 'Answer' });
  const again = el('button', { type: 'button', disabled: true }, 'Send again');
  const stop = el('button', { type: 'button', hidden: true }, 'Stop');
  const element = el(
    'details',
    { className: 'entry' },
    line,
    el('div', { className: 'inside-entry' }, facts, el('div', { className: 'actions' }, again, stop), answer),
  );
  let brief: JournalBrief;
  let full: JournalEntry | undefined;

  async function load(): Promise<void> {
    const { id } = brief;
    answer.ariaLabel = `Answer to request ${id} when it is sent again`;
    try {
      [full] = JSON.parse(await ask(`requests?id=${id}`));
    } catch (error) {
      facts.replaceChildren(el('p', { className: 'failure' }, (error as Error).message));
      return;
    }
    if (!full) {
      facts.replaceChildren(el('p', { className: 'muted' }, 'The journal has let go of it.'));
      return;
    }
    const isGone = lacksBody(full) && !full.open;
    // While the response is not there, the journal may not have the body yet; calls of the mock's own are for others.
    again.disabled = isGone || full.status === 0;
    again.hidden = full.callback !== undefined;
    const end = endOf(full);
    const parts = [
      end !== undefined && el('p', { className: 'stream-end' }, el('b', {}, 'Stream'), ` ${end}.`),
      findingsView('Violations', full.violations),
      findingsView('Warnings', full.warnings),
      factsView(full),
      headersView('Request headers', Object.entries(full.requestHeaders)),
      bodyView(full),
      isGone &&
        el(
          'p',
          { className: 'muted' },
          'The journal does not have the body of the request: it was not read, or there was no room left for it.',
        ),
    ];
    facts.replaceChildren(...parts.filter((part) => part instanceof HTMLElement));
  }

  async function sendAgain(entry: JournalEntry): Promise<void> {
    const controller = new AbortController();
    stop.onclick = () => controller.abort();
    again.disabled = true;
    stop.hidden = false;
    answer.replaceChildren();
    try {
      const started = performance.now();
      const response = await send(draftOf(entry, apiKey()), controller.signal);
      changed();
      const protocol = operations[entry.operation ?? '']?.protocol;
      await showAnswer({ response, milliseconds: performance.now() - started, protocol }, answer);
    } catch (error) {
      showFailure(error, answer);
    }
    again.disabled = false;
    stop.hidden = true;
    changed();
  }

  element.addEventListener('toggle', () => element.open && load());
  again.onclick = () => full && sendAgain(full);
  return {
    element,
    show(entry) {
      brief = entry;
      line.replaceChildren(...lineOf(entry));
      if (element.open) load();
    },
  };
}
