/** Scenarios in TypeScript, held to the names of the contract while they are written. */
import type { ErrorStatus, ExampleNames, JobEnd, KnownModel, ProtocolName, ResponsesByStatus } from '../../generated/scenario-names.js';
import type { Json } from '../contract/prepared/json.js';
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

type OperationId = keyof ExampleNames;

/** Editors suggest these; any other is as good. */
type Open<Known extends string | number> = Known | (Known extends number ? number & {} : string & {});

/** Whether no operation is named. */
type IsAny<Id extends OperationId> = [OperationId] extends [Id] ? true : false;

type DefinedPart = Exclude<PartContent, { raw: unknown }> | { raw: { readonly [Name in ProtocolName]?: Json } };
type DefinedError = Open<ErrorStatus>;

/** An answer of operations. */
type DefinedAnswer<Id extends OperationId> =
  | (Omit<ContentAnswer, 'parts'> & { parts?: readonly DefinedPart[] })
  | (Delivery & { error: DefinedError | (Exclude<ErrorAnswer['error'], number> & { status: DefinedError }) })
  | (ExampleAnswer & { example: ExampleNames[Id] })
  | (Delivery & { job: Omit<JobAnswer['job'], 'end'> & { end?: Open<JobEnd> } })
  | MediaAnswer
  | (Delivery & { response: IsAny<Id> extends true ? ResponseAnswer['response'] : ResponsesByStatus[Id] })
  | (ResponseAnswer & { breaksContract: true })
  | PassThroughAnswer;

/** A scenario whose operations, models, statuses, examples, protocols and bodies are those of the contract. */
export interface DefinedScenario<Id extends keyof ExampleNames = keyof ExampleNames> extends Omit<Scenario, 'when' | 'answers'> {
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
export const defineScenario = <const Id extends keyof ExampleNames = keyof ExampleNames>(scenario: DefinedScenario<Id>): Scenario =>
  scenario as Scenario;
