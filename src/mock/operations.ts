/** What the mock works out once per operation. */

import { type Credentials, compileSecurity, type KeyCarrier } from '../contract/authentication.js';
import { type ChooseExample, createExampleChoice } from '../contract/example-choice.js';
import { compileCondition, type Evaluate } from '../contract/expression.js';
import { compileIdTemplate } from '../contract/id-template.js';
import { type RequestValidators, requestValidatorsOf } from '../contract/judge-request.js';
import { getAt } from '../contract/pointer.js';
import type { OwnedField, PreparedContract, PreparedOperation } from '../contract/prepared.js';
import type { Validate } from '../contract/validate.js';
import { protocols } from '../protocols/index.js';
import type { Protocol } from '../protocols/protocol.js';
import { compileOwnedFields, type Filling } from './owned-fields.js';

export interface MockOperation {
  prepared: PreparedOperation;
  /** For the router. */
  method: string;
  path: string;
  validators: RequestValidators;
  choose: ChooseExample;
  /** Whether the request asks for a stream. */
  wantsStream: Evaluate<boolean>;
  /** Whether the answer to a request that wants no stream is the list of what the stream would have carried. */
  listsEvents: boolean;
  protocol: Protocol | undefined;
  credentials: (request: KeyCarrier) => Credentials;
  fillBody: (body: unknown, filling: Filling) => void;
  fillEvent: (event: unknown, filling: Filling) => void;
  /** Declared response headers of an answer. */
  headers: (status: number, body: unknown, now: number) => Record<string, string>;
}

export function prepareOperation(
  prepared: PreparedOperation,
  contract: PreparedContract,
  validators: Readonly<Record<string, Validate>>,
): MockOperation {
  const components = Object.entries(prepared.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, response]) => response.components);
  const owned = (names: readonly string[]): Record<string, OwnedField> =>
    Object.assign({}, ...names.map((name) => contract.ownedFields[name]));
  return {
    prepared,
    method: prepared.method,
    path: prepared.path,
    validators: requestValidatorsOf(prepared.id, validators),
    choose: createExampleChoice(prepared),
    wantsStream: prepared.stream ? compileCondition(prepared.stream.when) : () => false,
    listsEvents: prepared.stream !== undefined && prepared.examples.some(({ body }) => Array.isArray(body)),
    protocol: prepared.protocol === undefined ? undefined : protocols[prepared.protocol],
    credentials: compileSecurity(prepared, contract.securitySchemes),
    fillBody: compileOwnedFields(owned(components)),
    fillEvent: compileOwnedFields(owned(prepared.stream ? [prepared.stream.event] : [])),
    headers: prepareHeaders(prepared, contract),
  };
}

/** Declared headers with their example values; those that hold an id get that of the answer, or a fresh one. */
function prepareHeaders(prepared: PreparedOperation, contract: PreparedContract): MockOperation['headers'] {
  const byStatus = new Map(
    Object.entries(prepared.responses).map(([status, { headers }]) => [
      status,
      Object.entries(headers).map(([name, value]) => {
        const owned = contract.ownedHeaders[name];
        if (!owned) return [name, () => value] as const;
        const template = compileIdTemplate(owned.id);
        return [
          name,
          (body: unknown, now: number) => {
            const id = owned.answer === undefined ? undefined : getAt(body, owned.answer);
            return typeof id === 'string' ? id : template.format({ user: 'mock', time: now });
          },
        ] as const;
      }),
    ]),
  );
  return (status, body, now) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of byStatus.get(String(status)) ?? byStatus.get('default') ?? []) headers[name] = value(body, now);
    return headers;
  };
}
