/** A job that is made of another: it is one of its own, names the other, and has of it what the family says. */
import { compileExpression, type ExpressionContext } from '../../contract/expression.js';
import { isFilled } from '../../contract/judge/filled.js';
import { getAt } from '../../contract/pointer.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import { type Finding, findingOf } from '../findings/violation.js';
import type { JobPromises } from './promises.js';
import { wordOf } from './word-of.js';

/** The job that another is made of, as far as it is known. */
interface Source extends Pick<JobPromises, 'repeated'> {
  state: string;
  /** Its model. */
  told: string | undefined;
}

/** The id of the job that a request makes another of. */
export const sourceOf = ({ remix }: TaskFamily, request: ExpressionContext | undefined) =>
  remix && request && compileExpression(remix.source)(request);

/** What is known of the new job, with what it has of the other. */
export function inherited(
  { remix }: TaskFamily,
  asked: JobPromises,
  { repeated = {}, told }: Source,
): JobPromises & { told?: string | undefined } {
  const inherit = remix?.inherit ?? [];
  const own = Object.entries(repeated).filter(([pointer]) => inherit.includes(pointer));
  return { ...asked, repeated: { ...Object.fromEntries(own), ...asked.repeated }, ...(inherit.includes('/model') && { told }) };
}

/** What is wrong with the answer that tells of the new job. */
export function sourceFindings(
  family: TaskFamily,
  { request, body, status }: { request?: ExpressionContext | undefined; body: unknown; status: number },
  id: string,
  source: Source | undefined,
): Finding[] {
  const { remix, states, lifetime, echo = {} } = family;
  const { at } = family.id;
  const sourceId = sourceOf(family, request);
  if (sourceId === undefined) return [];
  if (sourceId === id)
    return [findingOf({ part: 'job', in: 'body', pointer: at }, 'id', 'must be another than that of the job that is remixed', id)];
  const unnamed = Object.keys(echo).flatMap((pointer) => {
    if (echo[pointer] !== remix?.source || isFilled(body, pointer)) return [];
    const expected = `must be the job that is remixed, ${JSON.stringify(sourceId)}`;
    return [findingOf({ part: 'job', in: 'body', pointer }, 'echo', expected, getAt(body, pointer))];
  });
  if (!source || states[source.state]?.outcome !== 'failure' || source.state === lifetime?.then) return unnamed;
  const expected = `must be that of a refusal: the job that is remixed was ${wordOf(family, source.state)}`;
  return [...unnamed, findingOf({ part: 'job', in: 'status' }, 'order', expected, status)];
}
