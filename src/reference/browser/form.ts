/** The form of one operation: sends a request, and shows what comes. */
import type { TryData, TryOperation } from '../try-data.js';
import { followJob, jobId } from './job-view.js';
import { serverAddress, serverInput } from './parts/address.js';
import { showAnswer, showFailure } from './parts/answer-view.js';
import { copy } from './parts/copy.js';
import { el } from './parts/dom.js';
import { send, toCurl } from './parts/request.js';
import { createRequestEditor } from './request-editor.js';

/** Roles whose answer tells of one job that goes on. */
const goesOn = new Set(['create', 'remix', 'query']);

export function createForm(operation: TryOperation, { jobs }: TryData): HTMLElement {
  const job = operation.job && goesOn.has(operation.job.role) ? jobs[operation.job.name] : undefined;
  const { elements, draft } = createRequestEditor(operation, job);
  const sendButton = el('button', { type: 'submit', className: 'primary' }, 'Send');
  const stopButton = el('button', { type: 'button', hidden: true }, 'Stop');
  const copyButton = el('button', { type: 'button' }, 'Copy as curl');
  const answer = el('section', { className: 'answer', ariaLive: 'polite', ariaLabel: `Answer to ${operation.method} ${operation.path}` });
  const form = el('form', {}, ...elements, el('div', { className: 'actions' }, sendButton, stopButton, copyButton));

  /** Runs one piece of work, which the stop button ends. */
  const run = async (work: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    stopButton.onclick = () => controller.abort();
    sendButton.disabled = true;
    stopButton.hidden = false;
    await work(controller.signal).catch((error) => showFailure(error, answer));
    sendButton.disabled = false;
    stopButton.hidden = true;
  };

  const call = async (signal: AbortSignal) => {
    if (serverAddress() === '') {
      answer.replaceChildren(
        el('p', { className: 'failure', role: 'alert' }, 'Give the address of a server above, such as that of a mock.'),
      );
      serverInput?.focus();
      return;
    }
    const request = draft();
    const started = performance.now();
    const response = await send(request, signal);
    const body = await showAnswer({ response, milliseconds: performance.now() - started, protocol: operation.protocol }, answer);
    const id = job && response.ok ? jobId(job, body) : undefined;
    if (!job || id === undefined) return;
    // The preferences were for the creation.
    const { Prefer: _, ...headers } = request.headers;
    const follow = el('button', { type: 'button' }, 'Follow the job');
    follow.onclick = () => run((stop) => followJob(job, id, headers, answer, stop));
    answer.firstElementChild?.append(follow);
  };

  form.onsubmit = (event) => {
    event.preventDefault();
    run(call);
  };
  form.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  };
  copyButton.onclick = () => copy(toCurl(draft()), copyButton, 'Copy as curl');
  return el('div', {}, form, answer);
}
