/** Shows an answer: status, headers, body, and the media in it. */
import { el } from './dom.js';
import { jsonView, textView } from './json-view.js';
import { mediaView } from './media-view.js';
import { showStream } from './stream-view.js';

export const statusBadge = (status: number, text = ''): HTMLElement =>
  el('span', { className: `status s${String(status)[0]}` }, `${status} ${text}`.trim());

export function headersView(title: string, headers: readonly [name: string, value: string][]): HTMLElement {
  const rows = headers.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]);
  return el('details', { className: 'part' }, el('summary', {}, title), el('dl', { className: 'headers' }, ...rows));
}

export interface Arrived {
  response: Response;
  /** Until the headers were there. */
  milliseconds: number;
  /** How a stream is to be read. */
  protocol?: string | undefined;
}

/** @returns the body of a JSON answer */
export async function showAnswer({ response, milliseconds, protocol }: Arrived, into: HTMLElement): Promise<unknown> {
  const facts = ['x-mock-example', 'x-mock-violations'].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [el('span', {}, `${name.slice('x-mock-'.length).replace(/s$/, '')} `, el('code', {}, value))];
  });
  into.replaceChildren(
    el(
      'p',
      { className: 'facts' },
      statusBadge(response.status, response.statusText),
      el('span', {}, `${milliseconds.toFixed(0)} ms`),
      ...facts,
    ),
    headersView('Headers', [...response.headers]),
  );
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream') && response.body) {
    await showStream(response.body, protocol, into);
    return undefined;
  }
  const text = await response.text();
  try {
    const value = JSON.parse(text);
    into.append(...[mediaView(value), jsonView(value)].filter((view) => view !== undefined));
    return value;
  } catch {
    if (text) into.append(textView(text));
    return undefined;
  }
}

export const showFailure = (error: unknown, into: HTMLElement): void =>
  into.append(
    el(
      'p',
      { className: 'failure', role: 'alert' },
      (error as Error).name === 'AbortError' ? 'Stopped.' : `The connection broke: ${(error as Error).message}`,
    ),
  );
