/** What requests of an operation are judged by, worked out once: by the mock that answers them, and by the check of those that pass. */
import { type Credentials, compileSecurity, type KeyCarrier } from '../authentication.js';
import { type ChooseExample, createExampleChoice } from '../examples/choice.js';
import { compileCondition, type Evaluate } from '../expression.js';
import type { PreparedContract, PreparedOperation } from '../prepared.js';
import { type RequestValidators, requestValidatorsOf } from './request.js';
import type { Validate } from './validate.js';

export interface JudgedOperation {
  prepared: PreparedOperation;
  validators: RequestValidators;
  credentials: (request: KeyCarrier) => Credentials;
  /** Whether the request asks for a stream. */
  wantsStream: Evaluate<boolean>;
  choose: ChooseExample;
}

export const judgedOperation = (
  prepared: PreparedOperation,
  { securitySchemes, models }: Pick<PreparedContract, 'securitySchemes' | 'models'>,
  validators: Readonly<Record<string, Validate>>,
): JudgedOperation => {
  let choose: ChooseExample | undefined;
  return {
    prepared,
    validators: requestValidatorsOf(prepared.id, validators),
    credentials: compileSecurity(prepared, securitySchemes),
    wantsStream: prepared.stream ? compileCondition(prepared.stream.when) : () => false,
    // A request may be judged before the examples are there, and one that is refused is like none of them.
    choose(request) {
      choose ??= createExampleChoice(prepared, models);
      return choose(request);
    },
  };
};
