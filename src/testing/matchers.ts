/** Matchers for vitest and jest. */
import type { BodyCheck } from '../check/exchange.js';
import type { ContractViolation } from '../check/findings/violation.js';
import { createChecker, schemaNames, schemaValidator } from '../check/packaged.js';
import { countedLine, countViolations } from '../check/telling/count.js';
import { explain, inWords } from '../contract/judge/explain.js';
import { judgeValue } from '../contract/judge/value.js';
import { mostSimilar } from '../contract/similarity.js';
import { Utf8Reader } from '../http/bytes/utf8.js';
import { checkGlobals } from '../needed-globals.js';
import { isOfCaller } from './leaving.js';
import { violationMatchers } from './no-violations.js';
import { type ExpectedRequest, type OperationId, type PartialBody, receivedMatchers, type Verdict } from './received.js';

/** What the matchers add to `expect`. */
export interface ContractMatchers<R = void> {
  /**
   * The response, a standard `Response` that has not been read, is one that the contract has for the operation: status, media type,
   * and body or events. It can still be read afterwards.
   *
   * @param operationId such as `createVideo`
   * @throws TypeError for an operation that there is not, and for a response that has been read
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest'; // or /jest, once, in the set-up
   * import { expect } from 'vitest';
   *
   * const response = await fetch(url);
   * await expect(response).toMatchContract('listModels');
   * ```
   */
  toMatchContract(operationId: string): Promise<R>;
  /**
   * The value is an instance of a component schema.
   *
   * @param name such as `FileResponse`
   * @throws TypeError for a schema that there is not
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest';
   * import { expect } from 'vitest';
   *
   * expect({ id: 'file-1', object: 'file' }).toMatchSchema('FileResponse');
   * ```
   */
  toMatchSchema(name: string): R;
  /**
   * The mock received such a request, at least once; others may have come too. Retries of an SDK are requests like any other.
   *
   * @param operation operationId such as `createVideo`
   * @param body what the request body has to contain: members of objects, lists of the same length; any, if it is left out
   * @throws TypeError for an operation that there is not, and for what is no mock
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest';
   * import { createMock } from 'nexconn-contract/mock';
   * import { expect } from 'vitest';
   *
   * const mock = await createMock();
   * // … calls of the app …
   * expect(mock).toHaveReceived('createChatCompletion', { model: 'gpt-5' });
   * ```
   */
  toHaveReceived(operation: OperationId, body?: PartialBody): R;
  /**
   * The mock received so many of such requests, no more and no fewer.
   *
   * @param times how many
   * @param operation as for `toHaveReceived`
   * @param body as for `toHaveReceived`
   * @throws TypeError as `toHaveReceived`, and for a number of times that is not whole
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest';
   * import { createMock } from 'nexconn-contract/mock';
   * import { expect } from 'vitest';
   *
   * const mock = await createMock();
   * // … a call that is tried again …
   * expect(mock).toHaveReceivedTimes(3, 'createChatCompletion');
   * ```
   */
  toHaveReceivedTimes(times: number, operation: OperationId, body?: PartialBody): R;
  /**
   * The mock received these requests in this order; others may have come before, between and after them.
   *
   * @param requests operationIds, or operations with what the body has to contain
   * @throws TypeError as `toHaveReceived`
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest';
   * import { createMock } from 'nexconn-contract/mock';
   * import { expect } from 'vitest';
   *
   * const mock = await createMock();
   * // … calls of the app …
   * expect(mock).toHaveReceivedInOrder([{ operation: 'createVideo', body: { prompt: 'A cat' } }, 'getVideo']);
   * ```
   */
  toHaveReceivedInOrder(requests: readonly (OperationId | ExpectedRequest)[]): R;
  /**
   * All that went through a `fetch` of `contractFetch` is as the contract has it, also where an SDK kept to itself what was thrown. It fails too
   * where calls went through of which not one was checked.
   *
   * @throws TypeError for what is no fetch of `contractFetch`
   * @example
   * ```ts
   * import 'nexconn-contract/testing/vitest';
   * import { contractFetch } from 'nexconn-contract/testing';
   * import { expect } from 'vitest';
   *
   * const checked = contractFetch(fetch, { onViolation: 'collect' });
   * // … calls of the app …
   * expect(checked).toHaveNoViolations();
   * ```
   */
  toHaveNoViolations(): R;
}

const lines = (list: readonly string[]): string => list.map((line) => `\n  ${line}`).join('');

const verdict = (what: string, contradictions: readonly string[]): Verdict => ({
  pass: contradictions.length === 0,
  message: () => (contradictions.length === 0 ? `expected ${what} not to match` : `expected ${what} to match, but${lines(contradictions)}`),
});

/**
 * For `expect.extend`, where neither `nexconn-contract/testing/vitest` nor `/jest` fits.
 *
 * @example
 * ```ts
 * import { contractMatchers } from 'nexconn-contract/testing';
 * import { expect } from 'vitest';
 *
 * expect.extend(contractMatchers);
 * ```
 */
export const contractMatchers = {
  ...receivedMatchers,
  ...violationMatchers,

  async toMatchContract(received: unknown, operationId: string): Promise<Verdict> {
    checkGlobals('toMatchContract', ['Response']);
    if (!(received instanceof Response)) throw new TypeError(`toMatchContract takes a Response, got ${typeof received}`);
    if (received.bodyUsed || received.body?.locked)
      throw new TypeError('toMatchContract takes a Response that has not been read; pass response.clone()');
    const violations = await violationsOf(received, operationId);
    return verdict(`the response (${received.status}) as one of ${operationId}`, countViolations(violations).map(countedLine));
  },

  toMatchSchema(received: unknown, name: string): Verdict {
    const validate = schemaValidator(name);
    if (!validate) throw new TypeError(`no schema ${name} in the contract${suggestion(name, schemaNames())}`);
    const { errors, value } = judgeValue(validate, received);
    const violations = explain(errors, value, 'value');
    return verdict(
      `the value as ${name}`,
      countViolations(
        violations.map((violation) => ({
          ...violation,
          part: 'response',
          message: `${violation.pointer || 'the value'} ${inWords(violation)}`,
        })),
      ).map(countedLine),
    );
  },
};

async function violationsOf(response: Response, operationId: string): Promise<readonly ContractViolation[]> {
  const checker = createChecker();
  const exchange = checker.beginUnseen(operationId);
  if (!exchange) {
    const known = checker.parts.contract.operations.map(({ id }) => id);
    throw new TypeError(`no operation ${operationId} in the contract${suggestion(operationId, known)}`);
  }
  const check = exchange.response(response.status, (name) => response.headers.get(name));
  await readInto(check, response.clone());
  return exchange.violations;
}

/** A response that its caller left, or whose connection broke, is judged as far as it came. */
async function readInto(check: BodyCheck, { body }: Response): Promise<void> {
  const decoder = new Utf8Reader();
  const reader = body?.getReader();
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      check.write(decoder.decode(piece.value, { stream: true }), decoder.flaw);
  } catch (error) {
    if (isOfCaller(error)) return check.cancel();
  }
  check.write(decoder.decode(), decoder.flaw);
  check.end();
}

/** The known name that is most like a wrong one. */
function suggestion(name: string, known: readonly string[]): string {
  const like = mostSimilar(String(name), known, 0.4);
  return like === undefined ? '' : `; did you mean ${like}?`;
}
