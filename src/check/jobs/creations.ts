/** An id is given once: who asks for something else gets a job of its own. */
import { hashOf } from '../../contract/chance/random.js';
import type { ExpressionContext } from '../../contract/expression.js';
import { type Finding, findingOf } from '../findings/violation.js';

/** The creation that a job is the answer to. */
export interface Creation {
  /** Tells what it asks for from anything else. */
  asks: number;
  /** By which a server knows that a request comes again (IETF, The Idempotency-Key HTTP Header Field). */
  key: string | undefined;
}

/** Characters of a text that is looked at as a whole: of pictures, which may have millions, the ends and the length tell enough. */
const short = 200;

const inShort = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > short ? [value.length, value.slice(0, short / 2), value.slice(-short / 2)] : value;

export const creationOf = ({ path, body, header }: ExpressionContext): Creation => ({
  asks: hashOf(JSON.stringify([path, body], inShort)),
  key: header('idempotency-key') ?? undefined,
});

/** The same request may be answered with the same job: it may have been sent again, or kept. */
export function givenAgain(before: Creation | undefined, now: Creation | undefined, pointer: string, id: string): Finding[] {
  if (!before || !now || before.asks === now.asks || (now.key !== undefined && now.key === before.key)) return [];
  return [
    findingOf({ part: 'job', in: 'body', pointer }, 'id', 'must differ from that of the job that another request was answered with', id),
  ];
}
