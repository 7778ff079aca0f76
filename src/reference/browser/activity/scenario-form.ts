/** Adds a scenario while the mock runs. What is wrong with one is said in the mock's own words. */
import { session } from '../parts/address.js';
import { el, labelled, option } from '../parts/dom.js';
import { ask, Refused } from './control.js';

/** Something to begin with. */
const beginnings: Record<string, unknown> = {
  'a text': { when: { user: 'hello' }, answers: [{ text: 'Hello yourself.' }] },
  'a call of a tool, then a text': {
    when: { user: 'refund' },
    answers: [{ toolCalls: [{ name: 'get_order', arguments: { id: 42 } }] }, { text: 'Order 42 was paid.' }],
  },
  'an error, twice': { answers: [{ error: 429, times: 2 }] },
  'a stream that breaks': {
    when: { user: 'poem', stream: true },
    answers: [{ text: 'Roses are red, violets are blue.', fault: { kind: 'cut', afterEvents: 3 } }],
  },
};

function problemsOf(error: unknown): HTMLElement[] {
  const findings = error instanceof Refused ? error.findings : [];
  return [
    el('p', {}, (error as Error).message),
    ...(findings.length > 0 ? [el('ul', {}, ...findings.map((finding) => el('li', {}, finding)))] : []),
  ];
}

/** @param changed told when there is one more */
export function createScenarioForm(changed: () => void): HTMLElement {
  const names = Object.keys(beginnings);
  const chooser = el('select', {}, ...names.map((name) => option(name)));
  const area = el('textarea', { rows: 9, spellcheck: false, autocapitalize: 'off' });
  const problems = el('div', { className: 'failure', role: 'alert' });
  const done = el('p', { className: 'muted', role: 'status' });
  const form = el(
    'form',
    {},
    labelled('Begin with', chooser),
    labelled(`Scenario, as JSON${session === '' ? '' : `, for session ${session} only`}`, area),
    el('div', { className: 'actions' }, el('button', { type: 'submit', className: 'primary' }, 'Add')),
    problems,
    done,
  );
  const fill = () => {
    area.value = JSON.stringify(beginnings[chooser.value], null, 2);
  };
  chooser.onchange = fill;
  fill();
  form.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    problems.replaceChildren();
    done.textContent = '';
    try {
      const { name, warnings = [] }: { name: string; warnings?: string[] } = JSON.parse(
        await ask('scenarios', { method: 'POST', body: area.value }),
      );
      done.textContent = [`${name} is tried before all others.`, ...warnings].join(' ');
      changed();
    } catch (error) {
      problems.replaceChildren(...problemsOf(error));
    }
  };
  return form;
}
