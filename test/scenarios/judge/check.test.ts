/** Scenarios that stand in no file: those of code, and those that come over the network. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import responseValidators from '../../../compiled/response-validators.js';
import { ScenarioCheck } from '../../../src/scenarios/judge/check.js';
import { findingLine } from '../../../src/scenarios/judge/finding.js';
import type { Scenario } from '../../../src/scenarios/scenario.js';

const check = new ScenarioCheck({ contract, responseValidators });
const findingsOf = (...scenarios: unknown[]): string[] => check.check([{ value: scenarios }]).findings.map(findingLine);

describe('one line for', () => {
  const circle: { name: string; answers: unknown[] } = { name: 'a', answers: [] };
  circle.answers.push(circle);
  test.each<[string, unknown, string | RegExp]>([
    [
      'an unknown member',
      { name: 'a', whn: {}, answers: [{ text: 'hi' }] },
      'scenarios/0/whn: there is no member whn here; did you mean when?',
    ],
    ['no name', { answers: [{ text: 'hi' }] }, 'scenarios/0: name is required'],
    [
      'a pattern that repeats what repeats',
      { name: 'a', when: { user: /(a+)+/ }, answers: [{ text: 'hi' }] },
      /^scenarios\/0\/when\/user: \/\(a\+\)\+\/ repeats/,
    ],
    [
      'a file',
      { name: 'a', answers: [{ text: { file: 'a.md' } }] },
      'scenarios/0/answers/0/text: a.md is a file, which only scenarios that stand in a file may name; write its text',
    ],
    [
      'media of a file',
      { name: 'a', answers: [{ job: { media: ['a.mp4'] } }] },
      /^scenarios\/0\/answers\/0\/job\/media\/0: a\.mp4 is a file, .*; write an address, or a data URL$/,
    ],
    [
      'a picture of a file in a part',
      { name: 'a', answers: [{ parts: [{ image: '/etc/passwd' }] }] },
      /^scenarios\/0\/answers\/0\/parts\/0\/image: \/etc\/passwd is a file/,
    ],
    [
      'an operation that is none',
      { name: 'a', when: { operation: 'createChat' }, answers: [{ text: 'hi' }] },
      /^scenarios\/0\/when\/operation: there is no operation createChat; did you mean /,
    ],
    ['a value in a circle', circle, 'scenarios/0: must be a value of JSON: Converting circular structure to JSON'],
    ['nothing', null, 'scenarios/0: must be object, got null'],
  ])('%s', (_, scenario, line) => {
    expect(findingsOf(scenario)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  test('two of one name', () => {
    const scenario: Scenario = { name: 'a', answers: [{ text: 'hi' }] };
    expect(findingsOf(scenario, scenario)).toEqual(['scenarios/1/name: there is a scenario a already, at scenarios/0; names are unique']);
  });
});

test('patterns and functions of code are taken', () => {
  const scenario: Scenario = {
    name: 'a',
    when: { user: /refund/gi, test: () => true },
    answers: [() => ({ text: 'hi' }), { text: 'ho', times: undefined }],
  };
  const { scenarios, findings, total } = check.check([{ value: [scenario] }]);
  expect([findings, total]).toEqual([[], { scenarios: 1, answers: 2 }]);
  expect(scenarios[0]?.conditions.map(({ place }) => place).sort()).toEqual(['test', 'user', 'user']);
});

test('one that is added needs no name', () => {
  expect(check.one({ answers: [{ text: 'hi' }] }).findings).toEqual([]);
  expect(check.one({ answers: [{ txt: 'hi' }] }).findings.map(findingLine)).toEqual([
    'scenarios/answers/0/txt: there is no member txt here; did you mean text?',
  ]);
  expect(check.one('hi').findings.map(findingLine)).toEqual(['scenarios: must be object, got string "hi"']);
});

test('every documented example may be an answer, and every documented error a response', () => {
  const scenarios = contract.operations.flatMap(({ id, examples }): Scenario[] =>
    examples.map(({ name, status, body, events }, index) => ({
      name: `${id}.${index}`,
      when: { operation: id },
      answers: [{ example: name }, events ? { response: { status, events } } : { response: { status, body } }],
    })),
  );
  expect(scenarios.length).toBeGreaterThan(100);
  expect(findingsOf(...scenarios)).toEqual([]);
});
