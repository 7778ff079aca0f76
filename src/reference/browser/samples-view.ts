/** The samples of an operation: code of a call, in the language that was chosen last. */
import { type OperationSamples, type Sample, sampleText } from '../sample.js';
import { addressOf, serverAddress, serverInput } from './parts/address.js';
import { copy } from './parts/copy.js';
import { el } from './parts/dom.js';
import { loadPart, once } from './parts/load.js';

const loadSamples = once(async () => JSON.parse(await loadPart('samples.json')) as Record<string, OperationSamples>);

const storageKey = 'reference.sample';
const changed = 'reference:sample';

/** The choice, also where a page may store nothing. */
let choice: string | undefined;

function chosen(): string | undefined {
  try {
    choice ??= localStorage.getItem(storageKey) ?? undefined;
  } catch {}
  return choice;
}

/** All operations follow. */
function choose(id: string): void {
  choice = id;
  try {
    localStorage.setItem(storageKey, id);
  } catch {}
  dispatchEvent(new Event(changed));
}

/** @param gateway what samples speak to where no server is known */
export function samplesView(operationId: string, gateway: string | undefined): HTMLElement {
  const buttons = el('div', { className: 'languages', role: 'group', ariaLabel: 'Language of the sample' });
  const code = el('pre', { tabIndex: 0, ariaLabel: 'Sample' });
  const copyButton = el('button', { type: 'button' }, 'Copy');
  const note = el('p', { className: 'muted' }, 'Loading…');
  const view = el('details', { className: 'part samples', open: true }, el('summary', {}, 'Samples'), note);

  function show({ example, samples }: OperationSamples): void {
    const current = () => samples.find(({ id }) => id === chosen()) ?? (samples[0] as Sample);
    const update = () => {
      const sample = current();
      code.textContent = sampleText(sample, (serverAddress() === '' && gateway) || addressOf('/'));
      for (const button of buttons.children) button.setAttribute('aria-pressed', String(button.textContent === sample.title));
    };
    buttons.replaceChildren(
      ...samples.map(({ id, title }) => {
        const button = el('button', { type: 'button' }, title);
        button.onclick = () => choose(id);
        return button;
      }),
    );
    copyButton.onclick = () => copy(code.textContent ?? '', copyButton);
    addEventListener(changed, update);
    serverInput?.addEventListener('input', update);
    update();
    note.replaceChildren('Asks for ', el('code', {}, example), '; put your key in.');
    view.append(buttons, el('div', { className: 'code' }, code, copyButton), note);
  }
  loadSamples().then(
    (all) => {
      const own = all[operationId];
      if (own) show(own);
      else view.hidden = true;
    },
    (error) => {
      note.textContent = `The samples could not be loaded: ${error.message}`;
    },
  );
  return view;
}
