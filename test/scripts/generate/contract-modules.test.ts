/** The contract whole, and in parts that are the same together. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { contractModules } from '../../../scripts/generate/contract-modules.js';
import type { AreaExamples } from '../../../src/contract/area.js';
import type { TaskFamily } from '../../../src/contract/prepared/task-family.js';
import type { PreparedContract, PreparedResponse } from '../../../src/contract/prepared.js';
import { Coverage } from '../../../src/journal/coverage.js';

const modules = contractModules(contract);

/** What a module parses when it is loaded. */
function parsedBy<T>(name: string): T {
  const [, literal = ''] = /JSON\.parse\((".*")\)/.exec(modules.get(name) ?? '') ?? [];
  return JSON.parse(JSON.parse(literal));
}

const outline = parsedBy<PreparedContract>('outline.ts');
const parts = [...modules.keys()].filter((name) => name.startsWith('examples/'));

test('the whole is one module, which loads no other', () => {
  expect(parsedBy('contract.ts')).toEqual(contract);
  expect(modules.get('contract.ts')).not.toMatch(/import\(|^import (?!type)/m);
});

test('modules are of ASCII characters, which are read fastest', () => {
  for (const text of modules.values()) expect(text).toMatch(/^[\n -~]*$/);
});

describe('the outline', () => {
  test('has all but what the examples and the made-up answers say, and what is for replay and for the kit', () => {
    const examples = ({ operations }: PreparedContract) => operations.map((operation) => operation.examples);
    const withoutHas = ({ states, ...family }: TaskFamily) => ({
      ...family,
      states: Object.fromEntries(Object.entries(states).map(([name, { has: _, is: __, ...state }]) => [name, state])),
    });
    const withoutRules = ({ headers, ...response }: PreparedResponse) => ({
      ...response,
      headers: Object.fromEntries(Object.entries(headers).map(([name, { isNumber: _, atMost: __, ...header }]) => [name, header])),
    });
    const rest = ({ operations, tasks, answerSamples: _, ...more }: PreparedContract) => ({
      ...more,
      tasks: Object.fromEntries(Object.entries(tasks).map(([name, family]) => [name, withoutHas(family)])),
      operations: operations.map(({ volatile: _, responses, ...operation }) => ({
        ...operation,
        responses: Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, withoutRules(response)])),
        examples: [],
      })),
    });
    expect(rest(outline)).toEqual(rest(contract));
    expect(outline.answerSamples).toBeUndefined();
    for (const { states } of Object.values(outline.tasks)) expect(Object.values(states).filter(({ has }) => has)).toEqual([]);
    expect(outline.operations.filter(({ volatile }) => volatile)).toEqual([]);
    for (const { request, headers, body, events } of examples(outline).flat())
      expect({ request, headers, body, events: events ?? [] }).toEqual({ request: {}, headers: undefined, body: undefined, events: [] });
  });

  test('is enough to tell of every answer, and of those that are given', () => {
    const [short, whole] = [new Coverage(outline), new Coverage(contract)];
    expect(short.report()).toEqual(whole.report());
    for (const coverage of [short, whole])
      for (const { id, examples } of contract.operations)
        for (const { name, status } of examples) coverage.hit(id, status, 'application/json', name);
    expect(short.report()).toEqual(whole.report());
  });

  test('loads every part', () => {
    for (const name of [...parts, 'answer-samples.ts'])
      expect(modules.get('outline.ts')).toContain(`import('./${name.replace(/\.ts$/, '.js')}')`);
  });
});

test('the texts of made-up answers are a part of their own', () => {
  expect(parsedBy('answer-samples.ts')).toEqual(contract.answerSamples);
});

test('the parts have the examples of each operation, once', () => {
  const examples = parts.flatMap((name) => Object.entries(parsedBy<AreaExamples>(name)));
  expect(Object.fromEntries(examples)).toEqual(
    Object.fromEntries(contract.operations.map((operation) => [operation.id, operation.examples])),
  );
  expect(examples).toHaveLength(contract.operations.length);
});
