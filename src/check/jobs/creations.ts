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

export const creationOf = ({ path, body, header }: ExpressionContext): Creation => ({
  asks: hashOf(JSON.stringify([path, body])),
  key: header('idempotency-key') ?? undefined,
});

/** The same request may be answered with the same job: it may have been sent again, or kept. */
export function givenAgain(before: Creation | undefined, now: Creation | undefined, pointer: string, id: string): Finding[] {
  if (!before || !now || before.asks === now.asks || (now.key !== undefined && now.key === before.key)) return [];
  return [
    findingOf({ part: 'job', in: 'body', pointer }, 'id', 'must differ from that of the job that another request was answered with', id),
  ];
}
