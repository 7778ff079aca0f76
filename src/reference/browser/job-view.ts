/** Follows a job from its creation to its end. */
import { getAt } from '../../contract/pointer.js';
import type { TryJob, TryJobCall } from '../try-data.js';
import { showAnswer } from './parts/answer-view.js';
import { el } from './parts/dom.js';
import { fillPath, send } from './parts/request.js';

/** Milliseconds between two looks. */
const interval = 400;

/** Waits, unless it is stopped. */
const wait = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, interval);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Id of the job that an answer tells of. */
export function jobId(job: TryJob, body: unknown): string | undefined {
  const id = getAt(body, job.id);
  return typeof id === 'string' ? id : undefined;
}

/** Asks for the job until it has ended, then for its result where that is a call of its own. */
export async function followJob(
  job: TryJob,
  id: string,
  headers: Record<string, string>,
  into: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const states = el('ol', { className: 'states' });
  const answer = el('div', {});
  into.replaceChildren(states, answer);
  const call = async (asked: TryJobCall | undefined) => {
    if (!asked) return undefined;
    const started = performance.now();
    const response = await send({ method: 'GET', path: fillPath(asked.path, { [asked.parameter]: id }), headers, body: undefined }, signal);
    return showAnswer({ response, milliseconds: performance.now() - started }, answer);
  };
  let last: unknown;
  while (!signal.aborted) {
    const state = getAt(await call(job.query), job.state);
    if (state === undefined) return;
    if (state !== last) states.append(el('li', { className: job.final.includes(String(state)) ? 'final' : '' }, String(state)));
    last = state;
    if (job.final.includes(String(state))) break;
    await wait(signal);
  }
  if (!signal.aborted) await call(job.result);
}
