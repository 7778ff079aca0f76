/** What the mock works out once per operation, when it is first called: most users of a mock call few operations. */
import { type JudgedOperation, judgedOperation } from '../../contract/judge/operation.js';
import type { Validate } from '../../contract/judge/validate.js';
import type { OwnedField } from '../../contract/prepared/owned-field.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../contract/prepared.js';
import { protocols } from '../../protocols/index.js';
import type { Protocol } from '../../protocols/parts/protocol.js';
import {
  type DocumentedConversations,
  documentedConversations,
  type ThinksUnasked,
  thinksUnasked,
} from '../answer/documented-conversations.js';
import { compileResponseHeaders, type ResponseHeaders } from '../answer/headers.js';
import { type AnswerFields, KnownAnswer } from '../answer/known-answer.js';
import { compileOwnedFields } from '../answer/owned-fields.js';

export interface MockOperation extends JudgedOperation {
  /** Whether the answer to a request that wants no stream is the list of what the stream would have carried. */
  listsEvents: () => boolean;
  protocol: Protocol | undefined;
  /** Absent where the operation has no chat protocol. */
  documentedConversations: DocumentedConversations | undefined;
  thinksUnasked: ThinksUnasked | undefined;
  /** Fields of its answers that the server makes up. */
  ownedFields: AnswerFields;
  documented: (example: PreparedExample) => KnownAnswer;
  headers: ResponseHeaders;
}

export function operationsOf(
  contract: PreparedContract,
  validators: Readonly<Record<string, Validate>>,
): (prepared: PreparedOperation) => MockOperation {
  const known = new Map<PreparedOperation, MockOperation>();
  return (prepared) => {
    let operation = known.get(prepared);
    if (!operation) {
      operation = prepareOperation(prepared, contract, validators);
      known.set(prepared, operation);
    }
    return operation;
  };
}

function prepareOperation(
  prepared: PreparedOperation,
  contract: PreparedContract,
  validators: Readonly<Record<string, Validate>>,
): MockOperation {
  const components = Object.entries(prepared.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, response]) => response.components);
  const owned = (names: readonly string[]): Record<string, OwnedField> =>
    Object.assign({}, ...names.map((name) => contract.ownedFields[name]));
  const protocol = prepared.protocol === undefined ? undefined : protocols[prepared.protocol];
  // Asked for once the examples are there, which may be later than their operation is.
  let listed: boolean | undefined;
  const listsEvents = () => {
    listed ??= prepared.stream !== undefined && prepared.examples.some(({ body }) => Array.isArray(body));
    return listed;
  };
  const ownedFields = {
    body: compileOwnedFields(owned(components)),
    event: compileOwnedFields(owned(prepared.stream ? [prepared.stream.event] : [])),
  };
  const known = new WeakMap<PreparedExample, KnownAnswer>();
  const documented = (example: PreparedExample) => {
    let answer = known.get(example);
    if (!answer) {
      answer = new KnownAnswer(example, protocol, listsEvents(), ownedFields);
      known.set(example, answer);
    }
    return answer;
  };
  return {
    ...judgedOperation(prepared, contract, validators),
    listsEvents,
    protocol,
    documentedConversations: protocol && documentedConversations(protocol, () => prepared.examples),
    ownedFields,
    thinksUnasked:
      protocol &&
      thinksUnasked(
        protocol,
        () => prepared.examples,
        (example) => documented(example).parts,
      ),
    documented,
    headers: compileResponseHeaders(prepared, contract),
  };
}
