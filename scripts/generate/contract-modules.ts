/**
 * The prepared contract as modules: whole, for those who start with all of it, and in parts for a page, which loads what it uses. The
 * examples are two thirds of it, and are a part for each area; so are the texts of made-up answers.
 */
import { areaOf } from '../../src/contract/area.js';
import type { AskedOf } from '../../src/contract/prepared/asked.js';
import type { ReferenceRule } from '../../src/contract/prepared/reference-rule.js';
import type { StreamOrder } from '../../src/contract/prepared/stream-order.js';
import type { TaskFamily } from '../../src/contract/prepared/task-family.js';
import type { PreparedContract, PreparedExample, PreparedResponse } from '../../src/contract/prepared.js';
import { groupBy } from '../lib/group-by.js';

const header = '/* Made from generated/contract.json. Do not edit. */\n';

/** @returns text by file name, relative to `compiled/` */
export function contractModules(contract: PreparedContract): Map<string, string> {
  const areas = groupBy(contract.operations, areaOf);
  return new Map([
    ['contract.ts', contractModule(contract)],
    ['outline.ts', outlineModule(contract, [...areas.keys()])],
    ['answer-samples.ts', answerSamplesModule(contract)],
    ...[...areas].map(
      ([area, operations]) =>
        [`${examplesPath(area)}.ts`, examplesModule(Object.fromEntries(operations.map(({ id, examples }) => [id, examples])))] as const,
    ),
  ]);
}

/** Bundlers name a chunk after its module, so the name says what is in it. */
const examplesPath = (area: string): string => `examples/${area}-examples`;

const contractModule = (contract: PreparedContract): string =>
  `${header}import type { PreparedContract } from '../src/contract/prepared.js';

export const contract: PreparedContract = ${parsed(contract)};
`;

const outlineModule = (contract: PreparedContract, areas: string[]): string =>
  `${header}import type { AreaExamples } from '../src/contract/area.js';
import type { AnswerSamples } from '../src/contract/prepared/answer-samples.js';
import type { PreparedContract } from '../src/contract/prepared.js';

/** Its examples say what they are examples of, and no more; the texts of made-up answers are left out. */
export const contract: PreparedContract = ${parsed(outline(contract))};

/** Load the examples, by area. */
export const areas: Readonly<Record<string, () => Promise<{ examples: AreaExamples }>>> = {
${areas.map((area) => `  ${JSON.stringify(area)}: () => import('./${examplesPath(area)}.js'),`).join('\n')}
};

/** Loads the texts of made-up answers. */
export const loadAnswerSamples = (): Promise<{ answerSamples: AnswerSamples | undefined }> => import('./answer-samples.js');
`;

const answerSamplesModule = ({ answerSamples }: PreparedContract): string =>
  `${header}import type { AnswerSamples } from '../src/contract/prepared/answer-samples.js';

export const answerSamples: AnswerSamples | undefined = ${answerSamples ? parsed(answerSamples) : 'undefined'};
`;

/** What only the check of exchanges needs. */
export const streamOrdersModule = (orders: Record<string, StreamOrder>): string =>
  `${header}import type { StreamOrder } from '../src/contract/prepared/stream-order.js';

/** By protocol. */
export const streamOrders: Readonly<Record<string, StreamOrder>> = ${parsed(orders)};
`;

export const askedModule = (asked: Record<string, AskedOf>): string =>
  `${header}import type { AskedOf } from '../src/contract/prepared/asked.js';

/** By protocol. */
export const asked: Readonly<Record<string, AskedOf>> = ${parsed(asked)};
`;

export const referencesModule = (references: Record<string, ReferenceRule[]>): string =>
  `${header}import type { ReferenceRule } from '../src/contract/prepared/reference-rule.js';

/** By operationId. */
export const references: Readonly<Record<string, readonly ReferenceRule[]>> = ${parsed(references)};
`;

const examplesModule = (examples: Record<string, PreparedExample[]>): string =>
  `${header}import type { AreaExamples } from '../../src/contract/area.js';

export const examples: AreaExamples = ${parsed(examples)};
`;

const outline = ({ answerSamples: _, ...contract }: PreparedContract): PreparedContract => ({
  ...contract,
  tasks: Object.fromEntries(Object.entries(contract.tasks).map(([name, family]) => [name, withoutChecks(family)])),
  operations: contract.operations.map(({ volatile: _, ...operation }) => ({
    ...operation,
    responses: Object.fromEntries(Object.entries(operation.responses).map(([status, response]) => [status, withoutHeaderRules(response)])),
    examples: operation.examples.map(withoutContent),
  })),
});

/** What answers have in a state is for those who check them. */
const withoutChecks = (family: TaskFamily): TaskFamily => ({
  ...family,
  states: Object.fromEntries(Object.entries(family.states).map(([name, { has: _has, is: _is, ...state }]) => [name, state])),
});

/** So is what their headers agree in. */
const withoutHeaderRules = (response: PreparedResponse): PreparedResponse => ({
  ...response,
  headers: Object.fromEntries(
    Object.entries(response.headers).map(([name, { isNumber: _isNumber, atMost: _atMost, ...header }]) => [name, header]),
  ),
});

/** What is left tells an example from others, and whether it is a stream. */
function withoutContent({ request: _request, headers: _headers, body: _body, events, ...facts }: PreparedExample): PreparedExample {
  return { ...facts, request: {}, ...(events && { events: [] }) };
}

/** A string that is parsed is read several times faster than an object literal, and faster still where all its characters are ASCII. */
const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(toAscii(JSON.stringify(value)))})`;

const toAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
