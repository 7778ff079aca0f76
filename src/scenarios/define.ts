/** Scenarios in TypeScript, held to the names of the contract while they are written. */
import type { ExampleNames, JobEnd, KnownModel, ProtocolName } from '../../generated/scenario-names.js';
import type { operations } from '../../generated/types.js';
import type { Json } from '../contract/prepared.js';
import type {
  ContentAnswer,
  Delivery,
  ErrorAnswer,
  ExampleAnswer,
  JobAnswer,
  MadeAnswer,
  MediaAnswer,
  PartContent,
  PassThroughAnswer,
  ResponseAnswer,
  Scenario,
  When,
} from './scenario.js';

type OperationId = keyof operations;

/** Editors suggest these; any other is as good. */
type Open<Known extends string | number> = Known | (Known extends number ? number & {} : string & {});

/** Whether no operation is named. */
type IsAny<Id extends OperationId> = [OperationId] extends [Id] ? true : false;

type Responses<Id extends OperationId> = operations[Id]['responses'];
type StatusOf<Id extends OperationId> = Id extends OperationId ? Extract<keyof Responses<Id>, number> : never;
type BodyOf<Id extends OperationId, Status> = Id extends OperationId
  ? Status extends keyof Responses<Id>
    ? Responses<Id>[Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : never
    : never
  : never;

type Written<Id extends OperationId, Status, Named> = Omit<ResponseAnswer['response'], 'status' | 'body'> &
  Named & { body?: BodyOf<Id, Status> };
/** Without a status it is 200. */
type DefinedResponse<Id extends OperationId> =
  | Written<Id, 200, { status?: 200 }>
  | { [Status in StatusOf<Id>]: Written<Id, Status, { status: Status }> }[StatusOf<Id>];

type DefinedPart = Exclude<PartContent, { raw: unknown }> | { raw: { readonly [Name in ProtocolName]?: Json } };
type DefinedError<Id extends OperationId> = Open<Extract<StatusOf<Id>, number>>;

/** An answer of operations. */
type DefinedAnswer<Id extends OperationId> =
  | (Omit<ContentAnswer, 'parts'> & { parts?: readonly DefinedPart[] })
  | (Delivery & { error: DefinedError<Id> | (Exclude<ErrorAnswer['error'], number> & { status: DefinedError<Id> }) })
  | (ExampleAnswer & { example: ExampleNames[Id] })
  | (Delivery & { job: Omit<JobAnswer['job'], 'end'> & { end?: Open<JobEnd> } })
  | MediaAnswer
  | (Delivery & { response: IsAny<Id> extends true ? ResponseAnswer['response'] : DefinedResponse<Id> })
  | (ResponseAnswer & { breaksContract: true })
  | PassThroughAnswer;

/** A scenario whose operations, models, statuses, examples, protocols and bodies are those of the contract. */
export interface DefinedScenario<Id extends keyof operations = keyof operations> extends Omit<Scenario, 'when' | 'answers'> {
  /** What it is for. */
  when?: Omit<When, 'operation' | 'model'> & {
    operation?: Id | readonly Id[];
    model?: Open<KnownModel> | readonly Open<KnownModel>[];
  };
  /** In the order in which they are given, per session. */
  answers: readonly (DefinedAnswer<Id> | MadeAnswer)[];
}

/**
 * A scenario, as it is given. Editors complete what the contract knows, and the compiler refuses what it does not.
 *
 * @example
 * ```ts
 * import { createMock, defineScenario } from 'nexconn-contract/mock';
 *
 * const flaky = defineScenario({
 *   name: 'flaky',
 *   when: { operation: 'createChatCompletion', model: 'claude-*', user: /refund/i },
 *   answers: [{ error: 429, times: 2 }, { text: 'Refunded.' }],
 * });
 * const mock = await createMock({ scenarios: flaky });
 * ```
 */
export const defineScenario = <const Id extends keyof operations = keyof operations>(scenario: DefinedScenario<Id>): Scenario =>
  scenario as Scenario;
