/** A scenario, ready to be matched and to answer. */
import type { Condition } from './conditions.js';
import { compileConditions, conversationMembers } from './conditions.js';
import { compileEmbedded, expressionsIn, type Fill } from './embedded.js';
import type { ScenarioRequest } from './request.js';
import type { Answer, ContentAnswer, ErrorAnswer, JobAnswer, MadeAnswer, ResponseAnswer, Scenario, When } from './scenario.js';

/** An answer and how often it is given. */
export interface CompiledAnswer {
  /** Infinity: for ever. */
  times: number;
  /** As it was written; absent where code makes it. */
  written: Answer | undefined;
  answer(request: ScenarioRequest, warn: (text: string) => void): Answer | Promise<Answer>;
  /** Whether a number in it is what the request has there, which may be anything: it is looked at once it is filled in. */
  takesNumbers: boolean;
}

/** The files that a scenario names, which lie below its own folder. */
export interface ScenarioFiles {
  /** @throws Error where there is none, or it lies elsewhere */
  text(file: string): string;
  /** @throws Error likewise */
  bytes(file: string): Promise<Uint8Array>;
}

export interface CompiledScenario {
  name: string;
  /** The file that it stands in; absent where it stands in none. */
  file?: string;
  /** The session that it was added for; absent: any. */
  session?: string;
  /** Under what its requests are counted. Default: its name. */
  counter?: string;
  /** What its answers name; absent: none, as where it came over the network. */
  files?: ScenarioFiles;
  /** operationIds; absent: all that every answer can serve. */
  operations: ReadonlySet<string>;
  conditions: readonly Condition[];
  answers: readonly CompiledAnswer[];
  /** After how many requests it steps aside; Infinity: never. */
  ends: number;
}

/** Whether which answer is given depends on those before it. */
export const isSequence = ({ answers, ends }: CompiledScenario): boolean => answers.length > 1 || ends !== Number.POSITIVE_INFINITY;

/** What scenarios have to know of an operation of the contract. */
export interface ScenarioOperation {
  id: string;
  /** Name of its chat protocol. */
  protocol?: string;
  /** Whether it creates jobs. */
  createsJob: boolean;
  /** Whether it answers with pictures at once. */
  givesPictures: boolean;
  /** Names of its documented exchanges. */
  examples: readonly string[];
}

/** The kinds of answers, by the member that tells them; all others are content. */
export const answerKinds = ['error', 'example', 'job', 'media', 'response', 'passThrough'] as const;

export type AnswerKind = (typeof answerKinds)[number] | 'content';

export const kindOf = (answer: Answer): AnswerKind => answerKinds.find((kind) => kind in answer) ?? 'content';

/** Whether an operation can give an answer. */
export function serves(operation: ScenarioOperation, answer: Answer): boolean {
  switch (kindOf(answer)) {
    case 'content':
      return operation.protocol !== undefined;
    case 'job':
      return operation.createsJob;
    case 'media':
      return operation.givesPictures;
    case 'example':
      return operation.examples.includes((answer as { example: string }).example);
    default:
      return true;
  }
}

const asksConversation = (when: When): boolean => conversationMembers.some((member) => when[member] !== undefined);

/** The operations that a scenario is for. */
export function operationsOf({ when = {}, answers }: Scenario, operations: readonly ScenarioOperation[]): Set<string> {
  const named = when.operation === undefined ? undefined : new Set([when.operation].flat());
  const talks = asksConversation(when);
  const serving = operations.filter(
    (operation) =>
      named?.has(operation.id) ??
      ((!talks || operation.protocol !== undefined) &&
        answers.every((answer) => typeof answer === 'function' || serves(operation, answer))),
  );
  return new Set(serving.map(({ id }) => id));
}

function compileAnswer(answer: Answer | MadeAnswer, isLast: boolean): CompiledAnswer {
  const usual = isLast ? Number.POSITIVE_INFINITY : 1;
  if (typeof answer === 'function')
    return { times: usual, written: undefined, answer: ({ conversation, context }) => answer(conversation, context), takesNumbers: false };
  const fill: Fill<Answer> = compileEmbedded(answer);
  const { usage, latencyMs, pace, fault, error, job, response } = answer as Partial<
    ContentAnswer & ErrorAnswer & JobAnswer & ResponseAnswer
  >;
  const numbers = JSON.stringify([usage, latencyMs, pace, fault, error, job, response?.status]);
  return { times: answer.times ?? usual, written: answer, answer: fill, takesNumbers: expressionsIn(numbers).length > 0 };
}

/**
 * @param name where the scenario has none
 * @throws Error for a pattern or an expression that is none
 */
export function compileScenario(
  scenario: Scenario,
  operations: readonly ScenarioOperation[],
  name: string,
  origin: Pick<CompiledScenario, 'file' | 'files' | 'counter'> = {},
): CompiledScenario {
  const answers = scenario.answers.map((answer, index) => compileAnswer(answer, index === scenario.answers.length - 1));
  return {
    name: scenario.name ?? name,
    ...origin,
    operations: operationsOf(scenario, operations),
    conditions: compileConditions(scenario.when ?? {}),
    answers,
    ends: answers.reduce((sum, { times }) => sum + times, 0),
  };
}

/** The answer whose turn it is. @param number of the request among those that the scenario answered, from 1 */
export function answerNumber({ answers }: CompiledScenario, number: number): number {
  let left = number;
  for (const [index, { times }] of answers.entries()) {
    left -= times;
    if (left <= 0) return index;
  }
  return answers.length - 1;
}
