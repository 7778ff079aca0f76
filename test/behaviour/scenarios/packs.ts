/** The packs of scenarios, and the requests that each scenario is for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../../compiled/contract.js';
import responseValidators from '../../../compiled/response-validators.js';
import { project } from '../../../scripts/lib/project.js';
import { cloneJson } from '../../../src/contract/clone.js';
import { fillPath } from '../../../src/contract/path-template.js';
import { getAt, setAt } from '../../../src/contract/pointer.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';
import { compileExpected } from '../../../src/scenarios/expected.js';
import { findFiles } from '../../../src/scenarios/files/find.js';
import { loadScenarios } from '../../../src/scenarios/files/load.js';
import { readList } from '../../../src/scenarios/files/read.js';
import type { Answer, ContentAnswer, PartContent, Scenario, When } from '../../../src/scenarios/scenario.js';
import { type Dialogue, type Form, forms, requestOf } from '../conversations/dialogue.js';

export const folder = join(project.root, 'examples/scenarios');
export const loaded = await loadScenarios([folder], { contract, responseValidators });

/** A scenario as it is written, with the operations that it is for. */
export interface Written {
  name: string;
  when: When;
  answers: readonly Answer[];
  operations: ReadonlySet<string>;
}

const { files } = await findFiles([folder]);
const lists = await Promise.all(files.map(async (file) => (await readList(file, await readFile(file, 'utf8'))).value as Scenario[]));

export const written: Written[] = lists.flat().map(({ name = '', when = {}, answers }) => ({
  name,
  when,
  answers: answers as Answer[],
  operations: loaded.scenarios.find((scenario) => scenario.name === name)?.operations ?? new Set(),
}));

export const partsOf = ({ parts, reasoning, text, json, images = [], toolCalls = [], refusal }: ContentAnswer): PartContent[] => [
  ...(parts ?? []),
  ...(reasoning === undefined ? [] : [{ reasoning }]),
  ...(text === undefined ? [] : [{ text }]),
  ...(json === undefined ? [] : [{ json }]),
  ...images.map((image) => ({ image })),
  ...toolCalls.map((toolCall) => ({ toolCall })),
  ...(refusal === undefined ? [] : [{ refusal }]),
];

/** A text that a condition of the packs holds for. */
const wordsFor = (expected: unknown): string =>
  String(expected)
    .replace(/^\/(.*)\/[imsu]*$/, '$1')
    .replace(/\\b|\^|\$|\(\?[!=][^)]*\)/g, '')
    .replaceAll('[ -]', '-');

/** The conversation that a scenario is for, with the tools that its answers call. */
export function dialogueFor({ when: { user, toolResult }, answers }: Written): Dialogue {
  const calls = answers.flatMap((answer) =>
    partsOf(answer as ContentAnswer).flatMap((part) => ('toolCall' in part ? [part.toolCall] : [])),
  );
  const asked = typeof toolResult === 'string' ? toolResult : undefined;
  const names = new Set([...calls.map(({ name }) => name), ...(asked === undefined ? [] : [asked])]);
  return {
    messages: [
      { user: user === undefined ? 'Hello' : wordsFor(user) },
      ...(asked === undefined
        ? []
        : [{ calls: [{ id: 'call_1', name: asked, arguments: {} }] }, { results: [{ id: 'call_1', name: asked, text: 'It rains.' }] }]),
    ],
    ...(names.size > 0 && { tools: [...names].map((name) => ({ name })) }),
  };
}

export const formsFor = ({ operations, when: { stream } }: Written): Form[] =>
  forms.filter(({ operation, streams }) => operations.has(operation.id) && (stream === undefined || stream === streams));

/** A request as it is sent. */
export interface Sent {
  operation: PreparedOperation;
  path: string;
  body: Json;
}

/** A request for each operation without a chat that a scenario is for. */
export const requestsFor = ({ operations, when: { body: asked = {} } }: Written): Sent[] =>
  contract.operations
    .filter(({ id, protocol }) => operations.has(id) && protocol === undefined)
    .map((operation) => {
      const holds = Object.entries(asked).map(([pointer, expected]) => ({ pointer, expected, holds: compileExpected(expected, 'equal') }));
      const met = ({ request }: PreparedOperation['examples'][number]): number =>
        holds.filter(({ pointer, holds: isMet }) => isMet(getAt(request.body, pointer))).length;
      const [example] = [...operation.examples].sort((one, other) => met(other) - met(one));
      const { path = {}, body = {} } = cloneJson((example?.request ?? {}) as { path?: Record<string, string>; body?: Json });
      for (const { pointer, expected, holds: isMet } of holds)
        if (!isMet(getAt(body, pointer)))
          setAt(body, pointer, pointer.endsWith('url') ? `https://files.example/${wordsFor(expected)}` : wordsFor(expected));
      return { operation, path: fillPath(operation.path, path), body };
    });

/** All requests that a scenario is for: of a chat in each of its forms. */
export const allRequestsFor = (scenario: Written): Sent[] => [
  ...formsFor(scenario).map((form) => ({ operation: form.operation, ...requestOf(form, dialogueFor(scenario)) })),
  ...requestsFor(scenario),
];
