/** Responses as they are written: what HTTP cannot carry is no response at all, whatever a contract says. */

import { formatPointer } from '../../contract/pointer.js';
import { hasNoBody, isCarried } from '../carried-header.js';
import type { Answer, Scenario } from '../scenario.js';
import type { Found } from './finding.js';

export const checkResponses = ({ answers }: Scenario): Found[] =>
  answers.flatMap((answer, index) => {
    if (typeof answer === 'function' || !('response' in answer)) return [];
    return [...headersOf(answer), ...bodyOf(answer)].map(({ pointer, ...found }) => ({
      ...found,
      pointer: `/answers/${index}/response${pointer}`,
    }));
  });

type Written = Extract<Answer, { response: unknown }>;

const headersOf = ({ response: { headers = {} } }: Written): Found[] =>
  Object.entries(headers).flatMap(([name, value]): Found[] => {
    const pointer = `/headers${formatPointer([name])}`;
    if (!isCarried(name, '')) return [{ pointer, atName: true, message: 'is no name of a header, which has letters, digits and - only' }];
    // What an expression stands for is seen when it is given.
    if (value.includes('{$') || isCarried(name, value)) return [];
    return [{ pointer, message: 'has line breaks, or characters that no header carries; encode them, as with %' }];
  });

function bodyOf({ response: { status = 200, ...response } }: Written): Found[] {
  const kind = (['body', 'text', 'events'] as const).find((name) => response[name] !== undefined);
  if (kind === undefined || !hasNoBody(status)) return [];
  return [{ pointer: `/${kind}`, atName: true, message: `a response with the status ${status} has no body; leave ${kind} out` }];
}
