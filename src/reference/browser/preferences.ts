/** The part of the form that makes the `Prefer` header: what the mock is to do. */
import { preferenceTexts } from '../../options/preference-texts.js';
import { preferences as all, type Preference, type PreferenceName } from '../../options/preferences.js';
import type { TryJob, TryOperation } from '../try-data.js';
import { el, labelled, option } from './parts/dom.js';

export interface Preferences {
  element: HTMLElement;
  /** Value of the header; empty when nothing is preferred. */
  read(): string;
}

const list: Readonly<Record<PreferenceName, Preference>> = all;

export function preferences({ statuses, streams, examples, job }: TryOperation, jobs: TryJob | undefined): Preferences {
  const controls = new Map<string, HTMLInputElement | HTMLSelectElement>();
  const choice = (name: PreferenceName, first: string, values: string[]) => {
    controls.set(name, el('select', {}, option('', first), ...values.map((value) => option(value))));
  };
  const number = (name: PreferenceName) => {
    const { unit = '' } = list[name].kind;
    controls.set(name, el('input', { type: 'number', min: '0', placeholder: unit, title: preferenceTexts[name].effect }));
  };
  choice('code', 'as it comes', statuses);
  choice(
    'example',
    'the one that fits',
    examples.map(({ name }) => name),
  );
  number('latency-ms');
  if (jobs && (job?.role === 'create' || job?.role === 'remix')) {
    choice('task', 'ends well', jobs.ends);
    number('task-seconds');
  }
  if (streams) {
    number('first-event-ms');
    number('events-per-second');
    choice('stream-fault', 'none', ['error@3', 'cut@3', 'stall@3']);
    number('chunks');
  }
  const preview = el('code', { className: 'preview' });
  const read = () =>
    [...controls]
      .filter(([, { value }]) => value !== '')
      .map(([name, { value }]) => `${name}=${value}`)
      .join(', ');
  const element = el(
    'details',
    { className: 'part' },
    el('summary', {}, 'Mock behaviour ', preview),
    el('div', { className: 'grid' }, ...[...controls].map(([name, control]) => labelled(name, control))),
  );
  element.addEventListener('input', () => {
    const header = read();
    preview.textContent = header && `Prefer: ${header}`;
  });
  return { element, read };
}
