/** The request of a form: chosen among the examples, then changed. */
import type { TryExample, TryJob, TryOperation } from '../try-data.js';
import { el, labelled, option } from './parts/dom.js';
import { apiKey, type Draft, fillPath } from './parts/request.js';
import { preferences } from './preferences.js';

export interface RequestEditor {
  elements: HTMLElement[];
  /** The request as it stands. */
  draft(): Draft;
}

const rowsOf = (text: string): number => Math.min(24, Math.max(4, text.split('\n').length + 1));

/** Value that an example has for a parameter. */
function exampleValue({ request }: TryExample, place: string, name: string): string {
  const values: Record<string, unknown> = { path: request.path, query: request.query, header: request.headers }[place] ?? {};
  return String(values[name] ?? '');
}

/** An editor of JSON that tells whether it is JSON. */
function jsonEditor(): { elements: HTMLElement[]; read(): string; write(value: unknown): void } {
  const area = el('textarea', { spellcheck: false, autocapitalize: 'off' });
  const problem = el('p', { className: 'failure', role: 'status' });
  const check = () => {
    try {
      JSON.parse(area.value);
      problem.textContent = '';
    } catch (error) {
      problem.textContent = `The body is not JSON: ${(error as Error).message}`;
    }
  };
  area.oninput = check;
  return {
    elements: [labelled('Body', area), problem],
    read: () => area.value,
    write(value) {
      area.value = JSON.stringify(value, null, 2);
      area.rows = rowsOf(area.value);
      check();
    },
  };
}

export function createRequestEditor(operation: TryOperation, job: TryJob | undefined): RequestEditor {
  const { method, path, hasBody, parameters } = operation;
  // Requests whose documented answer is an error are asked for by `Prefer`.
  const examples = operation.examples.filter(({ status }) => status < 400);
  const titles = examples.map(({ name, summary }) => (summary ? `${summary} — ${name}` : name));
  const chooser = el('select', {}, ...titles.map((title, index) => option(String(index), title)));
  const inputs = parameters.map((parameter) => ({
    ...parameter,
    input: el('input', { required: parameter.required, autocomplete: 'off', spellcheck: false }),
  }));
  const body = jsonEditor();
  const preferred = preferences(operation, job);

  const fill = () => {
    const example = examples[Number(chooser.value)];
    if (!example) return;
    for (const { name, in: place, input } of inputs) input.value = exampleValue(example, place, name);
    body.write(example.request.body ?? {});
  };
  const given = (place: string): Record<string, string> =>
    Object.fromEntries(inputs.filter((one) => one.in === place && one.input.value !== '').map(({ name, input }) => [name, input.value]));
  chooser.onchange = fill;
  fill();

  const fields = inputs.map(({ name, in: place, description, input }) =>
    labelled(place === 'path' ? name : `${name} (${place})`, input, description),
  );
  return {
    elements: [
      ...(examples.length > 1 ? [labelled('Request', chooser)] : []),
      ...(fields.length > 0 ? [el('div', { className: 'grid' }, ...fields)] : []),
      ...(hasBody ? body.elements : []),
      preferred.element,
    ],
    draft() {
      const query = new URLSearchParams(given('query'));
      const prefer = preferred.read();
      return {
        method,
        path: fillPath(path, given('path')) + (query.size > 0 ? `?${query}` : ''),
        headers: {
          ...(apiKey() && { Authorization: `Bearer ${apiKey()}` }),
          ...(hasBody && { 'Content-Type': 'application/json' }),
          ...given('header'),
          ...(prefer && { Prefer: prefer }),
        },
        body: hasBody ? body.read() : undefined,
      };
    },
  };
}
